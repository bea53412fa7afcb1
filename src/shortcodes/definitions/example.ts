import type { Code, RootContent } from "mdast";
import { blockElement, lineElement } from "../nodes/elements.ts";
import type { Call, ShortcodeDefinition } from "../types.ts";
import { hasBody } from "./shared/body.ts";
import { withoutHeadings } from "./shared/example-headings.ts";
import { textArgument } from "./shared/inline.ts";
import { codeText } from "./shared/raw.ts";

/** The longest line of a source that half of an article's width shows without scrolling. */
const MAX_BESIDE = 44;

/** `example`: Markdown as it is written, and what it becomes. */
export const example: ShortcodeDefinition = {
  name: "example",
  doc: "Shows its body twice: as you write it, and what it becomes. Narrow examples stand side by side where the window has room. Headings in the body get no id and stay out of the table of contents, and search reads the result only.",
  parameters: {
    title: {
      type: "string",
      position: 0,
      doc: "A name above the source, such as that of the file that it would stand in.",
    },
  },
  body: "required",
  output: "nodes",
  render: (call, context) => {
    if (!hasBody(call, context)) return { type: "failed" };
    const source = sourceOf(call);
    const result = withoutHeadings(call.bodyNodes());
    const isBeside = isNarrow(source.value) && !isWide(result);
    const className = isBeside ? ["example", "beside"] : ["example"];
    const parts = [
      // The same words stand in the result: search would find them twice.
      part("You write", { className: ["example-source"], dataPagefindIgnore: true }, [source]),
      part("You get", { className: ["example-result", "flow"] }, result),
    ];
    return { type: "nodes", nodes: [blockElement("div", { className }, parts)] };
  },
};

function sourceOf(call: Call): Code {
  const title = textArgument(call, "title");
  const meta = title === undefined ? null : `{title="${title.replace(/["\\]/g, "\\$&")}"}`;
  return { type: "code", lang: "md", meta, value: codeText(call.body?.text ?? "") };
}

function part(
  label: string,
  properties: Parameters<typeof blockElement>[1],
  children: readonly RootContent[],
): RootContent {
  const words = [{ type: "text" as const, value: label }];
  const line = lineElement("p", { className: ["example-label"], dataPagefindIgnore: true }, words);
  return blockElement("div", properties, [line, ...children]);
}

function isNarrow(source: string): boolean {
  return source.split("\n").every(({ length }) => length <= MAX_BESIDE);
}

/** Tables and drawings need the whole width. */
function isWide(nodes: readonly RootContent[]): boolean {
  return nodes.some((node) => {
    if (node.type === "html") return node.value.startsWith("<svg");
    return node.type === "table" || ("children" in node && isWide(node.children));
  });
}
