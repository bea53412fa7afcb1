/**
 * References in prose that no definition answers (CommonMark 6.3: such brackets are text):
 * `[words][label]`, `[label][]` and footnotes. Brackets alone, as in `[optional]`, are no
 * references here: most of them mean brackets. Nor are indexes, options or patterns.
 */
import type { Nodes, Parents, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { eachNode } from "../markdown/each-node.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";
import { oneLine } from "../text/one-line.ts";
import { type Fault, findingAt, type OriginOf } from "./place.ts";

/** Stands for what is no text of the paragraph itself: code, links, HTML. */
const OTHER = "\ue000";
const REFERENCE =
  /(?<![\w\])\\<$\ue000])\[([^[\]]+)(?<!\\)\]\[([^[\]\ue000{}]*)(?<!\\)\]([+*?{]?)/g;
const FOOTNOTE = /(?<![[\\])\[\^([\p{L}\p{N}][\p{L}\p{N}_.-]*)\](?![+*?{])/gu;
/** What stands in brackets of patterns: `a-z`, `A-Za-z0-9_`. */
const RANGES = /^\^?(?:\w-\w)+\w?$/;

/** The marks of quotes, where a label goes over the end of a line. */
const LINE_START = /\n[ \t]*(?:>[ \t]?)+/g;

/** The labels that a page defines, as they are compared (CommonMark 4.7). */
interface Defined {
  readonly links: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

/** The references of a page that lead to nothing. */
export function checkReferences(tree: Root, origin: OriginOf): Finding[] {
  const findings: Finding[] = [];
  let defined: Defined | undefined;
  eachNode(tree, (node) => {
    if (!("children" in node) || !node.children.some(mayRefer)) return;
    defined ??= definitionsOf(tree);
    for (const run of runsOf(node, origin)) findings.push(...faultsOf(run, node, defined));
  });
  return findings;
}

function mayRefer(node: Nodes): boolean {
  return node.type === "text" && /\]\[|\[\^/.test(node.value);
}

function definitionsOf(tree: Root): Defined {
  const [links, footnotes] = [new Set<string>(), new Set<string>()];
  eachNode(tree, (node) => {
    if (node.type === "definition") links.add(labelOf(node.label ?? node.identifier));
    if (node.type === "footnoteDefinition") footnotes.add(labelOf(node.label ?? node.identifier));
  });
  return { links, footnotes };
}

function labelOf(text: string): string {
  return oneLine(text).toLowerCase();
}

/** A part of a paragraph that one file has in one piece. */
interface Run {
  readonly span: MappedSpan;
  /** Its text as it is written, with `OTHER` in the place of what is none. */
  readonly text: string;
}

function runsOf(parent: Parents, origin: OriginOf): Run[] {
  const runs: Run[] = [];
  for (const { node, span } of leavesOf(parent, origin)) {
    const last = runs.at(-1);
    const { source, start, end } = span;
    const written = source.text.slice(start, end);
    const text = node.type === "text" ? written : OTHER.repeat(written.length);
    if (last?.span.source !== source || last.span.frame !== span.frame || start < last.span.end) {
      runs.push({ span, text });
      continue;
    }
    const between = source.text.slice(last.span.end, start);
    runs.splice(-1, 1, { span: { ...last.span, end }, text: last.text + between + text });
  }
  return runs;
}

interface Leaf {
  readonly node: Nodes;
  readonly span: MappedSpan;
}

function leavesOf(parent: Parents, origin: OriginOf): Leaf[] {
  return parent.children.flatMap((node): Leaf[] => {
    if (node.type === "emphasis" || node.type === "strong" || node.type === "delete")
      return leavesOf(node, origin);
    const span = origin(node);
    return span === undefined ? [] : [{ node, span }];
  });
}

function* faultsOf({ span, text }: Run, parent: Parents, defined: Defined): Generator<Finding> {
  const shown = textOf(parent);
  for (const { 0: whole, 1: words = "", 2: own = "", 3: after, index } of text.matchAll(
    REFERENCE,
  )) {
    const label = oneLine((own.trim() === "" ? words : own).replace(LINE_START, " "));
    const isShown = shown.includes(`][${own}]`) || /\n/.test(own);
    const fault = linkFault(label, defined.links);
    const isMeant = fault.suggestion !== undefined || isReference(words, own);
    if (!isShown || label.includes(OTHER) || after !== "" || !isMeant) continue;
    yield findingAt(fault, within(span, index, whole.length));
  }
  for (const { 0: whole, 1: label = "", index } of text.matchAll(FOOTNOTE)) {
    const fault = footnoteFault(label, defined.footnotes);
    const isMeant = fault.suggestion !== undefined || isFootnote(label, text[index - 1] ?? "");
    if (shown.includes(whole) && isMeant) yield findingAt(fault, within(span, index, whole.length));
  }
}

function within(span: MappedSpan, at: number, length: number): MappedSpan {
  return { ...span, start: span.start + at, end: span.start + at + length };
}

/** Whether brackets mean a link: not `[0][1]`, `[x][y]`, `[a-z][0-9]`, `[OPTIONS][FILE]`. */
function isReference(words: string, label: string): boolean {
  if (!/[\p{L}\ue000]/u.test(words) || words.trim().length < 2) return false;
  if (RANGES.test(words) || RANGES.test(label)) return false;
  if (label !== "" && !/^\s*[\p{L}\p{N}]/u.test(label)) return false;
  const isSyntax = /^[^\p{Ll}\ue000]*$/u.test(words) && /^[^\p{Ll}]*\p{L}[^\p{Ll}]*$/u.test(label);
  return !isSyntax;
}

/** Whether brackets mean a footnote: after a blank, `[^abc]` is more often a pattern. */
function isFootnote(label: string, before: string): boolean {
  return /^\d+$/.test(label) || (/\S/.test(before) && !RANGES.test(label));
}

function linkFault(label: string, defined: ReadonlySet<string>): Fault {
  const message = `Unexpected reference "${label}", expected a definition of it, such as "[${label}]: /page/"`;
  return { id: "reference-missing", message, suggestion: nearest(label, defined) };
}

function footnoteFault(label: string, defined: ReadonlySet<string>): Fault {
  const message = `Unexpected footnote "${label}", expected its text in a line that begins with "[^${label}]:"`;
  return { id: "footnote-missing", message, suggestion: nearest(label, defined) };
}
