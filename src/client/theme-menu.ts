/** The menu of themes hands focus to the theme that is chosen, so that arrow keys choose another. */

export function focusChosenTheme(): void {
  const menu = document.getElementById("theme-menu");
  // As it opens, no key can come in between (HTML: popover focusing steps).
  menu?.addEventListener("beforetoggle", () => {
    for (const radio of menu.querySelectorAll("input")) radio.autofocus = radio.checked;
  });
}
