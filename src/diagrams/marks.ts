/** What a railroad diagram is drawn with: the line, boxes and words. */
import type { Box } from "./layout.ts";
import type { Syntax } from "./types.ts";

/** Something on the drawing. */
export type Mark =
  | { readonly type: "line"; readonly path: string }
  | {
      readonly type: "terminal" | "nonterminal" | "comment";
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
    };

type Leaf = Extract<Syntax, { readonly text: string }>;

/** Text size, and the advance of one character: monospaced fonts stay below 0.61 em. */
export const FONT_SIZE = 13;
const ADVANCE = 8;
/** Room in a box on either side of its words. */
const PADDING = 11;
/** Half the height of a box. */
export const HALF = 14;

/** The box of words. */
export function leaf({ type, text }: Leaf): Box {
  const padding = type === "comment" ? 4 : PADDING;
  const width = [...text].length * ADVANCE + 2 * padding;
  return {
    width,
    up: HALF,
    down: HALF,
    draw: (x, y) => [{ type, text, x, y, width }],
  };
}

/**
 * Marks as SVG, the line as one path below the boxes. Presentation attributes
 * only: a strict content security policy has no inline styles.
 */
export function svgOf(marks: readonly Mark[]): string {
  let path = "";
  let words = "";
  for (const mark of marks) {
    if (mark.type === "line") path += mark.path;
    else words += wordsOf(mark);
  }
  return `<path class="rr-line" d="${path}"/>${words}`;
}

function wordsOf(mark: Exclude<Mark, { type: "line" }>): string {
  const { type, text, x, y, width } = mark;
  const middle = x + width / 2;
  const words = `<text class="rr-text" x="${middle}" y="${y}" dy=".35em" fill="currentColor" stroke="none">${escapeXml(text)}</text>`;
  if (type === "comment") return `<g class="rr-comment">${words}</g>`;
  const round = type === "terminal" ? ` rx="${HALF}"` : "";
  const box = `<rect x="${x}" y="${y - HALF}" width="${width}" height="${2 * HALF}"${round}/>`;
  return `<g class="rr-${type}">${box}${words}</g>`;
}

/** Text as XML text and attribute values have it. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
