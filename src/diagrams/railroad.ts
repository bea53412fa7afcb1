/** Draws a statement's syntax as a railroad diagram in SVG. */
import type { DataNode } from "../data/types.ts";
import type { Source } from "../text/source.ts";
import { readGrammar } from "./grammar.ts";
import { type Box, LEADING, layOut, line, RADIUS } from "./layout.ts";
import { escapeXml, FONT_SIZE, type Mark, svgOf } from "./marks.ts";
import type { Drawn, Grammar } from "./types.ts";
import { wordsOf } from "./words.ts";

/** Room around the drawing, and between its edge and the first box. */
const MARGIN = 8;
const LEAD = 14;
/** Half the height of the bars at the ends. */
const BAR = 9;

/**
 * The diagram of a grammar (see grammar.ts), which stands in `source`. Its words
 * are the same syntax as text. What is wrong comes as findings with places.
 */
export function drawDiagram(node: DataNode, source: Source): Drawn {
  const { grammar, findings } = readGrammar(node, source);
  if (findings.length > 0) return { ok: false, findings };
  const words = wordsOf(grammar.lines);
  const alternative = grammar.description === undefined ? words : `${grammar.description} ${words}`;
  return { ok: true, value: { svg: draw(grammar), alternative } };
}

function draw({ title, lines }: Grammar): string {
  const rows = place(lines.map(layOut));
  const width = Math.ceil(Math.max(...rows.map(({ right }) => right)) + MARGIN);
  const height = (rows.at(-1)?.bottom ?? 0) + MARGIN;
  const marks = [
    ...edge(rows[0], "start"),
    ...rows.flatMap(drawRow(rows)),
    ...edge(rows.at(-1), "end"),
  ];
  const label = title === "" ? "Syntax diagram" : `Syntax diagram: ${title}`;
  return [
    `<svg class="railroad" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" aria-label="${escapeXml(label)}" fill="none" stroke="currentColor"`,
    ` font-family="monospace" font-size="${FONT_SIZE}" text-anchor="middle">`,
    svgOf(marks),
    "</svg>",
  ].join("");
}

/** A line of the stack in its place. */
interface Row {
  readonly box: Box;
  /** Where the box begins. */
  readonly x: number;
  /** Its baseline. */
  readonly y: number;
  /** Where the line after the box ends. */
  readonly right: number;
  readonly bottom: number;
}

function place(boxes: readonly Box[]): Row[] {
  const rows: Row[] = [];
  // The turns that lead to further rows need room at the left.
  const x = MARGIN + LEAD + (boxes.length > 1 ? RADIUS : 0);
  for (const box of boxes) {
    const above = rows.at(-1);
    // Two turns and a line back stand between two rows.
    const up = Math.max(box.up, BAR);
    const y = above === undefined ? MARGIN + up : above.bottom + 2 * LEADING + up;
    const turn = above === undefined ? y : Math.max(y, above.y + 4 * RADIUS);
    rows.push({
      box,
      x,
      y: turn,
      right: x + box.width + LEAD,
      bottom: turn + Math.max(box.down, BAR),
    });
  }
  return rows;
}

function drawRow(rows: readonly Row[]): (row: Row, index: number) => Mark[] {
  return (row, index) => {
    const next = rows[index + 1];
    const { box, x, y } = row;
    const marks = [line(x - LEAD, y, `h${LEAD}`), ...box.draw(x, y)];
    if (next === undefined) return [...marks, line(x + box.width, y, `h${LEAD}`)];
    return [...marks, line(x + box.width, y, turnBack(row, next))];
  };
}

/** From a row's end around its right side, back to the left between the rows, to the next one. */
function turnBack(row: Row, next: Row): string {
  const r = RADIUS;
  const lane = next.y - next.box.up - LEADING;
  const middle = Math.min(Math.max(row.bottom + LEADING, lane), next.y - 2 * r);
  const distance = row.x + row.box.width - (next.x - LEAD);
  const down = `a${r} ${r} 0 0 1 ${r} ${r}V${middle - r}a${r} ${r} 0 0 1 ${-r} ${r}`;
  return `${down}h${-distance}a${r} ${r} 0 0 0 ${-r} ${r}V${next.y - r}a${r} ${r} 0 0 0 ${r} ${r}`;
}

/** The bars where a reader begins and ends. */
function edge(row: Row | undefined, side: "start" | "end"): Mark[] {
  if (row === undefined) return [];
  const x = side === "start" ? row.x - LEAD : row.right;
  return [0, side === "start" ? -4 : 4].map((dx) => line(x + dx, row.y - BAR, `v${2 * BAR}`));
}
