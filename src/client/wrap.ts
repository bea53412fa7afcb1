/**
 * The buttons that break the long lines of code. The choice holds for all blocks and is
 * remembered; the first script sets it on the next page.
 */

const KEY = "wrap";
const root = document.documentElement;

/** Listens for clicks on the buttons, whenever they are made. */
export function bindWrapButtons(): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button.wrap") : null;
    if (button !== null) toggle(button);
  });
}

/** The button stays under the pointer, whatever grows or shrinks above it. */
function toggle(button: Element): void {
  const { top } = button.getBoundingClientRect();
  const isOn = root.classList.toggle("wrap-code");
  for (const other of document.querySelectorAll("button.wrap")) other.ariaPressed = String(isOn);
  scrollBy({ top: button.getBoundingClientRect().top - top, behavior: "instant" });
  try {
    if (isOn) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage, the choice holds for this page.
  }
}
