/**
 * Who uses what: the uses that pages noted while they were resolved, as trees. From a
 * thing to the pages that show it (`UseIndex.users`), and from a page to all that is in
 * it (`UseIndex.usedBy`).
 */
import type { Use } from "../shortcodes/types.ts";
import type { Frame } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import type { Thing } from "./things.ts";

/** A place, as editors and terminals name it. */
export interface UsePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A call that brings a thing in, and the calls that bring in the text that it stands in. */
export interface User extends UsePlace {
  /** What the call stands in: a page's path, an entry, a partial, an included file. */
  readonly within: string;
  /** Empty where `within` is the page itself. */
  readonly users: readonly User[];
}

/** What a call brought in, and what was brought in by that. */
export interface Used extends UsePlace {
  readonly kind: Use["kind"];
  readonly target: string;
  readonly uses: readonly Used[];
}

/** A step on the way from a use to its page: the call, and what it stands in. */
interface Step {
  readonly source: Source;
  readonly start: number;
  readonly within: string;
}

/** The uses of a project's pages, found by what was used. */
export class UseIndex {
  readonly #byTarget = new Map<string, Use[]>();
  readonly #byPage = new Map<string, Use[]>();

  constructor(uses: Iterable<Use>) {
    for (const use of uses) {
      add(this.#byTarget, use.target, use);
      add(this.#byPage, pageOf(use), use);
    }
  }

  /** The calls that bring a thing in, by itself or as a part of a whole, up to the pages. */
  users(thing: Thing): User[] {
    return tree(
      this.#usesOf(thing),
      (use) => stepsUp(use),
      ({ source, start, within }) => `${source.path}\n${start}\n${within}`,
      ({ source, start, within }, users): User => ({ ...placeOf(source, start), within, users }),
    );
  }

  /** The pages that show a thing: paths of their files, in order. */
  pages(thing: Thing): string[] {
    return [...new Set(this.#usesOf(thing).map(pageOf))].sort();
  }

  /** All that a page shows of others, by call, in order of place. */
  usedBy(page: string): Used[] {
    const uses = withoutTheirShortcodes(this.#byPage.get(page) ?? []);
    return tree(
      uses,
      (use) => stepsDown(use),
      ({ source, start, target }) => `${source.path}\n${start}\n${target}`,
      ({ source, start, kind, target }, inner): Used => ({
        ...placeOf(source, start),
        kind,
        target,
        uses: inner,
      }),
    );
  }

  #usesOf({ kind, target, targets }: Thing): Use[] {
    return targets.flatMap((name) =>
      (this.#byTarget.get(name) ?? []).filter(
        (use) => name === target || kind === "partial" || use.kind === "data",
      ),
    );
  }
}

function add(map: Map<string, Use[]>, key: string, use: Use): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [use]);
  else known.push(use);
}

/** The path of the page that a use is part of. */
export function pageOf({ span }: Pick<Use, "span">): string {
  let frame = span.frame;
  while (frame?.parent !== undefined) frame = frame.parent;
  return frame?.target ?? span.source.path;
}

function framesOf({ span }: Use): Frame[] {
  const frames: Frame[] = [];
  for (let frame = span.frame; frame !== undefined; frame = frame.parent) frames.push(frame);
  return frames;
}

/** From the call to the page. */
function stepsUp(use: Use): Step[] {
  const { span } = use;
  const frames = framesOf(use);
  const calls = [span, ...frames.slice(0, -1)];
  return calls.map(({ source, start }, index) => ({
    source,
    start,
    within: frames[index]?.target ?? source.path,
  }));
}

/** From the page to the call, with what each call brings in. */
function stepsDown(
  use: Use,
): { source: Source; start: number; kind: Use["kind"]; target: string }[] {
  const { kind, target, span } = use;
  const frames = framesOf(use).slice(0, -1).reverse();
  return [
    ...frames.map((frame) => ({
      source: frame.source,
      start: frame.start,
      kind: kindOf(frame.target),
      target: frame.target,
    })),
    { source: span.source, start: span.start, kind, target },
  ];
}

/** What was brought in through others is text: of an entry, a partial, a page or a file. */
function kindOf(target: string): Use["kind"] {
  if (target.includes("#")) return "entry";
  if (/\/(?:_?shortcodes|partials)\//.test(target)) return "partial";
  return target.startsWith("content/") ? "page" : "file";
}

/** A call that brings something in is named by that; the shortcode's name says no more. */
function withoutTheirShortcodes(uses: readonly Use[]): Use[] {
  const brought = new Set(uses.filter(({ kind }) => kind !== "shortcode").map(({ span }) => span));
  return uses.filter(({ kind, span }) => kind !== "shortcode" || !brought.has(span));
}

/** Puts ways with equal steps together; equal keys at one level are one step. In order of place. */
function tree<S, N extends UsePlace>(
  uses: readonly Use[],
  stepsOf: (use: Use) => S[],
  keyOf: (step: S) => string,
  node: (step: S, inner: N[]) => N,
): N[] {
  interface Branch {
    readonly step: S;
    readonly inner: Map<string, Branch>;
  }
  const top = new Map<string, Branch>();
  for (const use of uses) {
    let level = top;
    for (const step of stepsOf(use)) {
      const key = keyOf(step);
      const branch = level.get(key) ?? { step, inner: new Map() };
      level.set(key, branch);
      level = branch.inner;
    }
  }
  const nodes = (level: ReadonlyMap<string, Branch>): N[] =>
    [...level.values()].map(({ step, inner }) => node(step, nodes(inner))).sort(byPlace);
  return nodes(top);
}

function placeOf(source: Source, start: number): UsePlace {
  return { file: source.path, ...source.placeAt(start) };
}

function byPlace(a: UsePlace, b: UsePlace): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
