/**
 * Your values: fields for the placeholders of a page. What the reader types shows at
 * once wherever the page has the name, and is copied from there. Nothing is sent.
 */
import { createField, type Field } from "./values-field.ts";
import { createPanel } from "./values-panel.ts";
import { bindPlaces } from "./values-places.ts";
import { keepValue, keptValue } from "./values-store.ts";
import { clashingQuote, placedNames, showValue } from "./values-text.ts";

/** Fills the panel of the page. */
export function startValues(details: HTMLDetailsElement): void {
  const names = placedNames();
  const panel = createPanel(details);
  const fields = new Map<string, Field>();
  const count = (): void => {
    const filled = [...fields.values()].filter(({ control }) => control.value !== "");
    panel.count(filled.length, names.length);
  };
  for (const [index, placed] of names.entries()) {
    const field = createField(placed, index, (value) => {
      keepValue(placed.name, value, placed.isSecret);
      showValue(placed, value);
      field.hint(clashingQuote(placed, value));
      count();
    });
    fields.set(placed.name, field);
    panel.grid.append(field.element);
  }
  const readStored = (): void => {
    for (const [name, field] of fields) field.set(keptValue(name));
  };
  panel.reset.addEventListener("click", () => {
    for (const field of fields.values()) field.set("");
    for (const { control } of [...fields.values()].slice(0, 1)) control.focus();
  });
  readStored();
  count();
  bindPlaces(panel, fields);
  // A page that comes back as it was left: others may have changed the values since.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) readStored();
  });
}
