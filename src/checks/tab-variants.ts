/** The same choice under nearly the same label: what a reader chose is not remembered there. */
import type { Root } from "mdast";
import { eachNode } from "../markdown/each-node.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { relatedAt } from "../messages/related.ts";
import { type Tabs, tabKey, tagOf } from "../shortcodes/nodes/tabs.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { isSlip, type LabelWord, slipKey } from "./label-slips.ts";
import { findingAt, partOf } from "./place.ts";

/** Words that say how or where a thing is used, not what it is. */
const ASIDES = /\([^()]*\)|\[[^[\]]*\]/g;
const FILLERS = new Set("use using with via by on in for the a an only your to through".split(" "));

interface Label {
  readonly label: string;
  readonly key: string;
  readonly places: MappedSpan[];
  /** Labels that stand beside it in a group. */
  readonly beside: Set<string>;
}

/** Labels of one meaning. */
interface Meaning {
  readonly words: readonly LabelWord[];
  readonly labels: Label[];
  /** Meanings that stand beside this one in a group: these are other things. */
  readonly beside: Set<string>;
}

/** How many places a message names. */
const MAX_PLACES = 5;

/** Findings for labels that others of the same meaning outnumber. */
export function checkTabVariants(trees: Iterable<Root>): Finding[] {
  const meanings = new Map<string, Meaning>();
  for (const tree of trees) {
    eachNode(tree, (node) => {
      if (node.type === "tabs") noteGroup(meanings, node);
    });
  }
  return withSlips(meanings).flatMap(findingsOf);
}

function noteGroup(meanings: Map<string, Meaning>, { children }: Tabs): void {
  const names = children.map(({ label }) => nameOf(wordsOf(label)));
  for (const [at, node] of children.entries()) {
    const place = tagOf(node);
    const name = names[at];
    if (place === undefined || name === undefined) continue;
    const meaning = meanings.get(name) ?? {
      words: wordsOf(node.label),
      labels: [],
      beside: new Set(),
    };
    meanings.set(name, meaning);
    for (const other of names) meaning.beside.add(other);
    const { label, key } = node;
    const known = meaning.labels.find((other) => other.label === label && other.key === key);
    const labels = children.filter((other) => other !== node).map((other) => other.label);
    if (known === undefined)
      meaning.labels.push({ label, key, places: [place], beside: new Set(labels) });
    else {
      known.places.push(place);
      for (const other of labels) known.beside.add(other);
    }
  }
}

/** What is left of a label without asides and filling words. */
function wordsOf(label: string): LabelWord[] {
  const written = label.replace(ASIDES, " ").split(/\s+/).join(" ");
  const words = tabKey(written).split("-");
  const telling = words.filter((word) => !FILLERS.has(word));
  let from = 0;
  return (telling.length === 0 ? words : telling).map((word) => {
    const at = written.toLowerCase().indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return { word, written: at < 0 ? word : written.slice(at, from) };
  });
}

/** The same for labels that differ in blanks and case alone. */
function nameOf(words: readonly LabelWord[]): string {
  return words.map(({ word }) => word).join("");
}

/** The labels of each meaning, together with those of meanings that are slips of it. */
function withSlips(meanings: ReadonlyMap<string, Meaning>): Label[][] {
  const groups = new Map<string, Label[]>();
  const alike = Map.groupBy(meanings, ([, { words }]) => slipKey(words));
  for (const candidates of alike.values()) {
    // What most tabs say comes first: the others are slips of it.
    const ordered = candidates.toSorted(([, a], [, b]) => placesOf(b) - placesOf(a));
    for (const [name, meaning] of ordered) {
      const [usual] =
        ordered.find(
          ([other, { words, beside }]) =>
            groups.has(other) && !beside.has(name) && isSlip(words, meaning.words),
        ) ?? [];
      const group = usual === undefined ? undefined : groups.get(usual);
      if (group === undefined) groups.set(name, [...meaning.labels]);
      else group.push(...meaning.labels);
    }
  }
  return [...groups.values()];
}

function placesOf({ labels }: Meaning): number {
  return labels.reduce((sum, { places }) => sum + places.length, 0);
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
    if (isAnother(other, usual)) return [];
    return isSpelling ? spellingFaults(other, usual) : variantFault(other, usual);
  });
}

/** What stands in one group is two things, and so is `MySQL (8)` beside `MySQL (9)` or `MySQL`. */
function isAnother(a: Label, b: Label): boolean {
  const [one, two] = [asidesOf(a), asidesOf(b)];
  if (a.beside.has(b.label)) return true;
  return one !== two && ((one !== "" && two !== "") || /\d/.test(one + two));
}

function asidesOf({ label }: Label): string {
  return (label.match(ASIDES) ?? []).map(tabKey).join(" ");
}

/** Each place can be mended by itself; one in shared text is told with all pages that lead to it. */
function spellingFaults({ label, places }: Label, usual: Label): Finding[] {
  const message = `Unexpected label "${label}" beside "${usual.label}", expected one spelling`;
  const fault = { id: "tab-label", message, suggestion: usual.label, replaces: label } as const;
  return places.map((place) => findingAt(fault, partOf(place, label)));
}

/** One choice to make, told once with all places: an excuse at any of them counts. */
function variantFault({ label, places }: Label, usual: Label): Finding[] {
  const [first, ...more] = distinct(places).map((place) => partOf(place, label));
  const ways = places
    .map((place) => partOf(place, label))
    .filter(({ source, start }) => source.path === first?.source.path && start === first.start);
  if (first === undefined) return [];
  const also = more.length === 0 ? "" : `; "${label}" is in ${listed(more)} too`;
  const beside = `"${usual.label}" of ${listed(usual.places.slice(0, 1))}`;
  const message = `Unexpected label "${label}" beside ${beside}, expected one label, or one key for both${also}`;
  const related = [
    ...more.flatMap((place) => relatedAt(`the label "${label}"`, place)),
    ...distinct(usual.places).flatMap((place) =>
      relatedAt(`the label "${usual.label}"`, partOf(place, usual.label)),
    ),
  ];
  const fault = { id: "tab-label", message, suggestion: usual.label, related } as const;
  return ways.map((way) => findingAt(fault, way));
}

/** A tag in shared text is one place, on however many pages it is. */
function distinct(places: readonly MappedSpan[]): MappedSpan[] {
  const named = places.map((place) => [`${place.source.path}:${place.start}`, place] as const);
  return [...new Map(named).values()];
}

function listed(places: readonly MappedSpan[]): string {
  const named = places
    .slice(0, MAX_PLACES)
    .map(({ source, start }) => `${source.path}:${source.placeAt(start).line}`);
  const left = places.length - named.length;
  return left > 0 ? `${named.join(", ")} and ${left} more places` : named.join(", ");
}
