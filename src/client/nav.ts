/** The navigation: branches that a page does not carry are fetched when they are opened. */
import { keepInView } from "./keep-in-view.ts";

/** Listens for branches being opened, and loads those that are open already. */
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
  for (const branch of nav.querySelectorAll<HTMLDetailsElement>("details[open][data-branch]"))
    void load(branch);
  if (nav.matches(":popover-open")) showCurrent(nav);
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
