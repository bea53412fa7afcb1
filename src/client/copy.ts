/** The button on each code block copies the command: no prompts, no output. */
import { commandText, linesOf } from "./copy-text.ts";

const DONE_MS = 1600;

/** Listens for clicks on the buttons. */
export function bindCopyButtons(): void {
  if (document.querySelector("button.copy") === null) return;
  const status = document.createElement("span");
  status.className = "sr";
  status.role = "status";
  document.body.append(status);
  const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>();
  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("button.copy") : null;
    const code = button?.closest("figure")?.querySelector("pre code");
    if (!button || !code) return;
    const say = (text: string): void => {
      button.classList.toggle("done", text !== "");
      const label = button.querySelector("span");
      const before = label?.textContent ?? "";
      const now = text || "Copy";
      if (label) label.textContent = now;
      // The name starts with what is read on the button.
      button.ariaLabel = now + (button.ariaLabel ?? "").slice(before.length);
      status.textContent = text;
    };
    say((await copy(code)) ? "Copied" : "Selected");
    clearTimeout(timers.get(button));
    timers.set(button, setTimeout(say, DONE_MS, ""));
  });
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
