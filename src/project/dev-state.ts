/** What the page in the browser is told while an author writes: its diagnostics, as values. */
import { CATALOG } from "../messages/catalog.ts";
import type { Diagnostic, Span } from "../messages/diagnostic.ts";
import type { Project } from "./project.ts";

/** A place that an editor can open; `file` counts from the site's root. */
export interface ShownPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Absolute; undefined for what is built in. */
  readonly path: string | undefined;
}

/** A line of a source; what is marked in it stands between `before` and `after`. */
export interface ShownLine {
  readonly number: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** A diagnostic as the browser shows it. */
export interface ShownDiagnostic extends ShownPlace {
  readonly id: string;
  readonly level: Diagnostic["level"];
  readonly title: string;
  readonly message: string;
  readonly suggestion: string | undefined;
  readonly lines: readonly ShownLine[];
  /** The calls that led there, innermost first. */
  readonly chain: readonly ShownPlace[];
  readonly related: readonly (ShownPlace & { readonly what: string })[];
  /** The pages that show it. */
  readonly pages: readonly string[];
}

/** What a page's overlay shows. */
export interface DevState {
  /** The page's own file; undefined for an address without a page. */
  readonly page: ShownPlace | undefined;
  /** Those of the page and of what it uses. */
  readonly here: readonly ShownDiagnostic[];
  /** Those of no page, such as a data file that cannot be read or a setting. */
  readonly general: readonly ShownDiagnostic[];
  /** How many there are on other pages. */
  readonly elsewhere: { readonly errors: number; readonly warnings: number };
  /** Whether all pages were looked at. */
  readonly isWhole: boolean;
}

/** Lines shown before and after the marked one. */
const CONTEXT = 2;

/** The state of the page at `url`, which has no base. */
export function devState(project: Project, url: string): DevState {
  const page = project.site.byUrl.get(url);
  const own = new Set<string>(page && [page.path, ...filesOf(project, page.path, url)]);
  const content = new Set(project.site.allPages.map(({ path }) => path));
  const shown = project.diagnostics().filter(({ level }) => level !== "info");
  const here: Diagnostic[] = [];
  const general: Diagnostic[] = [];
  const elsewhere: Diagnostic[] = [];
  for (const diagnostic of shown) {
    const files = [diagnostic.span.source.path, ...diagnostic.pages];
    if (files.some((file) => own.has(file))) here.push(diagnostic);
    else if (files.some((file) => content.has(file))) elsewhere.push(diagnostic);
    else general.push(diagnostic);
  }
  const count = (level: string): number =>
    elsewhere.filter((diagnostic) => diagnostic.level === level).length;
  return {
    page: page?.source && placeOf(project, { source: page.source, start: 0, end: 0 }),
    here: here.map((diagnostic) => shownDiagnostic(project, diagnostic)),
    general: general.map((diagnostic) => shownDiagnostic(project, diagnostic)),
    elsewhere: { errors: count("error"), warnings: count("warning") },
    isWhole: project.isRendered,
  };
}

/** The files that a page takes something of. */
function filesOf(project: Project, path: string, url: string): string[] {
  const page = project.site.byUrl.get(url);
  if (page === undefined || page.path !== path) return [];
  return project.article(page).uses.flatMap(({ kind, target }) => {
    const [file = ""] = target.split("#", 1);
    return kind === "shortcode" ? [] : [file];
  });
}

/** A diagnostic with its lines and ways. */
export function shownDiagnostic(project: Project, diagnostic: Diagnostic): ShownDiagnostic {
  const { id, level, message, suggestion, span, chain, related = [], pages } = diagnostic;
  return {
    ...placeOf(project, span),
    id,
    level,
    title: CATALOG[id].title,
    message,
    suggestion,
    lines: linesOf(span),
    chain: chain.map((call) => placeOf(project, call)),
    related: related.map(({ what, span: other }) => ({ what, ...placeOf(project, other) })),
    pages,
  };
}

/** A place, with the path that an editor opens. */
export function placeOf(project: Project, { source, start }: Span): ShownPlace {
  const { line, column } = source.placeAt(start);
  const isFile = !source.path.startsWith("built-in/");
  const path = isFile ? `${project.site.root}/${source.path}` : undefined;
  return { file: source.path, line, column, path };
}

function linesOf({ source, start, end }: Span): ShownLine[] {
  const marked = source.placeAt(start).line;
  const rows = source.text.split(/\r\n|\n|\r/);
  const line = source.lineAt(start);
  const stop = Math.max(Math.min(end, line.end), Math.min(start + 1, line.end));
  const first = Math.max(1, marked - CONTEXT);
  return rows.slice(first - 1, marked + CONTEXT).map((text, index) => {
    const number = first + index;
    if (number !== marked) return { number, before: cut(text), marked: "", after: "" };
    return {
      number,
      before: source.text.slice(Math.max(line.start, start - MAX_LINE), start),
      marked: cut(source.text.slice(start, stop)),
      after: cut(source.text.slice(stop, line.end)),
    };
  });
}

/** Characters of a line before and after what is marked. */
const MAX_LINE = 200;

function cut(text: string): string {
  return text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)}…` : text;
}
