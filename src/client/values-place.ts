/** The place of the fields for a page's placeholders: a closed panel (values-start.ts fills it). */

const CHEVRON = '<svg class="icon chev" aria-hidden="true"><use href="#i-chev"></use></svg>';

/** What the closed panel says of its fields. */
export const countOf = (all: number): string => `0 of ${all} filled in`;

/** Fills the empty place that pages with placeholders have; further ones, of other articles, go. */
export function placeValues(): void {
  const [slot, ...others] = document.querySelectorAll<HTMLElement>("div.values");
  const names = new Set(
    [...document.querySelectorAll<HTMLElement>("var.ph[data-name]")].map(
      ({ dataset }) => dataset.name,
    ),
  );
  for (const empty of names.size === 0 && slot ? [slot, ...others] : others) empty.remove();
  if (slot === undefined || names.size === 0) return;
  const counter = `<output>${countOf(names.size)}</output>`;
  slot.innerHTML = `<details><summary>${CHEVRON}Your values${counter}</summary></details>`;
}
