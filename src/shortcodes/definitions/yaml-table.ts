import { get } from "../../data/node.ts";
import { alternatives } from "../../text/alternatives.ts";
import { nearest } from "../../text/nearest.ts";
import { headlessTable, table } from "../nodes/table.ts";
import type { Call, Context, ShortcodeDefinition } from "../types.ts";
import { cellOf, textCell } from "./shared/cells.ts";
import { textArgument } from "./shared/inline.ts";
import { type Column, type Records, recordsOf, valueProblem } from "./shared/records.ts";

/** `yaml-table`: a data file as a table. */
export const yamlTable: ShortcodeDefinition = {
  name: "yaml-table",
  doc: "A data file as a table: a list of maps, or `columns` and `rows`. Cells are Markdown; a row may leave cells out.",
  parameters: {
    data: {
      type: "string",
      names: "data",
      position: 0,
      required: true,
      doc: "The data file's path below `data/`, without extension.",
    },
    columns: {
      type: "string",
      doc: "The columns to show, in this order, with commas between them.",
    },
    noHeader: { type: "boolean", doc: "Whether to leave the header row out." },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const found = context.data(call, "data");
    if (found === undefined) return { type: "failed" };
    const { value, target } = found;
    const records = recordsOf(value);
    if (typeof records === "string") {
      const message = `Unexpected shape of ${target}, expected ${records}`;
      context.report({ id: "data-shape", message }, call.argumentSpan("data"));
      return { type: "failed" };
    }
    const columns = chosenColumns(records, call, context);
    if (columns === undefined) return { type: "failed" };
    const keys = columns.map(({ key }) => key);
    const problem = valueProblem(records.rows, keys);
    if (problem !== undefined) {
      const message = `Unexpected ${problem} of ${target}, expected text`;
      context.report({ id: "data-shape", message }, call.argumentSpan("data"));
    }
    const rows = records.rows.map((row) =>
      keys.map((key) => cellOf(get(row, key), target, context)),
    );
    if (call.arguments.noHeader === true) {
      return { type: "nodes", nodes: [headlessTable(columns.length, rows)] };
    }
    const header = columns.map(({ key, heading }) =>
      heading === undefined ? textCell(key) : cellOf(heading, target, context),
    );
    return { type: "nodes", nodes: [table(header, rows)] };
  },
};

/** The columns that the call asks for; undefined after a report. */
function chosenColumns(
  records: Records,
  call: Call,
  context: Context,
): readonly Column[] | undefined {
  const wanted = textArgument(call, "columns");
  if (wanted === undefined) return records.columns;
  const chosen: Column[] = [];
  for (const name of wanted.split(",").map((part) => part.trim())) {
    const column = records.columns.find(({ key }) => key === name);
    if (column === undefined) {
      const known = records.columns.map(({ key }) => key);
      const message = `Unexpected column "${name}", expected ${alternatives(known)}`;
      const complaint = {
        id: "parameter-value",
        message,
        suggestion: nearest(name, known),
      } as const;
      context.report(complaint, call.argumentSpan("columns"));
      return undefined;
    }
    chosen.push(column);
  }
  return chosen;
}
