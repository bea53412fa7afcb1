/** The same choice under nearly the same label: what a reader chose is not remembered there. */
import type { Root } from "mdast";
import { eachNode } from "../markdown/each-node.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { type Tab, tabKey, tagOf } from "../shortcodes/nodes/tabs.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { findingAt, partOf } from "./place.ts";

/** Words that say how or where a thing is used, not what it is. */
const ASIDES = /\([^()]*\)|\[[^[\]]*\]/g;
const FILLERS = new Set("use using with via by on in for the a an only your to through".split(" "));

interface Label {
  readonly label: string;
  readonly key: string;
  readonly places: MappedSpan[];
}

/** A finding for each place of a label that others of the same meaning outnumber. */
export function checkTabVariants(trees: Iterable<Root>): Finding[] {
  const labels = new Map<string, Label>();
  for (const tree of trees) {
    eachNode(tree, (node) => {
      if (node.type === "tab") note(labels, node);
    });
  }
  const groups = new Map<string, Label[]>();
  for (const label of labels.values()) {
    const meaning = meaningOf(label.label);
    const group = groups.get(meaning);
    if (group === undefined) groups.set(meaning, [label]);
    else group.push(label);
  }
  return [...groups.values()].flatMap(findingsOf);
}

function note(labels: Map<string, Label>, node: Tab): void {
  const place = tagOf(node);
  if (place === undefined) return;
  const name = `${node.label}\u0000${node.key}`;
  const known = labels.get(name);
  if (known === undefined) labels.set(name, { label: node.label, key: node.key, places: [place] });
  else known.places.push(place);
}

/** What is left of a label without asides, filling words, blanks and case. */
function meaningOf(label: string): string {
  const words = tabKey(label.replace(ASIDES, " ")).split("-");
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length === 0 ? words : telling).join("");
}

/** One key for all is what the site wants; labels that differ in spelling alone are slips all the same. */
function findingsOf(group: readonly Label[]): Finding[] {
  const [usual] = group.toSorted(
    (a, b) => b.places.length - a.places.length || (a.label < b.label ? -1 : 1),
  );
  if (usual === undefined) return [];
  return group.flatMap((other) => {
    const isSpelling = tabKey(other.label) === tabKey(usual.label) && other.label !== usual.label;
    if (other === usual || (other.key === usual.key && !isSpelling)) return [];
    const remedy = isSpelling ? "one spelling" : "one label, or one key for both";
    const message = `Unexpected label "${other.label}" beside "${usual.label}", expected ${remedy}`;
    const fault = { id: "tab-label", message, suggestion: usual.label } as const;
    return other.places.map((place) => {
      const replaces = isSpelling ? { replaces: other.label } : {};
      return findingAt({ ...fault, ...replaces }, partOf(place, other.label));
    });
  });
}
