/**
 * From mdast to hast with mdast-util-to-hast, as remark-rehype does it, without two costs of
 * it: it looks through the whole tree for definitions by a slow walk, and it copies the
 * position of each node, which no later step asks for.
 */
import type { Element, Root as HastRoot } from "hast";
import type { Definition, FootnoteDefinition, Root } from "mdast";
import {
  defaultHandlers,
  type Handler,
  type Handlers,
  type State,
  toHast,
} from "mdast-util-to-hast";
import type { Plugin } from "unified";
import { eachNode } from "./each-node.ts";

/** The step. Raw HTML stays as it is; ids get no prefix. */
export const remarkToHast: Plugin<[Handlers], Root, HastRoot> = (handlers) => (tree, file) => {
  const definitions: Root = { type: "root", children: definitionsOf(tree) };
  const options = { file, allowDangerousHtml: true, clobberPrefix: "" };
  const root: Handler = (state) => {
    state.patch = () => {};
    state.applyData = withProperties(state.applyData);
    // Its type leaves roots out (mdast-util-to-hast: `Handler`).
    return defaultHandlers.root(state, tree) as Element;
  };
  return toHast(definitions, { ...options, handlers: { ...handlers, root } }) as HastRoot;
};

/** Names, classes and ids need no `structuredClone`, which takes longer than all else here. */
function withProperties(applyData: State["applyData"]): State["applyData"] {
  return (from, to) => {
    const { data } = from;
    if (data?.hProperties === undefined) return applyData(from, to);
    const result = applyData({ ...from, data: { ...data, hProperties: undefined } }, to);
    if (result.type !== "element") return result;
    for (const [name, value] of Object.entries(data.hProperties)) {
      result.properties[name] = Array.isArray(value) ? [...value] : value;
    }
    return result;
  };
}

function definitionsOf(tree: Root): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  eachNode(tree, (node) => {
    if (node.type === "definition" || node.type === "footnoteDefinition") found.push(node);
  });
  return found;
}
