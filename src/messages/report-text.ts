/** Diagnostics as text: for people, terminals and editors. */
import { manualPage } from "./catalog.ts";
import type { Diagnostic, Span } from "./diagnostic.ts";
import { frameOf, placeOf } from "./frame.ts";
import { type Paint, PLAIN } from "./paint.ts";
import { counted, summary } from "./summary.ts";

/** `file:line:col: level: message [id]`: the one line that editors and tests read. */
export function headline(diagnostic: Diagnostic): string {
  return painted(diagnostic, PLAIN);
}

function painted(diagnostic: Diagnostic, paint: Paint): string {
  const { level, id } = diagnostic;
  const name = paint.level(level, `${level}:`);
  return `${placeOf(diagnostic.span)}: ${name} ${sentence(diagnostic)} ${paint.faint(`[${id}]`)}`;
}

/** The headline, the source line with the place marked, and the calls that led there. */
export function asText(diagnostic: Diagnostic): string {
  return whole(diagnostic, PLAIN);
}

function whole(diagnostic: Diagnostic, paint: Paint): string {
  const lines = [
    ...marked(diagnostic, paint),
    ...ways(diagnostic.chain),
    ...otherPlaces(diagnostic),
    ...onPages(diagnostic),
  ];
  return [painted(diagnostic, paint), ...lines].join("\n");
}

function ways(chain: readonly Span[]): string[] {
  return chain.map((span) => `  included at ${placeOf(span)}`);
}

/** Other places that a diagnostic shows before it counts them. */
const NAMED_PLACES = 5;

/** What else the diagnostic is about, each with the calls that led there. */
function otherPlaces({ related = [] }: Diagnostic): string[] {
  const rest = related.length - NAMED_PLACES;
  const named = related
    .slice(0, NAMED_PLACES)
    .flatMap(({ what, span, chain = [] }) => [
      `  ${what}: ${placeOf(span)}`,
      ...ways(chain).map((way) => `  ${way}`),
    ]);
  return rest > 0 ? [...named, `  and ${counted(rest, "more place")}`] : named;
}

/** Files that a diagnostic names before it counts the others. */
const NAMED_PAGES = 5;

/** The files that lead to the place, if there are several: the chain shows the first one's way. */
function onPages({ pages }: Diagnostic): string[] {
  if (pages.length < 2) return [];
  const rest = pages.length - NAMED_PAGES;
  const named = pages.slice(0, NAMED_PAGES).join(", ");
  return [`  in ${pages.length} files: ${named}${rest > 0 ? ` and ${rest} more` : ""}`];
}

/** How many diagnostics of a kind a short report shows. The others are counted. */
const SHOWN: Readonly<Record<Diagnostic["level"], number>> = { error: 50, warning: 5, info: 5 };

/** How a report is laid out. */
export interface Layout {
  readonly paint: Paint;
  readonly manual: string;
  /** Whether only the first ones of each kind are shown. */
  readonly isShort: boolean;
}

/**
 * The diagnostics below the names of their files, then each kind with its count and the
 * address of its place in the manual.
 */
export function asGroups(diagnostics: readonly Diagnostic[], layout: Layout): string {
  if (diagnostics.length === 0) return "";
  const { paint, isShort } = layout;
  const shown = isShort ? firstOfEachKind(diagnostics) : diagnostics;
  const files = Map.groupBy(shown, ({ span }) => span.source.path);
  const groups = [...files].map(([path, inFile]) => {
    const title = paint.title(`${path}: ${summary(inFile)}`);
    return [title, ...inFile.map((diagnostic) => whole(diagnostic, paint))].join("\n\n");
  });
  const parts = [...groups, kinds(diagnostics, layout)];
  const rest = diagnostics.length - shown.length;
  if (rest > 0) parts.push(`${counted(rest, "message")} not shown. "npm run check" shows all.`);
  return `${parts.join("\n\n")}\n`;
}

function firstOfEachKind(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, number>();
  return diagnostics.filter(({ id, level }) => {
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before < SHOWN[level];
  });
}

const ORDER = ["error", "warning", "info"] as const;

/** One line for each kind: the id, how often, and where the manual explains it. */
function kinds(diagnostics: readonly Diagnostic[], { paint, manual }: Layout): string {
  const byId = [...Map.groupBy(diagnostics, ({ id }) => id)];
  const rows = ORDER.flatMap((level) =>
    byId
      .filter(([, [first]]) => first?.level === level)
      .sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
      .map(([id, all]) => ({ id, level, count: counted(all.length, nounOf(level)) })),
  );
  const width = (of: (row: (typeof rows)[number]) => string): number =>
    Math.max(...rows.map((row) => of(row).length));
  const [first, second] = [width(({ id }) => id), width(({ count }) => count)];
  return rows
    .map(({ id, level, count }) => {
      const shown = paint.level(level, count.padEnd(second));
      return `${id.padEnd(first)}  ${shown}  ${paint.faint(manualPage(id, manual))}`;
    })
    .join("\n");
}

function nounOf(level: (typeof ORDER)[number]): string {
  return level === "info" ? "remark" : level;
}

/** The message, with the nearest right name. */
export function sentence({ message, suggestion }: Diagnostic): string {
  return suggestion === undefined ? message : `${message}; did you mean "${suggestion}"?`;
}

function marked({ span, level }: Diagnostic, paint: Paint): string[] {
  const frame = frameOf(span);
  if (frame === undefined) return [];
  const [number, blank] = frame.gutter;
  return [
    `  ${paint.faint(`${number} |`)} ${frame.line}`,
    `  ${paint.faint(`${blank} |`)} ${frame.indent}${paint.level(level, frame.marks)}`,
  ];
}
