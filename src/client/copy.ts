/** A button on each code block that copies the command: no prompts, no output. */
import { codeTools } from "./code-tools.ts";
import { commandText, linesOf } from "./copy-text.ts";

const DONE_MS = 1600;
const ICON = '<svg class="icon" aria-hidden="true"><use href="#i-copy"></use></svg>';

/** Adds the buttons; output blocks have none. */
export function addCopyButtons(): void {
  const figures = document.querySelectorAll<HTMLElement>("figure.code:not(.out)");
  if (figures.length === 0) return;
  const status = document.createElement("span");
  status.className = "sr";
  status.role = "status";
  document.body.append(status);
  for (const figure of figures) {
    const code = figure.querySelector("pre code");
    if (code !== null) codeTools(figure)?.append(button(code, nameOf(figure), status));
  }
}

/** What the block shows, so that its button is told from the others: "PostgreSQL roles.sql". */
function nameOf(figure: HTMLElement): string {
  const labels = figure.querySelectorAll(".code-head > span:not(.code-tools)");
  return Array.from(labels, ({ textContent }) => textContent).join(" ");
}

function button(code: Element, name: string, status: HTMLElement): HTMLButtonElement {
  const made = document.createElement("button");
  const label = document.createElement("span");
  made.type = "button";
  made.className = "copy";
  made.innerHTML = ICON;
  made.append(label);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    made.classList.toggle("done", text !== "");
    label.textContent = text || "Copy";
    made.ariaLabel = `${label.textContent} ${name}`.trim();
    status.textContent = text;
  };
  say("");
  made.addEventListener("click", async () => {
    say((await copy(code)) ? "Copied" : "Selected");
    clearTimeout(timer);
    timer = setTimeout(say, DONE_MS, "");
  });
  return made;
}

/** Whether the text was copied; where that is not allowed, the block is selected instead. */
async function copy(code: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(commandText(linesOf(code)));
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
