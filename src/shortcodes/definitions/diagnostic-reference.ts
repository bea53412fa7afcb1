import type { Code, Heading, PhrasingContent, RootContent } from "mdast";
import {
  type CatalogEntry,
  type Example,
  entriesOf,
  GROUP_NAMES,
  type GroupName,
} from "../../messages/catalog.ts";
import { inlineElement, lineElement } from "../nodes/elements.ts";
import { type Cell, table } from "../nodes/table.ts";
import type { Call, Context, ShortcodeDefinition } from "../types.ts";
import { textCell } from "./shared/cells.ts";
import { textArgument } from "./shared/inline.ts";
import { ownMarkdown } from "./shared/own-markdown.ts";

/** `diagnostic-reference`: what the catalog of diagnostics says. */
export const diagnosticReference: ShortcodeDefinition = {
  name: "diagnostic-reference",
  doc: "What Waymark can find wrong, as its catalog says: a section for each diagnostic of a group, or a table. For a manual that cannot go stale.",
  parameters: {
    group: {
      type: "string",
      position: 0,
      values: GROUP_NAMES,
      doc: "The group to show. Without one, the call makes a table of all diagnostics.",
    },
    list: { type: "boolean", default: false, doc: "Whether to make a table of the group." },
    pages: {
      type: "string",
      doc: "The address below which each group has a page of its name, for the links of a table; by default they lead to this page. The rows of a table that leads to other pages have the diagnostics' ids.",
    },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const group = GROUP_NAMES.find((name) => name === call.arguments.group);
    if (group === undefined || call.arguments.list === true) {
      const rows = (group === undefined ? GROUP_NAMES : [group]).flatMap((name) =>
        rowsOf(name, call, context),
      );
      return {
        type: "nodes",
        nodes: [table(["Diagnostic", "Level", "Meaning"].map(textCell), rows)],
      };
    }
    const nodes = entriesOf(group).flatMap(([id, entry]) => section(id, entry, call, context));
    return { type: "nodes", nodes };
  },
};

function rowsOf(group: GroupName, call: Call, context: Context): Cell[][] {
  const pages = textArgument(call, "pages");
  return entriesOf(group).map(([id, { level, title }]) => {
    const page = pages === undefined ? "" : `${pages.replace(/\/$/, "")}/${group}/`;
    const children: PhrasingContent[] = [{ type: "inlineCode", value: id }];
    const link: PhrasingContent = { type: "link", url: `${page}#${id}`, title: null, children };
    const content = pages === undefined ? link : inlineElement("span", { id }, [link]);
    return [
      [{ type: "paragraph", children: [content] }],
      textCell(level),
      ownMarkdown(title, call, context),
    ];
  });
}

/** A diagnostic below a heading that has its id. */
function section(id: string, entry: CatalogEntry, call: Call, context: Context): RootContent[] {
  const { level, title, happened, why, fix, message, example } = entry;
  const heading: Heading = {
    type: "heading",
    depth: 2,
    children: [{ type: "inlineCode", value: id }],
    data: { hProperties: { id } },
  };
  const kind = lineElement("p", {}, [
    inlineElement("span", { className: ["tag"] }, [{ type: "text", value: level }]),
    { type: "text", value: " " },
    { type: "strong", children: [{ type: "text", value: title }] },
  ]);
  const shown = lineElement("p", {}, [
    { type: "text", value: "For example: " },
    { type: "inlineCode", value: message },
  ]);
  const texts = `**Why.** ${why}\n\n**What to do.** ${fix}`;
  return [
    heading,
    kind,
    ...ownMarkdown(happened, call, context),
    shown,
    ...ownMarkdown(texts, call, context),
    ...(example === undefined
      ? []
      : [code("Wrong", "wrong", example), code("Right", "right", example)]),
  ];
}

const LANGUAGES: Readonly<Record<string, string>> = { md: "md", yml: "yaml" };

function code(label: string, form: "wrong" | "right", example: Example): Code {
  const { file } = example;
  const extension = file?.slice(file.lastIndexOf(".") + 1) ?? "md";
  const title = file === undefined ? label : `${label}: ${file}`;
  return {
    type: "code",
    lang: LANGUAGES[extension] ?? "text",
    meta: `{title="${title}"}`,
    value: example[form],
  };
}
