/**
 * The next page of the same visit shows the navigation as the reader left it. Putting it
 * back is work of the first script (layouts/first-script-nav.ts), before the page is painted.
 */

/** What the first script reads. */
const STORAGE_KEY = "navigation";

/** Keeps what is open, and how far it is scrolled, when the reader leaves. */
export function keepNavigation(): void {
  const nav = document.getElementById("side");
  if (nav !== null) addEventListener("pagehide", () => keep(nav));
}

/** Open branches with their lists, which the next page may not carry, and the scroll position. */
function keep(nav: HTMLElement): void {
  const open = [...nav.querySelectorAll<HTMLDetailsElement>("details[open][data-key]")]
    .filter(({ dataset }) => dataset.branch === undefined)
    .map((branch) => [
      branch.dataset.key,
      branch.querySelector(":scope > ul")?.outerHTML.replaceAll(' aria-current="page"', ""),
    ]);
  const { version } = nav.dataset;
  try {
    const state = { version, top: nav.scrollTop, open };
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(state));
  } catch {
    // Storage can be full or switched off; the next page then starts at its current entry.
  }
}
