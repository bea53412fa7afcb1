/** What a document, and a whole site, has to go to: headings, entries, pages and partials. */
import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver/node";
import type { Project } from "../project/project.ts";
import { codeLines } from "../text/code-regions.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { linesOf } from "../text/lines.ts";
import type { Range, Source } from "../text/source.ts";
import type { Asked } from "./document.ts";
import { headingsOf } from "./headings.ts";
import { locationOf, rangeOf } from "./places.ts";

/** At most so many of a site are given at once: who looks for one goes on typing. */
const MAX_FOUND = 500;

/** The headings of a page in their order and depth, or the entries of a data file. */
export function symbolsOf(asked: Asked): DocumentSymbol[] {
  const { project, source } = asked;
  const data = project.data.files().find(({ path }) => path === source.path);
  if (data !== undefined)
    return data.entries.map(({ name, range }) => ({
      name,
      kind: SymbolKind.Object,
      range: rangeOf(source, range),
      selectionRange: rangeOf(source, firstLine(source, range)),
    }));
  const top: DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly children: DocumentSymbol[] }[] = [];
  for (const { text, depth, range, section } of headingsOf(asked)) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const children: DocumentSymbol[] = [];
    const symbol: DocumentSymbol = {
      // An empty name is none (LSP 3.17, DocumentSymbol).
      name: text.trim() || "(empty)",
      kind: SymbolKind.String,
      range: rangeOf(source, section),
      selectionRange: rangeOf(source, range),
      children,
    };
    (open.at(-1)?.children ?? top).push(symbol);
    open.push({ depth, children });
  }
  return top;
}

function firstLine(source: Source, { start, end }: Range): Range {
  return { start, end: Math.min(end, source.lineAt(start).end) };
}

/** What a site has whose name holds the letters of a query, in their order. */
export function siteSymbols(root: string, project: Project, query: string): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  const add = (name: string, kind: SymbolKind, container: string, source: Source, range: Range) => {
    if (found.length === MAX_FOUND || !matches(name, query)) return;
    const location = locationOf(root, { source, ...range });
    found.push({ name, kind, containerName: container, location });
  };
  const start = { start: 0, end: 0 };
  const { allPages, left } = project.site;
  for (const { title, path, source } of [...allPages, ...left.map(({ page }) => page)])
    if (source !== undefined) add(title || path, SymbolKind.File, path, source, start);
  for (const { path, entries } of project.data.files())
    for (const { name, source, range } of entries)
      add(name, SymbolKind.Object, path, source, firstLine(source, range));
  for (const [name, source] of project.texts.partials())
    add(name, SymbolKind.Function, source.path, source, start);
  for (const { path, source } of allPages)
    for (const { text, range } of source === undefined ? [] : writtenHeadings(source))
      if (source !== undefined) add(text, SymbolKind.String, path, source, range);
  return found;
}

/** Headings line by line: no page is made for them. */
function writtenHeadings(source: Source): { text: string; range: Range }[] {
  const { bodyStart } = splitFrontMatter(source);
  const lines = linesOf(source.text);
  const isCode = codeLines(source.text, lines);
  return lines.flatMap(({ start, end }, index) => {
    if (start < bodyStart || isCode[index]) return [];
    const text = /^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?(?:[ \t]+\{[^{}]*\})?[ \t]*$/.exec(
      source.text.slice(start, end),
    )?.[1];
    return text === undefined ? [] : [{ text, range: { start, end } }];
  });
}

function matches(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
