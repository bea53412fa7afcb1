import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { relatedAt } from "../../messages/related.ts";
import type { MappedSpan } from "../../text/mapped.ts";
import { oneLine } from "../../text/one-line.ts";
import { withoutFailures } from "../failure.ts";
import { type Tab, tabs as tabsNode, tagOf } from "../nodes/tabs.ts";
import { isBlank, isPhrasing } from "../phrasing.ts";
import type { Call, Context, Rendered, ShortcodeDefinition } from "../types.ts";
import { hasBody } from "./shared/body.ts";
import { textArgument } from "./shared/inline.ts";

/** `tabs`: a group of `tab` panels. */
export const tabs: ShortcodeDefinition = {
  name: "tabs",
  doc: "Panels of which a reader sees one at a time: one `tab` for each way to do the same thing. Tabs may stand in tabs. Without JavaScript and in print, all panels show, one after the other.",
  parameters: {
    group: {
      type: "string",
      doc: "Groups of one name change together, on this page and on others.",
    },
    label: { type: "string", doc: "What the choice is about, for screen readers." },
  },
  body: "required",
  output: "nodes",
  render: (call, context) => {
    if (!hasBody(call, context)) return { type: "failed" };
    const { rest, failed } = withoutFailures(call.bodyNodes());
    const children = onlyTabs(rest, call, context);
    // A panel that failed has no tab: it stands after the group.
    if (children.length === 0)
      return failed.length > 0 ? { type: "nodes", nodes: failed } : noTabs(call, context);
    reportDuplicates(children, call.span, context);
    const node = tabsNode(children, textArgument(call, "group"), textArgument(call, "label"));
    return { type: "nodes", nodes: [node, ...failed] };
  },
};

/** A group without a panel; tags in its body have told their own faults. */
function noTabs(call: Call, context: Context): Rendered {
  if (!/\{\{[<%]/.test(call.body?.text ?? "")) {
    const message = `Unexpected "tabs" without a "tab", expected at least one`;
    context.report({ id: "shortcode-child", message }, call.span);
  }
  return { type: "failed" };
}

/** The panels of a body; everything else in it is a fault. */
function onlyTabs(nodes: readonly RootContent[], call: Call, context: Context): Tab[] {
  const found: Tab[] = [];
  for (const node of nodes) {
    if (node.type === "tab") {
      found.push(node);
    } else if (!isBlank(node) && !isComment(node)) {
      const message = `Unexpected ${describe(node)} in "tabs", expected "tab" only`;
      context.report({ id: "shortcode-child", message }, call.span);
    }
  }
  return found;
}

function isComment(node: RootContent): boolean {
  return node.type === "html" && /^\s*<!--/.test(node.value) && node.value.trim().endsWith("-->");
}

/** Length of a quoted text after which it is cut. */
const MAX_QUOTE = 40;

function describe(node: RootContent): string {
  const parts = "children" in node ? node.children : [node];
  const between = isPhrasing(parts[0] ?? node) ? "" : " ";
  const text = oneLine(parts.map((part) => textOf(part)).join(between));
  const quote = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE).trimEnd()}…` : text;
  return quote === "" ? node.type : `${node.type} "${quote}"`;
}

/** Labels and keys tell tabs apart: in the list, in addresses, in the reader's memory. */
function reportDuplicates(children: readonly Tab[], span: MappedSpan, context: Context): void {
  const seen = new Map<string, Tab>();
  for (const child of children) {
    const before = seen.get(child.key);
    if (before === undefined) {
      seen.set(child.key, child);
      continue;
    }
    const message =
      before.label === child.label
        ? `Unexpected second tab "${child.label}", expected a label of its own`
        : `Unexpected tab "${child.label}" with the key "${child.key}" of "${before.label}", expected a key of its own`;
    const related = relatedAt("the first tab", tagOf(before));
    context.report({ id: "tab-duplicate", message, related }, tagOf(child) ?? span);
  }
}
