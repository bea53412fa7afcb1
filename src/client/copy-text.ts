/** What of a code block is copied. */

/** A line as it stands, and the prompt that it starts with; empty without one. */
export interface CodeLine {
  readonly text: string;
  readonly prompt: string;
}

/**
 * The text without prompts. In a block with prompts the other lines are answers,
 * and left out, but for those that go on after a backslash.
 */
export function commandText(lines: readonly CodeLine[]): string {
  if (lines.every(({ prompt }) => prompt === "")) return lines.map(({ text }) => text).join("\n");
  const wanted: string[] = [];
  let goesOn = false;
  for (const { text, prompt } of lines) {
    const isCommand: boolean = prompt !== "" || goesOn;
    if (isCommand) wanted.push(text.startsWith(prompt) ? text.slice(prompt.length) : text);
    goesOn = isCommand && text.endsWith("\\");
  }
  return wanted.join("\n");
}
