/** Fenced code as Markdown text (CommonMark 4.5). */
import { MappedText, type Origin } from "../../../text/mapped.ts";

/**
 * `code` in a fence that nothing in it can close. An info string that an author wrote keeps
 * its place; `origin`: where code without text is from.
 */
export function fenced(code: MappedText, info: string | MappedText, origin: Origin): MappedText {
  const content = code.trimEnd();
  const fence = "`".repeat(Math.max(3, longestRun(content.text) + 1));
  const start = content.text === "" ? origin : content.originAt(0);
  return MappedText.join([
    MappedText.generated(fence, start),
    typeof info === "string" ? MappedText.generated(info, start) : info,
    MappedText.generated("\n", start),
    content,
    MappedText.generated(`\n${fence}`, start),
  ]);
}

/** Texts with a blank line between them. */
export function blocks(texts: readonly MappedText[], origin: Origin): MappedText {
  const gap = MappedText.generated("\n\n", origin);
  return MappedText.join(texts.flatMap((text, index) => (index === 0 ? [text] : [gap, text])));
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}
