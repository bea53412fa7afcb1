/** A button on each code block that copies the command, without prompts. */
import { type CodeLine, commandText } from "./copy-text.ts";

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
    const head = figure.querySelector(".code-head");
    const code = figure.querySelector("pre code");
    if (head !== null && code !== null) head.append(button(code, status));
  }
}

function button(code: Element, status: HTMLElement): HTMLButtonElement {
  const made = document.createElement("button");
  const label = document.createElement("span");
  label.textContent = "Copy";
  made.type = "button";
  made.className = "copy";
  made.innerHTML = ICON;
  made.append(label);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    made.classList.toggle("done", text !== "");
    label.textContent = text || "Copy";
    status.textContent = text;
  };
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

function linesOf(code: Element): CodeLine[] {
  return [...code.querySelectorAll(".line")].map((line) => ({
    text: line.textContent ?? "",
    prompt: line.querySelector(".prompt")?.textContent ?? "",
  }));
}
