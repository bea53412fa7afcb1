/** The theme: the system's, light, dark. The head's script sets it before the first paint. */

const THEMES = ["", "light", "dark"] as const;

/** The theme after the given one. */
export function nextTheme(theme: string): string {
  const at = (THEMES as readonly string[]).indexOf(theme);
  return THEMES[(at + 1) % THEMES.length] ?? "";
}

/** Lets the theme button go through the themes; the choice is kept. */
export function bindTheme(): void {
  const root = document.documentElement;
  const button = document.querySelector<HTMLButtonElement>("[data-theme-next]");
  if (button === null) return;
  const show = (): void => {
    const label = `Theme: ${root.dataset.theme || "system"}`;
    button.ariaLabel = label;
    button.title = label;
  };
  button.addEventListener("click", () => {
    const theme = nextTheme(root.dataset.theme ?? "");
    if (theme === "") delete root.dataset.theme;
    else root.dataset.theme = theme;
    remember(theme);
    show();
  });
  show();
}

function remember(theme: string): void {
  try {
    if (theme === "") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage can be switched off; the theme then lasts for this page.
  }
}
