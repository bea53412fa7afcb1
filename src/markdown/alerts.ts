/**
 * GitHub's alerts: a block quote whose first line is `[!NOTE]`, TIP, IMPORTANT,
 * WARNING or CAUTION in any case, optionally with a title after it (Hugo:
 * markup/goldmark/blockquotes), becomes an admonition. Other quotes stay.
 */
import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import {
  ADMONITION_TITLES,
  type Admonition,
  type AdmonitionKind,
  admonition,
} from "../shortcodes/nodes/admonition.ts";
import { sourceTextOf } from "./report.ts";

const MARKER = /^\[!(note|tip|important|warning|caution)\](?=[ \t\n]|$)[ \t]*/i;

const KINDS: Readonly<Record<string, AdmonitionKind>> = {
  note: "note",
  tip: "tip",
  important: "important",
  warning: "warning",
  caution: "caution",
};

/** The step. */
export const remarkAlerts: Plugin<[], Root> = () => (tree, file) => settleAlerts(tree, file);

function settleAlerts(parent: Nodes, file: VFile): void {
  if (!("children" in parent)) return;
  const children: Nodes[] = parent.children;
  children.forEach((child, index) => {
    const alert = child.type === "blockquote" ? alertOf(child, file) : undefined;
    if (alert !== undefined) children[index] = alert;
    settleAlerts(alert ?? child, file);
  });
}

function alertOf(quote: Blockquote, file: VFile): Admonition | undefined {
  if (quote.data?.hName !== undefined) return undefined;
  const [paragraph, ...rest] = quote.children;
  const first = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
  if (paragraph?.type !== "paragraph" || first?.type !== "text") return undefined;
  const marker = MARKER.exec(first.value);
  const kind = KINDS[marker?.[1]?.toLowerCase() ?? ""];
  if (marker === null || kind === undefined) return undefined;
  // `\[!NOTE]` is a quote that starts with these letters.
  if (sourceTextOf(file, first)?.startsWith("\\")) return undefined;

  first.value = first.value.slice(marker[0].length);
  const { line, after } = splitFirstLine(paragraph);
  const title = textOf(line).trim() || ADMONITION_TITLES[kind];
  const body = after.length > 0 ? [{ ...paragraph, children: after }] : [];
  return { ...admonition(kind, title, [...body, ...rest]), position: quote.position };
}

/** A paragraph's first line and what follows its line break. */
function splitFirstLine({ children }: Paragraph): {
  line: PhrasingContent[];
  after: PhrasingContent[];
} {
  const index = children.findIndex(
    (child) => child.type === "break" || (child.type === "text" && child.value.includes("\n")),
  );
  const node = children[index];
  if (node?.type !== "text") {
    return index < 0
      ? { line: children, after: [] }
      : { line: children.slice(0, index), after: children.slice(index + 1) };
  }
  const at = node.value.indexOf("\n");
  const remaining = node.value.slice(at + 1);
  return {
    line: [...children.slice(0, index), { ...node, value: node.value.slice(0, at) }],
    after: [
      ...(remaining === "" ? [] : [{ ...node, value: remaining }]),
      ...children.slice(index + 1),
    ],
  };
}
