/**
 * Link definitions and footnotes across the documents of one page. A body is a
 * document of its own, yet it may use what the documents around it define.
 */
import type { Definition, FootnoteDefinition, Nodes, Parents, Root, RootContent } from "mdast";

/** Markdown that defines, in another document, what `tree` defines. */
export function definitionsText(tree: Root): string {
  let text = "";
  visit(tree, (node) => {
    if (node.type === "definition") {
      const title = node.title ? ` "${node.title.replace(/["\\]/g, "\\$&")}"` : "";
      text += `\n[${node.label ?? node.identifier}]: <${node.url.replace(/[<>\\]/g, "\\$&")}>${title}\n`;
    }
    if (node.type === "footnoteDefinition") text += `\n[^${node.label ?? node.identifier}]: x\n`;
  });
  return text;
}

/** Notes the names of a page's own footnotes, which no body's can take. */
export function noteFootnotes(tree: Root, footnotes: Set<string>): void {
  visit(tree, (node) => {
    if (node.type === "footnoteDefinition") footnotes.add(node.identifier);
  });
}

/**
 * Makes a body's document stand on its own in the page's tree: references become
 * links, and footnotes that another document has too get a name of their own.
 */
export function settleReferences(
  tree: Root,
  borrowed: ReadonlySet<RootContent>,
  footnotes: Set<string>,
): void {
  const definitions = new Map<string, Definition>();
  const own: FootnoteDefinition[] = [];
  visit(tree, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if (node.type === "footnoteDefinition" && !borrowed.has(node)) own.push(node);
  });
  const renamed = renamedFootnotes(own, footnotes);
  if (definitions.size === 0 && renamed.size === 0) return;
  visit(tree, (node) => {
    if (node.type === "linkReference" || node.type === "imageReference") {
      const definition = definitions.get(node.identifier);
      if (definition !== undefined) resolveReference(node, definition);
    } else if (node.type === "footnoteReference" || node.type === "footnoteDefinition") {
      node.identifier = renamed.get(node.identifier) ?? node.identifier;
    }
  });
  removeDefinitions(tree);
}

function renamedFootnotes(
  own: readonly FootnoteDefinition[],
  taken: Set<string>,
): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const { identifier } of own) {
    let name = identifier;
    for (let i = 2; taken.has(name); i++) name = `${identifier}-${i}`;
    taken.add(name);
    if (name !== identifier) renamed.set(identifier, name);
  }
  return renamed;
}

function resolveReference(node: Nodes, { url, title }: Definition): void {
  const fields: Record<string, unknown> = node as object as Record<string, unknown>;
  fields.type = node.type === "linkReference" ? "link" : "image";
  fields.url = url;
  fields.title = title ?? null;
  for (const field of ["identifier", "label", "referenceType"]) delete fields[field];
}

function removeDefinitions(parent: Parents): void {
  parent.children = (parent.children as RootContent[]).filter(
    (child) => child.type !== "definition",
  ) as typeof parent.children;
  for (const child of parent.children) if ("children" in child) removeDefinitions(child);
}

function visit(node: Nodes, visitor: (node: Nodes) => void): void {
  visitor(node);
  if ("children" in node) for (const child of node.children) visit(child, visitor);
}
