/** Tabs: a group of panels of which a reader sees one at a time. */
import type { Parent, RootContent } from "mdast";
import type { MappedSpan } from "../../text/mapped.ts";

/**
 * A group of tabs. Stock remark-rehype makes a `div` of it; ids and the list of
 * tabs are added where the whole page is known (WAI-ARIA: tabs pattern).
 */
export interface Tabs extends Parent {
  readonly type: "tabs";
  /** Groups of one name change together. */
  readonly group: string | undefined;
  /** The accessible name of the list of tabs. */
  readonly label: string | undefined;
  children: Tab[];
}

/** One panel with its label. */
export interface Tab extends Parent {
  readonly type: "tab";
  /** Plain text. */
  readonly label: string;
  /** What the choice is remembered by; the same in every group that offers it. */
  readonly key: string;
  children: RootContent[];
}

declare module "mdast" {
  interface RootContentMap {
    tabs: Tabs;
    tab: Tab;
  }
  interface BlockContentMap {
    tabs: Tabs;
    tab: Tab;
  }
}

/** The tags that panels come from, for findings of the group around them. */
const TAGS = new WeakMap<Tab, MappedSpan>();

/** A group of tabs. */
export function tabs(children: Tab[], group?: string, label?: string): Tabs {
  const hProperties: Record<string, string | string[]> = { className: ["tabs"] };
  if (group !== undefined) hProperties.dataSync = addressName(group);
  if (label !== undefined) hProperties.dataLabel = label;
  return { type: "tabs", group, label, data: { hName: "div", hProperties }, children };
}

/** One panel; `tag` is where it was opened. */
export function tab(
  { label, key }: Pick<Tab, "label" | "key">,
  children: RootContent[],
  tag: MappedSpan,
): Tab {
  const hProperties = { className: ["panel"], dataKey: key, dataTitle: label };
  const node: Tab = { type: "tab", label, key, data: { hName: "section", hProperties }, children };
  TAGS.set(node, tag);
  return node;
}

/** The tag that opened a panel; undefined if no shortcode did. */
export function tagOf(node: Tab): MappedSpan | undefined {
  return TAGS.get(node);
}

/**
 * The default key of a label: `Use AWS PrivateLink (Cloud-only)` is `use-aws-privatelink-cloud-only`.
 * The signs of `C++` and `C#` stay, for nothing else tells these labels from `C`.
 */
export function tabKey(label: string): string {
  const text = label.toLowerCase();
  const words = text.match(/[\p{L}\p{M}\p{N}]+(?:(?<=\p{L})[+#]+)?/gu) ?? [];
  return words.length === 0 ? addressName(text) : words.join("-");
}

/** A key or a group's name as addresses hold it, where commas stand between choices. */
export function addressName(text: string): string {
  return text.trim().replace(/[\s,]+/g, "-");
}
