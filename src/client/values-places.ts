/** From a placeholder in the text to its field, and back to where the reader was. */
import type { Field } from "./values-field.ts";
import type { Panel } from "./values-panel.ts";
import { PLACE } from "./values-text.ts";

/** What the reader came from, and how far the page was scrolled there. */
interface Origin {
  readonly place: HTMLElement;
  readonly top: number;
}

/**
 * A click on a placeholder opens the panel at its field. Enter or Escape in the field
 * leads back; without a way back, Enter goes on to the next field. `opens` is called as the
 * panel opens.
 */
export function bindPlaces(
  panel: Panel,
  fields: ReadonlyMap<string, Field>,
  opens: () => void,
): void {
  let origin: Origin | undefined;
  const comeFrom = (place: HTMLElement | undefined): void => {
    origin = place && { place, top: place.getBoundingClientRect().top };
    panel.back.hidden = place === undefined;
  };
  const goBack = (): void => {
    if (origin === undefined) return;
    const { place, top } = origin;
    comeFrom(undefined);
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
    scrollBy({ top: place.getBoundingClientRect().top - top, behavior: "instant" });
  };

  document.addEventListener("click", ({ target }) => {
    const place = placeOf(target);
    const field = fields.get(place?.dataset.name ?? "");
    if (place === undefined || field === undefined) return;
    comeFrom(place);
    panel.details.open = true;
    opens();
    field.control.focus();
    field.control.select();
  });
  panel.back.addEventListener("click", goBack);
  panel.grid.addEventListener("keydown", (event) => {
    const isEnter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    const controls = [...fields.values()].map(({ control }) => control);
    const targets: readonly (EventTarget | null)[] = controls;
    const at = targets.indexOf(event.target);
    if (at < 0 || !(isEnter || (event.key === "Escape" && origin !== undefined))) return;
    event.preventDefault();
    if (origin === undefined) controls[at + 1]?.focus();
    else goBack();
  });
}

/** The placeholder that was clicked, unless text was selected or a link was meant. */
function placeOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest("a, button") !== null) return undefined;
  if (getSelection()?.isCollapsed === false) return undefined;
  return target.closest<HTMLElement>(PLACE) ?? undefined;
}
