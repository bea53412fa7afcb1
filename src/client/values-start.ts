/**
 * The place of the fields for a page's placeholders: a closed panel. The fields
 * themselves are loaded when the reader wants them, or has filled in some before.
 */
import { KEPT_VALUES } from "./values-key.ts";

const CHEVRON = '<svg class="icon chev" aria-hidden="true"><use href="#i-chev"></use></svg>';
const PLACES = "var.ph[data-name]";

/** Fills the empty place that pages with placeholders have; further ones, of other articles, go. */
export function bindValues(): void {
  const [slot, ...others] = document.querySelectorAll<HTMLElement>("div.values");
  const names = new Set(
    [...document.querySelectorAll<HTMLElement>(PLACES)].map(({ dataset }) => dataset.name),
  );
  for (const empty of names.size === 0 && slot ? [slot, ...others] : others) empty.remove();
  if (slot === undefined || names.size === 0) return;
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const counter = document.createElement("output");
  summary.innerHTML = CHEVRON;
  counter.textContent = `0 of ${names.size} filled in`;
  summary.append("Your values", counter);
  details.append(summary);
  slot.append(details);

  let loaded: Promise<void> | undefined;
  const load = (): Promise<void> => {
    loaded ??= import("./values.ts").then(({ startValues }) => startValues(details));
    return loaded;
  };
  for (const wish of ["toggle", "focusin", "pointerenter"])
    details.addEventListener(wish, () => void load(), { once: true });
  // A click that came before the fields is made again when they are there.
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(PLACES) === null) return;
    document.removeEventListener("click", onClick);
    if (loaded === undefined)
      void load().then(() => target.dispatchEvent(new MouseEvent("click", event)));
  };
  document.addEventListener("click", onClick);
  const loadKept = (): void => {
    if (hasKept()) void load();
  };
  loadKept();
  // A page that comes back as it was left: others may have kept values since.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) loadKept();
  });
}

function hasKept(): boolean {
  try {
    return sessionStorage.getItem(KEPT_VALUES) !== null;
  } catch {
    return false;
  }
}
