/** The navigation: branches that a page does not carry are fetched when they are opened. */

/** Listens for branches being opened. */
export function loadBranches(): void {
  const nav = document.getElementById("side");
  if (nav === null) return;
  nav.addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open) void load(target);
    },
    true,
  );
  nav
    .querySelector('[aria-current="page"]')
    ?.scrollIntoView({ block: "nearest", behavior: "instant" });
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
