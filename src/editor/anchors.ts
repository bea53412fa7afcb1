/** Where the ids of a page stand: headings, tabs and what else has one, also in what a page includes. */
import type { Nodes } from "mdast";
import { eachNode } from "../markdown/each-node.ts";
import { headingText } from "../markdown/heading-text.ts";
import type { Project } from "../project/project.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";
import { pageTarget, type Target } from "./targets.ts";

/**
 * The place of an id on a page, or the page itself for an empty one and for one that it does not
 * have. `current`: a text as it is written, which goes before that of its page.
 */
export function anchorTarget(
  project: Project,
  page: Page | undefined,
  fragment: string | undefined,
  current: Source,
): Target | undefined {
  const whole = pageTarget(page);
  if (page === undefined || whole === undefined || !fragment) return whole;
  const source = current.path === page.path ? current : whole.source;
  const { tree, origin } = project.render(source, page);
  let found: Target | undefined;
  eachNode(tree, (node) => {
    if (found !== undefined || !hasId(node, fragment)) return;
    const span = origin(node);
    if (span === undefined) return;
    const heading = node.type === "heading" ? headingText(node) : undefined;
    found = { ...whole, source: span.source, range: span, heading };
  });
  return found ?? whole;
}

/** Whether a node has an id; raw HTML may have several. */
export function hasId(node: Nodes, id: string): boolean {
  if (idOf(node) === id) return true;
  return (
    node.type === "html" &&
    new RegExp(`\\s(?:id|name)=["']?${escaped(id)}["'\\s>]`).test(node.value)
  );
}

/** The id of a node that is no raw HTML. */
export function idOf(node: Nodes): string | undefined {
  const properties = node.data && "hProperties" in node.data ? node.data.hProperties : undefined;
  return typeof properties?.id === "string" && properties.id !== "" ? properties.id : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
