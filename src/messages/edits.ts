/**
 * Fixes: edits of source files that diagnostics offer. Only safe ones are offered: the
 * source must hold, character for character, what is replaced, and what replaces it must
 * mean the same in Markdown, in a tag and in YAML.
 */
import type { Source } from "../text/source.ts";
import type { Finding, Span } from "./diagnostic.ts";

/** A text that takes the place of a range of a file. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Characters that mean nothing in Markdown addresses, quotes, tags and plain YAML. */
const PLAIN = /[\p{L}\p{N}\p{M}_./~+@%=&?#-]/u;

/** The edit that would mend a finding; undefined where none is safe. */
export function editOf({ span, suggestion, replaces, chain = [] }: Finding): Edit | undefined {
  if (replaces === undefined || suggestion === undefined || suggestion === replaces)
    return undefined;
  const { source, start, end } = span;
  if (source.text.slice(start, end) !== replaces) return undefined;
  // In HTML and in the text of a link the same address may stand for readers to see.
  if (/[>[]/.test(source.text[start - 1] ?? "") || source.text[end] === "<") return undefined;
  if (!isHarmless(suggestion, replaces, source.text[start - 1])) return undefined;
  // A relative address in shared text leads elsewhere from each page.
  const isRelative = suggestion.startsWith("/") && !replaces.startsWith("/");
  if (isRelative && (chain.length > 0 || /\.(?:ya?ml|toml|json)$/i.test(source.path)))
    return undefined;
  return { span, text: suggestion };
}

/** Whether a text can stand where another one does, whatever is around it. */
function isHarmless(text: string, replaced: string, before: string | undefined): boolean {
  const known = new Set(replaced);
  const isQuoted = before === '"' || before === "`";
  for (const character of text) {
    const isPlain = PLAIN.test(character) || (character === " " && isQuoted);
    if (!isPlain && !known.has(character)) return false;
  }
  const [first = ""] = text;
  return /[\p{L}\p{N}/]/u.test(first) || replaced.startsWith(first);
}

/** The edits of one file, from its start to its end. */
export interface FileEdits {
  readonly source: Source;
  readonly edits: readonly Edit[];
}

/**
 * The edits by file. Two that ask for different texts at one place are both left out, and
 * of two that overlap otherwise the first counts; the next round takes the other.
 */
export function editsByFile(findings: Iterable<Finding>): FileEdits[] {
  const offered = [...findings].flatMap((finding) => editOf(finding) ?? []);
  const byPath = Map.groupBy(offered, ({ span }) => span.source.path);
  return [...byPath].flatMap(([, edits]): FileEdits[] => {
    const [first] = edits;
    const chosen = withoutOverlaps(withoutConflicts(edits));
    return first === undefined || chosen.length === 0
      ? []
      : [{ source: first.span.source, edits: chosen }];
  });
}

function withoutConflicts(edits: readonly Edit[]): Edit[] {
  const byPlace = Map.groupBy(edits, ({ span }) => `${span.start}-${span.end}`);
  return [...byPlace.values()].flatMap((same) => {
    const [first] = same;
    return first !== undefined && same.every(({ text }) => text === first.text) ? [first] : [];
  });
}

function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  return sorted.filter(({ span }) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
}

/** A text with its edits, which do not overlap; the last is made first, so that places stay. */
export function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (at, { span, text: put }) => at.slice(0, span.start) + put + at.slice(span.end),
    text,
  );
}
