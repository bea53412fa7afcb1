/**
 * A button that breaks the long lines of code, on blocks that have some. The choice
 * holds for all blocks and is remembered.
 */
import { codeTools } from "./code-tools.ts";
import { isOverflowing } from "./scrollers.ts";

const KEY = "wrap";
const root = document.documentElement;
const buttons = new Map<HTMLElement, HTMLButtonElement>();

/** Shows or hides the button of a block; made when it is first needed. */
export function settleWrapButton(pre: HTMLElement): void {
  const figure = pre.closest<HTMLElement>("figure.code");
  if (figure === null || pre.clientWidth === 0) return;
  const isNeeded = isOverflowing(pre) || (isWrapped() && hasBrokenLine(pre));
  let button = buttons.get(pre);
  if (button === undefined) {
    if (!isNeeded) return;
    button = createButton();
    buttons.set(pre, button);
    codeTools(figure)?.prepend(button);
  }
  // A button that has focus stays, or the keyboard would lose its place.
  button.hidden = !isNeeded && button !== document.activeElement;
}

function isWrapped(): boolean {
  return root.classList.contains("wrap-code");
}

function hasBrokenLine(pre: HTMLElement): boolean {
  const height = Number.parseFloat(getComputedStyle(pre).lineHeight);
  return Array.from(pre.querySelectorAll<HTMLElement>(".line")).some(
    (line) => line.offsetHeight > height * 1.5,
  );
}

function createButton(): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "wrap";
  made.textContent = "Wrap";
  made.title = "Break long lines";
  made.ariaPressed = String(isWrapped());
  made.addEventListener("click", () => toggle(made));
  return made;
}

/** The button stays under the pointer, whatever grows or shrinks above it. */
function toggle(button: HTMLElement): void {
  const { top } = button.getBoundingClientRect();
  const isOn = root.classList.toggle("wrap-code");
  for (const other of buttons.values()) other.ariaPressed = String(isOn);
  scrollBy({ top: button.getBoundingClientRect().top - top, behavior: "instant" });
  try {
    if (isOn) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage, the choice holds for this page.
  }
}
