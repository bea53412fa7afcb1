/**
 * The theme: the system's, light or dark, by radio buttons in a popover. The first
 * script sets the theme that was kept, before the page is painted.
 */

/** Binds the button and the choice; what is chosen is kept, and shown in other windows too. */
export function bindTheme(): void {
  const root = document.documentElement;
  const button = document.querySelector<HTMLButtonElement>('[popovertarget="theme-menu"]');
  const choice = document.getElementById("theme-menu");
  if (button === null || choice === null) return;
  const radios = [...choice.querySelectorAll<HTMLInputElement>("input")];
  const show = (theme: string): void => {
    if (theme === "") delete root.dataset.theme;
    else root.dataset.theme = theme;
    paintBars(theme);
    const label = `Theme: ${theme || "system"}`;
    button.ariaLabel = label;
    button.title = label;
    for (const radio of radios) radio.checked = radio.value === theme;
  };
  show(kept() ?? root.dataset.theme ?? "");
  choice.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    show(target.value);
    remember(target.value);
  });
  // Who goes on by Tab is done with it; it must not lie over what has the focus then.
  choice.addEventListener("focusout", ({ relatedTarget }) => {
    const isOut = relatedTarget instanceof Node && !choice.contains(relatedTarget);
    if (isOut && relatedTarget !== button) choice.hidePopover();
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key === "theme") show(newValue ?? "");
  });
  // A page that comes back from the browser's memory may be of before the choice.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) show(kept() ?? root.dataset.theme ?? "");
  });
}

/** The browser's own bars take the color of the chosen theme, else that of the system's. */
function paintBars(theme: string): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset.media ??= meta.media;
    const own = meta.dataset.media;
    meta.media = theme === "" ? own : own.includes(theme) ? "all" : "not all";
  }
}

/** What is kept; undefined where storage is switched off. */
function kept(): string | undefined {
  try {
    return localStorage.getItem("theme") ?? "";
  } catch {
    return undefined;
  }
}

function remember(theme: string): void {
  try {
    if (theme === "") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage can be switched off; the theme then lasts for this page.
  }
}
