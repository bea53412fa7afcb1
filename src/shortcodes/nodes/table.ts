/** Tables whose cells hold any Markdown. */
import type { PhrasingContent, RootContent, Table, TableCell, TableRow } from "mdast";

/** A cell's content: blocks as a parser gives them. */
export type Cell = readonly RootContent[];

/** A table with a header row. */
export function table(header: readonly Cell[], rows: readonly (readonly Cell[])[]): Table {
  const align = header.map(() => null);
  return { type: "table", align, children: [row(header), ...rows.map((cells) => row(cells))] };
}

/**
 * A table without a header. GFM has none, so its header row is there, empty, and
 * is hidden from readers and assistive technology alike.
 */
export function headlessTable(columns: number, rows: readonly (readonly Cell[])[]): Table {
  const made = table(
    Array.from({ length: columns }, () => []),
    rows,
  );
  const [first, ...rest] = made.children;
  if (first === undefined) return made;
  const hidden: TableRow = { ...first, data: { hProperties: { hidden: true } } };
  return { ...made, children: [hidden, ...rest] };
}

function row(cells: readonly Cell[]): TableRow {
  return { type: "tableRow", children: cells.map(cell) };
}

/** GFM: a cell holds a line of text. A sole paragraph becomes one; other blocks stay as they are. */
function cell(content: Cell): TableCell {
  const [first] = content;
  const isLine = content.length === 1 && first?.type === "paragraph";
  const children = isLine ? first.children : (content as readonly PhrasingContent[]);
  return { type: "tableCell", children: [...children] };
}
