/** The lines of a text, by offsets. LF, CRLF and a lone CR end a line (CommonMark 2.1). */

export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    const next = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

/** The index of the line that holds an offset; of the last one for the end of the text. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
