/**
 * The fields for a page's placeholders are loaded when the reader wants them, or has
 * filled in some before. Their place is a closed panel (values-place.ts).
 */
import { KEPT_VALUES } from "./values-key.ts";

const PLACES = "var.ph[data-name]";

/** Waits for the wish to fill something in. */
export function bindValues(): void {
  const details = document.querySelector<HTMLDetailsElement>(".values > details");
  if (details === null) return;
  let loaded: Promise<void> | undefined;
  const load = (): Promise<void> => {
    loaded ??= import("./values.ts").then(({ startValues }) => startValues(details));
    return loaded;
  };
  for (const wish of ["toggle", "focusin", "pointerenter"])
    details.addEventListener(wish, () => void load(), { once: true });
  if (details.open || details.matches(":hover, :focus-within")) void load();
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
