/** What of a code block is copied. */

/** A line as it stands, and what it is. */
export interface CodeLine {
  readonly text: string;
  /** The prompt that it starts with; empty without one. */
  readonly prompt: string;
  /** It is shown only: what a command printed, or a line that a change takes away. */
  readonly isLeftOut: boolean;
}

/** The text without prompts, and without the lines that are only shown. */
export function commandText(lines: readonly CodeLine[]): string {
  return lines
    .filter(({ isLeftOut }) => !isLeftOut)
    .map(({ text, prompt }) => (text.startsWith(prompt) ? text.slice(prompt.length) : text))
    .join("\n");
}

/** The lines of a block. */
export function linesOf(code: Element): CodeLine[] {
  return Array.from(code.querySelectorAll(".line"), (line) => ({
    text: line.textContent ?? "",
    prompt: line.querySelector(".prompt")?.textContent ?? "",
    isLeftOut: line.matches(".answer, .removed"),
  }));
}
