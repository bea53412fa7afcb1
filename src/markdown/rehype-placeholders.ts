/**
 * Marks the placeholders of an article, `<host>`, in code and prose, so that script
 * can fill them in. The text stays as it is; a page that is read without script
 * does not change.
 */
import type { Element, Root, Text } from "hast";
import type { Plugin } from "unified";
import type { Placeholders } from "../site/placeholders.ts";
import { isSecretName } from "../site/secret-names.ts";
import { textKind } from "./code-languages.ts";
import { spellOut } from "./code-text.ts";
import { type Candidate, findCandidates, type TextKind } from "./placeholder-grammar.ts";
import { textOf, wrapRanges } from "./placeholder-nodes.ts";
import { classesOf } from "./properties.ts";

declare module "vfile" {
  interface DataMap {
    /** Whether the page has fields for its placeholders, and what is known of them. */
    placeholders: Placeholders;
    /** The names of the placeholders that were marked. */
    marked: ReadonlySet<string>;
  }
}

/** Text that can hold placeholders: an element's own, or all of a code element's. */
interface Place {
  readonly element: Element;
  readonly candidates: readonly Candidate[];
  /** What a command printed: it names placeholders, it does not make them. */
  readonly isOutput: boolean;
}

/** What surrounds an element. */
interface Surroundings {
  readonly isOn: boolean;
  readonly isOutput: boolean;
}

/** Text of these is no prose: controls, other formats, names that lists repeat. */
const SKIPPED = new Set(
  "button figcaption h1 h2 h3 h4 h5 h6 math script select style summary svg template textarea".split(
    " ",
  ),
);
const SKIPPED_CLASSES = ["tablist", "panel-title"];

/** The step; `data.placeholders` of the file says what the page wants. Without it, nothing. */
export const rehypePlaceholders: Plugin<[], Root> = () => (tree, file) => {
  const { placeholders } = file.data;
  if (placeholders === undefined) return;
  const places: Place[] = [];
  for (const child of tree.children) {
    if (child.type === "element") {
      collect(child, { isOn: placeholders.isOn, isOutput: false }, places);
    }
  }
  const known = knownNames(places, placeholders);
  const seen = new Set<string>();
  for (const { element, candidates, isOutput } of places) {
    const marks = candidates
      .filter(({ name, isDoubtful }) => known.has(name) || !(isDoubtful || isOutput))
      .map(({ name, start, end }) => ({
        start,
        end,
        wrap: (text: string): Element => placeholder(name, text, seen, placeholders),
      }));
    wrapRanges(element, marks);
  }
  if (seen.size > 0) addPanel(tree);
  file.data.marked = seen;
};

/** Names that the data describes, or that stand where nothing else can be meant. */
function knownNames(places: readonly Place[], { notes }: Placeholders): ReadonlySet<string> {
  const known = new Set(notes.keys());
  for (const { candidates, isOutput } of places) {
    if (isOutput) continue;
    for (const { name, isDoubtful } of candidates) if (!isDoubtful) known.add(name);
  }
  return known;
}

function collect(element: Element, around: Surroundings, places: Place[]): void {
  const classes = classesOf(element);
  if (SKIPPED.has(element.tagName) || SKIPPED_CLASSES.some((name) => classes.includes(name)))
    return;
  const here = surroundings(element, classes, around);
  if (element.tagName === "code" || element.tagName === "pre") {
    const code = element.tagName === "pre" ? (onlyCode(element) ?? element) : element;
    if (here.isOn) addPlace(places, code, codeCandidates(code), here);
    return;
  }
  if (here.isOn) addPlace(places, element, proseCandidates(element), here);
  for (const child of element.children) {
    if (child.type === "element") collect(child, here, places);
  }
}

function surroundings(
  { properties }: Element,
  classes: readonly string[],
  around: Surroundings,
): Surroundings {
  const own = properties.dataPlaceholders ?? properties["data-placeholders"];
  const isOn = own === undefined ? around.isOn : String(own) !== "false";
  return { isOn, isOutput: around.isOutput || classes.includes("out") };
}

