/** How a section lists its pages, as its front matter says. */
import type { DataNode } from "../data/types.ts";
import type { Span } from "../messages/diagnostic.ts";
import { type Fields, textOf } from "./fields.ts";
import { LIST_FORMS } from "./front-matter-table.ts";

/** A column of a table of pages. */
export interface ListColumn {
  /** A field or a parameter of the pages. */
  readonly name: string;
  /** What stands above it, if the author named something. */
  readonly label: string | undefined;
  readonly span: Span;
}

export interface ListRules {
  readonly form: (typeof LIST_FORMS)[number];
  readonly columns: readonly ListColumn[];
  /** Subsections are groups with their pages, and not entries. */
  readonly hasGroups: boolean;
}

/** Reads `list`, `columns` and `list_groups`; Hugo themes: `disable_list`. Faults are told. */
export function readListRules(fields: Fields): ListRules {
  const isOff = textOf(fields.node("disable_list"))?.toLowerCase() === "true";
  const form = fields.word("list", LIST_FORMS, ["none", "cards"]);
  const columns = fields.field("columns");
  return {
    form: isOff ? "none" : (form ?? (columns === undefined ? "cards" : "table")),
    columns: columns === undefined ? [] : readColumns(fields, columns.source),
    hasGroups: fields.boolean("list_groups") ?? false,
  };
}

/** Each item is a name, or a map from a name to what stands above its column. */
function readColumns(fields: Fields, source: Span["source"]): ListColumn[] {
  return fields.list("columns").flatMap((node): ListColumn[] => {
    const span = { source, ...node.range };
    const name = textOf(node);
    if (name !== undefined) return [{ name, label: undefined, span }];
    const labelled = pairsOf(node).map(({ key, value }) => ({
      name: key,
      label: textOf(value),
      span,
    }));
    if (labelled.length === 0 || labelled.some(({ label }) => label === undefined)) {
      fields.wrong("columns", node, "a name, or a name with what stands above it");
      return [];
    }
    return labelled;
  });
}

function pairsOf(node: DataNode): Extract<DataNode, { kind: "map" }>["pairs"] {
  return node.kind === "map" ? node.pairs : [];
}
