/**
 * Your values: fields for the placeholders of a page. What the reader types shows at
 * once wherever the page has the name, and is copied from there. Nothing is sent.
 */
import { createField, type Field } from "./values-field.ts";
import { createPanel } from "./values-panel.ts";
import { bindPlaces } from "./values-places.ts";
import { forgetValue, hasKeptValues, keepValue, keptValue } from "./values-store.ts";
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
    const { name, initial, isSecret } = placed;
    const field = createField(
      placed,
      index,
      (value) => {
        showValue(placed, value);
        field.hint(clashingQuote(placed, value));
        count();
      },
      (value) => {
        // Who empties a field that has a default wants none.
        if (value === "" && initial === undefined) forgetValue(name);
        else keepValue(name, value, isSecret);
      },
    );
    fields.set(name, field);
    panel.grid.append(field.element);
  }
  const readStored = (): void => {
    for (const [name, field] of fields) field.show(keptValue(name) ?? "");
  };
  // Until the reader begins to fill in, the text is what its author wrote.
  let hasBegun = false;
  const begin = (): void => {
    if (hasBegun) return;
    hasBegun = true;
    for (const { name, initial } of names) {
      if (initial !== undefined && keptValue(name) === undefined) fields.get(name)?.show(initial);
    }
  };
  panel.reset.addEventListener("click", () => {
    for (const [name, field] of fields) {
      forgetValue(name);
      field.show("");
    }
    for (const { control } of [...fields.values()].slice(0, 1)) control.focus();
  });
  readStored();
  count();
  if (details.open || hasKeptValues()) begin();
  details.addEventListener("toggle", () => details.open && begin());
  bindPlaces(panel, fields, begin);
  // A page that comes back as it was left: others may have changed the values since.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    readStored();
    hasBegun = false;
    if (details.open || hasKeptValues()) begin();
  });
}
