/** What one guide has and another, which says the same in other words, has not. */
import type { CodeBlock, Outline } from "./outline.ts";

/** What a heading, a label or a sample value is called in the other guide. */
export type Names = Readonly<Record<string, string>>;

/** The share of a block's words that its counterpart has to have. */
const LIKENESS = 0.5;

/**
 * Each thing of `wanted` that `own` has no counterpart for, as a line. A block with a
 * key of `samples` in it is one with the value in it here.
 */
export function missingIn(
  own: Outline,
  wanted: Outline,
  names: Names,
  samples: Names = {},
): string[] {
  const headings = new Set(own.headings.map(normalized));
  const text = normalized(own.text);
  // What is a heading there may be a part of the text here, if `names` says so.
  const hasHeading = (heading: string): boolean => {
    const name = normalized(names[heading] ?? heading);
    return headings.has(name) || (names[heading] !== undefined && text.includes(name));
  };
  const tabs = own.tabs.map(normalized);
  // A group that stands alone there may stand in an outer tab here.
  const hasTab = (tab: string): boolean => {
    const [heading = "", path = ""] = normalized(tab).split(" | ");
    return tabs.some((known) => known.startsWith(`${heading} | `) && known.endsWith(path));
  };
  const kinds = new Set(own.code.flatMap(kindsOf));
  return [
    ...wanted.headings
      .filter((heading) => !hasHeading(heading))
      .map((heading) => `heading: ${heading}`),
    ...wanted.tabs
      .map((tab) => named(tab, names))
      .filter((tab) => !hasTab(tab))
      .map((tab) => `tab: ${tab}`),
    ...wanted.code
      .flatMap(kindsOf)
      .filter((kind) => !kinds.has(kind))
      .map((kind) => `statement: ${kind}`),
    ...wanted.code
      .filter((block) => !own.code.some((other) => isCounterpart(other, block, samples)))
      .map(({ family, value }) => `${family}: ${value.split("\n").slice(0, 2).join(" ")}`),
  ];
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
  const sample = Object.keys(samples).find((part) => wanted.value.includes(part));
  if (sample !== undefined) return own.value.includes(samples[sample] ?? "");
  // A block that names no language may name one here.
  if (own.family !== wanted.family && wanted.family !== "text") return false;
  const words = new Set(wordsOf(own));
  const all = [...new Set(wordsOf(wanted))];
  return all.filter((word) => words.has(word)).length >= all.length * LIKENESS;
}

function wordsOf({ value }: CodeBlock): string[] {
  return value.toLowerCase().match(/[a-z_][a-z0-9_]*(?:[.-][a-z0-9_]+)*/g) ?? [];
}
