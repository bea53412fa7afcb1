/**
 * The navigation: branches that a page does not carry are fetched when they are
 * opened, and the list stays where the reader has scrolled it.
 */
import { keepInView } from "./keep-in-view.ts";

const STORAGE_KEY = "navigation-scroll";

/** Listens for branches being opened. */
export function startNavigation(): void {
  const nav = document.getElementById("side");
  if (nav === null) return;
  nav.addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open) void load(target);
    },
    true,
  );
  keepScroll(nav);
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

/** Puts the list back where it was on the page before, and its current entry in view. */
function keepScroll(nav: HTMLElement): void {
  nav.scrollTop = readScroll();
  const current = nav.querySelector('[aria-current="page"]');
  if (current !== null) keepInView(nav, current, "nearest");
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(STORAGE_KEY, String(nav.scrollTop));
    } catch {
      // Storage can be switched off; the next page then starts at its current entry.
    }
  });
}

function readScroll(): number {
  try {
    return Number(sessionStorage.getItem(STORAGE_KEY)) || 0;
  } catch {
    return 0;
  }
}
