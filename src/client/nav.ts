/**
 * The navigation: branches that a page does not carry are fetched when they are
 * opened, and the next page of the same visit shows the list as the reader left it.
 * Putting it back is work of the first script, before the page is painted.
 */
import { keepInView } from "./keep-in-view.ts";

/** What layouts/first-script-nav.ts reads. */
const STORAGE_KEY = "navigation";

/** Listens for branches being opened, and keeps what is open when the reader leaves. */
export function startNavigation(): void {
  const nav = document.getElementById("side");
  if (nav === null) return;
  nav.addEventListener(
    "toggle",
    (event) => {
      const { target } = event;
      if (target instanceof HTMLDetailsElement && target.open) void load(target);
      // As a sheet it has no place to scroll to before it is open.
      if (target === nav && (event as ToggleEvent).newState === "open") showCurrent(nav);
    },
    true,
  );
  addEventListener("pagehide", () => keep(nav));
}

async function load(branch: HTMLDetailsElement): Promise<void> {
  const name = branch.dataset.branch;
  if (name === undefined) return;
  delete branch.dataset.branch;
  const base = document.documentElement.dataset.base ?? "/";
  try {
    const response = await fetch(`${base}_nav/${encodeURIComponent(name)}/`);
    if (!response.ok) throw new Error(response.statusText);
    const html = await response.text();
    branch.querySelector(":scope > ul")?.remove();
    branch.insertAdjacentHTML("beforeend", html.replace(/^<!DOCTYPE html>/i, ""));
  } catch {
    // The link into the branch that the page carries stays.
    branch.dataset.branch = name;
  }
}

function showCurrent(nav: HTMLElement): void {
  const current = nav.querySelector('[aria-current="page"]');
  if (current !== null) keepInView(nav, current, "nearest");
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
