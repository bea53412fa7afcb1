/** A button on each code block that copies the command, without prompts. */

const DONE_MS = 1600;

/** Adds the buttons; output blocks have none. */
export function addCopyButtons(): void {
  const status = document.createElement("span");
  status.className = "sr";
  status.setAttribute("role", "status");
  document.body.append(status);
  for (const figure of document.querySelectorAll<HTMLElement>("figure.code:not(.out)")) {
    const head = figure.querySelector(".code-head");
    const code = figure.querySelector("pre code");
    if (head === null || code === null) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.innerHTML =
      '<svg class="icon" aria-hidden="true"><use href="#i-copy"></use></svg><span>Copy</span>';
    button.addEventListener("click", () => void copy(code, button, status));
    head.append(button);
  }
}

async function copy(code: Element, button: HTMLButtonElement, status: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(commandOf(code));
  const label = button.querySelector("span");
  button.classList.add("done");
  if (label !== null) label.textContent = "Copied";
  status.textContent = "Copied";
  setTimeout(() => {
    button.classList.remove("done");
    if (label !== null) label.textContent = "Copy";
    status.textContent = "";
  }, DONE_MS);
}

/** The text of a block without its prompts; with prompts, only the lines that have one. */
export function commandOf(code: Element): string {
  const lines = [...code.querySelectorAll(".line")];
  const prompted = lines.filter((line) => line.querySelector(".prompt") !== null);
  const wanted = prompted.length > 0 ? prompted : lines;
  return wanted.map(textOf).join("\n");
}

function textOf(line: Element): string {
  const text = line.textContent ?? "";
  const prompt = line.querySelector(".prompt")?.textContent ?? "";
  return prompt !== "" && text.startsWith(prompt) ? text.slice(prompt.length) : text;
}
