/** The buttons of code blocks, as they are shown; copy.ts and wrap.ts make them work. */
import { watchScrollers } from "./scrollers.ts";

const ICON = '<svg class="icon" aria-hidden="true"><use href="#i-copy"></use></svg>';
const root = document.documentElement;

/** Adds the buttons, and focus to boxes where there is something to scroll; to each once. */
export function showCodeButtons(): void {
  for (const figure of document.querySelectorAll<HTMLElement>("figure.code:not(.out)")) {
    // What the block shows, so that its button is told from the others: "PostgreSQL roles.sql".
    const labels = figure.querySelectorAll(".code-head > span");
    const name = Array.from(labels, ({ textContent }) => textContent).join(" ");
    const button = makeButton("copy", `${ICON}<span>Copy</span>`);
    button.ariaLabel = `Copy ${name}`.trim();
    if (figure.querySelector("pre code") && !figure.querySelector("button.copy"))
      toolsOf(figure)?.append(button);
  }
  watchScrollers((box, isWide) => {
    if (box.tagName !== "PRE") return undefined;
    const isWrapped = root.classList.contains("wrap-code");
    const isNeeded = isWide || (isWrapped && hasBrokenLine(box));
    return () => settleWrapButton(box, isNeeded, isWrapped);
  });
}

/** The element for a block's buttons, made when first asked for; undefined without a head. */
function toolsOf(figure: HTMLElement): Element | undefined {
  const head = figure.querySelector(".code-head");
  const known = head?.querySelector(".code-tools");
  if (head === null || known) return known ?? undefined;
  const made = document.createElement("span");
  made.className = "code-tools";
  head.append(made);
  return made;
}

function makeButton(kind: string, html: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = kind;
  made.innerHTML = html;
  return made;
}

/** Shows or hides the button that breaks long lines; made when it is first needed. */
function settleWrapButton(pre: HTMLElement, isNeeded: boolean, isWrapped: boolean): void {
  const figure = pre.closest<HTMLElement>("figure.code");
  if (figure === null) return;
  let button = figure.querySelector<HTMLButtonElement>("button.wrap");
  if (button === null) {
    if (!isNeeded) return;
    button = makeButton("wrap", "Wrap");
    button.title = "Break long lines";
    button.ariaPressed = String(isWrapped);
    toolsOf(figure)?.prepend(button);
  }
  // A button that has focus stays, or the keyboard would lose its place.
  button.hidden = !isNeeded && button !== document.activeElement;
}

function hasBrokenLine(pre: HTMLElement): boolean {
  const height = Number.parseFloat(getComputedStyle(pre).lineHeight);
  return Array.from(pre.querySelectorAll<HTMLElement>(".line")).some(
    (line) => line.offsetHeight > height * 1.5,
  );
}
