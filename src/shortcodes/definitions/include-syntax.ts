import type { RootContent } from "mdast";
import { get } from "../../data/node.ts";
import type { DataNode } from "../../data/types.ts";
import { table } from "../nodes/table.ts";
import type { Context, NamedEntry, ShortcodeDefinition } from "../types.ts";
import { cellOf, textCell } from "./shared/cells.ts";
import { lacksField, originOfEntry } from "./shared/entry.ts";
import { blocks, fenced } from "./shared/fence.ts";

/** `include-syntax`: a statement's syntax and a table of its elements. */
export const includeSyntax: ShortcodeDefinition = {
  name: "include-syntax",
  doc: "A named entry of a data file: its description and code, and a table of its `syntax_elements`.",
  parameters: {
    file: {
      type: "string",
      names: "data",
      required: true,
      doc: "The data file's path below `data/`, without extension.",
    },
    example: { type: "string", names: "entry", required: true, doc: "The entry's name." },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const found = context.entry(call, "file", "example");
    if (found === undefined) return { type: "failed" };
    const { entry } = found;
    const { code, syntaxElements } = entry;
    if (code === undefined && syntaxElements === undefined) {
      const complaint = lacksField(entry, ["code", "syntax_elements"]);
      context.report(complaint, call.argumentSpan("example"));
      return { type: "failed" };
    }
    const elements = syntaxElements?.items ?? [];
    const after = entry.addenda === undefined ? [] : context.parse(entry.addenda, found.target);
    const nodes = [
      ...beforeTable(found, context),
      ...tableOf(elements, found.target, context),
      ...after,
    ];
    return { type: "nodes", nodes };
  },
};

function beforeTable({ entry, target }: NamedEntry, context: Context): RootContent[] {
  const origin = originOfEntry(entry);
  const { description, code, language, languageText } = entry;
  const example = code && fenced(code, languageText ?? language, origin);
  const texts = [description?.trimEnd(), example];
  const text = blocks(
    texts.filter((part) => part !== undefined),
    origin,
  );
  return text.length === 0 ? [] : context.parse(text, target);
}

function tableOf(elements: readonly DataNode[], target: string, context: Context): RootContent[] {
  if (elements.length === 0) return [];
  const rows = elements.map((element) =>
    [get(element, "syntax") ?? get(element, "name"), get(element, "description")].map((value) =>
      cellOf(value, target, context),
    ),
  );
  return [table([textCell("Syntax element"), textCell("Description")], rows)];
}
