import { get } from "../../data/node.ts";
import type { DataNode } from "../../data/types.ts";
import { alternatives } from "../../text/alternatives.ts";
import { nearest } from "../../text/nearest.ts";
import type { Call, Complaint, Context, NamedData, ShortcodeDefinition } from "../types.ts";
import { bulletList, cellOf } from "./shared/cells.ts";
import { textArgument } from "./shared/inline.ts";
import { recordsOf, valueProblem } from "./shared/records.ts";

/** `yaml-list`: a data file as a list. */
export const yamlList: ShortcodeDefinition = {
  name: "yaml-list",
  doc: "A data file as a list: a list of texts, or one column of a list of maps. Items are Markdown.",
  parameters: {
    data: {
      type: "string",
      names: "data",
      position: 0,
      required: true,
      doc: "The data file's path below `data/`, without extension.",
    },
    column: { type: "string", doc: "The key whose values to list; needed for a list of maps." },
    numbered: { type: "boolean", doc: "Whether the items have numbers." },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const found = context.data(call, "data");
    const items = found && itemsOf(found, call, context);
    if (found === undefined || items === undefined) return { type: "failed" };
    const cells = items.map((item) => cellOf(item, found.target, context));
    return { type: "nodes", nodes: [bulletList(cells, call.arguments.numbered === true)] };
  },
};

/** The values to list; undefined after a report. */
function itemsOf(found: NamedData, call: Call, context: Context): readonly DataNode[] | undefined {
  const fail = (complaint: Complaint, parameter: string): undefined => {
    context.report(complaint, call.argumentSpan(parameter));
    return undefined;
  };
  const { value, target } = found;
  const column = textArgument(call, "column");
  if (column === undefined) {
    if (value.kind === "list" && value.items.every(({ kind }) => kind === "scalar")) {
      return value.items;
    }
    const message = `Unexpected shape of ${target}, expected a list of texts, or a column to take from a list of maps`;
    return fail({ id: "data-shape", message }, "data");
  }
  const records = recordsOf(value);
  if (typeof records === "string") {
    const message = `Unexpected shape of ${target}, expected ${records}`;
    return fail({ id: "data-shape", message }, "data");
  }
  const problem = valueProblem(records.rows, [column]);
  if (problem !== undefined) {
    return fail(
      { id: "data-shape", message: `Unexpected ${problem} of ${target}, expected text` },
      "data",
    );
  }
  const values = records.rows.map((row) => get(row, column));
  const given = values.filter((item) => item !== undefined);
  if (given.length === 0) {
    const known = records.columns.map(({ key }) => key);
    const message = `Unexpected column "${column}", expected ${alternatives(known)}`;
    return fail({ id: "parameter-value", message, suggestion: nearest(column, known) }, "column");
  }
  if (given.length < values.length) {
    const row = values.indexOf(undefined) + 1;
    const message = `Unexpected item ${row} of ${target} without "${column}"`;
    return fail({ id: "data-shape", message }, "column");
  }
  return given;
}
