/** What one guide has and another, which says the same in other words, has not. */
import { withoutPartner } from "./matching.ts";
import type { CodeBlock, Outline } from "./outline.ts";

/** What something is called here, by what it is called in the other guide. */
export type Names = Readonly<Record<string, string>>;

/** In what two guides may differ though they say the same. */
export interface Differences {
  /** Headings and labels of tabs. */
  readonly names?: Names;
  /** Code with a key in it has nothing in common with ours but the value. */
  readonly samples?: Names;
  /** Code that starts with one of these may stand anywhere on the page, and once for several. */
  readonly moved?: readonly string[];
}

/** The share of a block's words that its counterpart has to have. */
const LIKENESS = 0.5;

/** Each thing of `wanted` that `own` has no counterpart for, as a line. */
export function missingIn(own: Outline, wanted: Outline, differences: Differences = {}): string[] {
  return [
    ...missingHeadings(own, wanted, differences),
    ...missingTabs(own, wanted, differences),
    ...missingKinds(own, wanted),
    ...missingCode(own, wanted, differences),
  ];
}

function missingHeadings(own: Outline, wanted: Outline, { names = {} }: Differences): string[] {
  const headings = new Set(own.headings.map(normalized));
  const text = normalized(own.text);
  // What is a heading there may be a part of the text here, if `names` says so.
  const hasHeading = (heading: string): boolean => {
    const name = normalized(names[heading] ?? heading);
    return headings.has(name) || (names[heading] !== undefined && text.includes(name));
  };
  return wanted.headings
    .filter((heading) => !hasHeading(heading))
    .map((heading) => `heading: ${heading}`);
}

function missingTabs(own: Outline, wanted: Outline, { names = {} }: Differences): string[] {
  const tabs = own.tabs.map(normalized);
  return wanted.tabs
    .map((tab) => named(tab, names))
    .filter((tab) => !tabs.some((known) => isIn(known, normalized(tab))))
    .map((tab) => `tab: ${tab}`);
}

/** Statements of a kind that no code of the page has. */
function missingKinds(own: Outline, wanted: Outline): string[] {
  const kinds = new Set(own.code.flatMap(kindsOf));
  return wanted.code
    .flatMap(kindsOf)
    .filter((kind) => !kinds.has(kind))
    .map((kind) => `statement: ${kind}`);
}

/** Each block has a counterpart of its own in the same place, but for those that were moved. */
function missingCode(
  own: Outline,
  wanted: Outline,
  { names = {}, samples = {}, moved = [] }: Differences,
): string[] {
  const isMoved = ({ value }: CodeBlock): boolean => moved.some((start) => value.startsWith(start));
  const [elsewhere, inPlace] = [
    wanted.code.filter(isMoved),
    wanted.code.filter((b) => !isMoved(b)),
  ];
  const places = own.code.map(({ place }) => normalized(place));
  const alone = withoutPartner(inPlace.length, (at) => {
    const block = inPlace[at];
    if (block === undefined) return [];
    const place = normalized(named(block.place, names));
    return own.code.flatMap((other, index) =>
      isIn(places[index] ?? "", place) && isCounterpart(other, block, samples) ? [index] : [],
    );
  });
  const lost = elsewhere.filter(
    (block) => !own.code.some((other) => isCounterpart(other, block, samples)),
  );
  return [...inPlace.filter((_, at) => alone.includes(at)), ...lost].map(
    ({ family, place, value }) =>
      `${family}: ${value.split("\n").slice(0, 2).join(" ")} (${place.replace(/ \| $/, "")})`,
  );
}

/** Whether a place is the wanted one; tabs that stand alone there may stand in an outer tab here. */
function isIn(place: string, wanted: string): boolean {
  const [ownHeading = "", ownPath = ""] = place.split(" |");
  const [heading = "", path = ""] = wanted.split(" |");
  return heading === ownHeading && (path === "" || ` ›${ownPath}`.endsWith(` ›${path}`));
}

function named(tab: string, names: Names): string {
  const [heading = "", path = ""] = tab.split(" | ");
  const labels = path.split(" › ").map((label) => names[label] ?? label);
  return `${names[heading] ?? heading} | ${labels.join(" › ")}`;
}

/** Waypoints differ with the parts that a guide has; "Optional" says nothing of the subject. */
function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/\(optional\)/g, "")
    .replace(/(^|\| )(?:step )?(?:[a-e]|\d{1,2})\.\s*/g, "$1")
    .replace(/[^\p{L}\p{N}›|]+/gu, " ")
    .trim();
}

/** The first two words of each statement. */
function kindsOf({ family, value }: CodeBlock): string[] {
  if (family !== "sql") return [];
  const statements = value.replace(/--[^\n]*/g, "").split(";");
  return statements.flatMap((text) => {
    const [, first, second] = /^\s*([a-z]+)\s+(\S+)/i.exec(text) ?? [];
    if (first === undefined || second === undefined) return [];
    return [/^select$/i.test(first) ? "SELECT" : `${first} ${second}`.toUpperCase()];
  });
}

function isCounterpart(own: CodeBlock, wanted: CodeBlock, samples: Names): boolean {
  const isSample = Object.entries(samples).some(
    ([there, here]) => wanted.value.includes(there) && own.value.includes(here),
  );
  if (isSample) return true;
  // A block that names no language may name one here.
  if (own.family !== wanted.family && wanted.family !== "text") return false;
  const common = [...wanted.words].filter((word) => own.words.has(word));
  return common.length >= wanted.words.size * LIKENESS;
}
