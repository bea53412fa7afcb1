/** What the page's scripts have to do again for parts that were put into it. */
import { showCodeButtons } from "../client/code-buttons.ts";
import { watchPictures } from "../client/pictures.ts";
import { takeTabs } from "../client/tabs.ts";
import { followReading } from "../client/toc.ts";
import { countOf, placeValues } from "../client/values-place.ts";

const PANEL = ".values > details";

let places = placesOfValues();

/** Called after each change of the document. */
export function renew(): void {
  takeTabs();
  showCodeButtons();
  followReading();
  if (document.querySelector(".zoom-open") === null) watchPictures();
  else void import("../client/zoom.ts").then(({ offerAll }) => offerAll());
  const now = placesOfValues();
  const isSame = now.length === places.length && now.every((place, at) => place === places[at]);
  places = now;
  if (!isSame) void renewValues(new Set(now.map(({ dataset }) => dataset.name)).size);
}

/** The fields of values hold on to the places that they fill: they are made again. */
async function renewValues(count: number): Promise<void> {
  const details = document.querySelector<HTMLDetailsElement>(PANEL);
  if (details === null) return;
  if (details.childElementCount === 1) {
    const output = details.querySelector("output");
    if (output !== null) output.textContent = countOf(count);
    return;
  }
  const { open } = details;
  placeValues();
  const made = document.querySelector<HTMLDetailsElement>(PANEL);
  if (made !== null) made.open = open;
  const { bindValues } = await import("../client/values-start.ts");
  bindValues();
}

function placesOfValues(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("var.ph[data-name]")];
}