function addPlace(
  places: Place[],
  element: Element,
  candidates: readonly Candidate[],
  { isOutput }: Surroundings,
): void {
  if (candidates.length > 0) places.push({ element, candidates, isOutput });
}

function onlyCode({ children }: Element): Element | undefined {
  const [first] = children;
  return first?.type === "element" && first.tagName === "code" ? first : undefined;
}

function codeCandidates(code: Element): Candidate[] {
  const kind = kindOf(code);
  const found = findCandidates(textOf(code), kind);
  if (found.length > 0) spellOut(code);
  if (kind !== "typed" || found.length === 0) return found;
  const quoted = quotedRanges(code);
  let next = 0;
  return found.filter(({ start, end }) => {
    while (next < quoted.length && (quoted[next]?.end ?? 0) < end) next++;
    return (quoted[next]?.start ?? Number.POSITIVE_INFINITY) <= start;
  });
}

function kindOf(code: Element): TextKind {
  const name = classesOf(code).find((candidate) => candidate.startsWith("language-"));
  return name === undefined ? "plain" : textKind(name.slice("language-".length));
}

/** Where the strings and comments of highlighted code stand. */
function quotedRanges(code: Element): { readonly start: number; readonly end: number }[] {
  const ranges: { readonly start: number; readonly end: number }[] = [];
  let at = 0;
  const walk = (element: Element): void => {
    const isQuoted = classesOf(element).some((name) => name === "ts" || name === "tc");
    if (isQuoted) ranges.push({ start: at, end: at + textOf(element).length });
    for (const child of element.children) {
      if (child.type === "element") walk(child);
      else if (child.type === "text") at += child.value.length;
    }
  };
  walk(code);
  return ranges;
}

/** Candidates in an element's own texts, at their offsets in all of its text. */
function proseCandidates(element: Element): Candidate[] {
  const isOwn = (child: Element["children"][number]): child is Text =>
    child.type === "text" && child.value.includes("<");
  if (!element.children.some(isOwn)) return [];
  let at = 0;
  return element.children.flatMap((child) => {
    const offset = at;
    at += textOf(child).length;
    if (!isOwn(child)) return [];
    return findCandidates(child.value, "plain").map((found) => ({
      ...found,
      start: found.start + offset,
      end: found.end + offset,
    }));
  });
}

/** The element; the first of a name says what is known of it. */
function placeholder(
  name: string,
  value: string,
  seen: Set<string>,
  { notes }: Placeholders,
): Element {
  const note = notes.get(name);
  const isFirst = !seen.has(name);
  seen.add(name);
  const first = {
    ...(note?.description === undefined ? {} : { dataAbout: note.description }),
    ...(note?.example === undefined ? {} : { dataExample: note.example }),
    ...(note?.initial === undefined ? {} : { dataDefault: note.initial }),
    ...((note?.isSecret ?? isSecretName(name)) ? { dataSecret: "" } : {}),
  };
  return {
    type: "element",
    tagName: "var",
    properties: { className: ["ph"], dataName: name, ...(isFirst ? first : {}) },
    children: [{ type: "text", value }],
  };
}

/**
 * An empty place for the panel, which script fills, before the section that needs it
 * first. It is there from the start, so that nothing moves when the panel comes.
 */
function addPanel(tree: Root): void {
  const first = tree.children.findIndex((child) => child.type === "element" && holds(child));
  let at = first;
  while (at >= 0 && !isSectionHeading(tree.children[at])) at--;
  tree.children.splice(at < 0 ? first : at, 0, {
    type: "element",
    tagName: "div",
    properties: { className: ["values"] },
    children: [],
  });
}

function isSectionHeading(node: Root["children"][number] | undefined): boolean {
  return node?.type === "element" && node.tagName === "h2";
}

function holds(element: Element): boolean {
  if (element.tagName === "var" && classesOf(element).includes("ph")) return true;
  return element.children.some((child) => child.type === "element" && holds(child));
}
