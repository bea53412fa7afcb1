/**
 * Where a run's time goes: by phase, by page and by snippet. Nothing is kept unless
 * somebody asked with `startRecording`; without that a span costs one look at a variable.
 */

/** The parts of a build, in the order in which they are told. */
export const PHASES = [
  "read",
  "parse",
  "resolve",
  "highlight",
  "render",
  "search",
  "write",
] as const;

export type Phase = (typeof PHASES)[number];

/** How long something took over all, in milliseconds, and how often it was done. */
export interface Span {
  readonly name: string;
  readonly milliseconds: number;
  readonly count: number;
}

/** What was recorded. */
export interface Recording {
  /** From the start of the recording, in milliseconds. */
  readonly total: number;
  /** Own time of each phase: what a phase inside of another takes counts for the inner one. */
  readonly phases: readonly Span[];
  /** Pages, the slowest first. */
  readonly pages: readonly Span[];
  /** Included texts, the slowest first; those inside of others count for both. */
  readonly snippets: readonly Span[];
}

interface Sum {
  milliseconds: number;
  count: number;
}

class Recorder {
  readonly pages = new Map<string, Sum>();
  readonly snippets = new Map<string, Sum>();
  /** The snippet that a node of a tree came from. */
  readonly owners = new WeakMap<object, string>();
  readonly #started = performance.now();
  readonly #phases = new Map<string, Sum>(
    PHASES.map((name) => [name, { milliseconds: 0, count: 0 }]),
  );
  /** Time of the spans that ended within the one that is open. */
  #inner = 0;
  /** Time of all phases so far. */
  #counted = 0;

  phase<T>(name: Phase, work: () => T): T {
    const start = performance.now();
    const outer = this.#inner;
    this.#inner = 0;
    try {
      return work();
    } finally {
      const took = performance.now() - start;
      this.#add(name, took - this.#inner);
      this.#inner = outer + took;
    }
  }

  /** Phases that come to an end meanwhile, in other turns of the event loop, are their own. */
  async asyncPhase<T>(name: Phase, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const counted = this.#counted;
    try {
      return await work();
    } finally {
      this.#add(name, Math.max(0, performance.now() - start - (this.#counted - counted)));
    }
  }

  recording(): Recording {
    return {
      total: performance.now() - this.#started,
      phases: spans(this.#phases),
      pages: slowestFirst(this.pages),
      snippets: slowestFirst(this.snippets),
    };
  }

  #add(name: Phase, milliseconds: number): void {
    add(this.#phases, name, milliseconds);
    this.#counted += milliseconds;
  }
}

const KEY = Symbol.for("waymark.recorder");

/** Astro loads the site's modules a second time; all copies meet at this symbol. */
type Holder = typeof globalThis & { [KEY]?: Recorder | undefined };

const holder = globalThis as Holder;

/** Keeps times from now on, for the whole process. */
export function startRecording(): void {
  holder[KEY] = new Recorder();
}

/** What was recorded since the start; nothing is kept any more. Undefined if nothing was asked. */
export function stopRecording(): Recording | undefined {
  const recording = holder[KEY]?.recording();
  holder[KEY] = undefined;
  return recording;
}

/** Runs `work` as a part of a phase. */
export function during<T>(name: Phase, work: () => T): T {
  const recorder = holder[KEY];
  return recorder === undefined ? work() : recorder.phase(name, work);
}

/**
 * Runs work that waits as a part of a phase. One may stand inside of another, which then
 * has the time around it; two that only overlap would count the same time twice.
 */
export function waitingIn<T>(name: Phase, work: () => Promise<T>): Promise<T> {
  const recorder = holder[KEY];
  return recorder === undefined ? work() : recorder.asyncPhase(name, work);
}

/** Runs work for the page with this path. */
export function forPage<T>(path: string, work: () => T): T {
  const recorder = holder[KEY];
  return recorder === undefined ? work() : timed(recorder.pages, path, 1, work);
}

/** Runs work for one use of an included text, `data/a.yml#name`. */
export function forSnippet<T>(target: string, work: () => T): T {
  const recorder = holder[KEY];
  return recorder === undefined ? work() : timed(recorder.snippets, target, 1, work);
}

/**
 * Names the snippet that each of the nodes came from, so that what is done with them
 * later counts for it.
 */
export function rememberOwners<T extends object>(
  nodes: Iterable<T>,
  ownerOf: (node: T) => string | undefined,
): void {
  const recorder = holder[KEY];
  if (recorder === undefined) return;
  for (const node of nodes) {
    const owner = ownerOf(node);
    if (owner !== undefined) recorder.owners.set(node, owner);
  }
}

/** Runs work for a node, which counts for the snippet that it came from. */
export function forNode<T>(node: object, work: () => T): T {
  const recorder = holder[KEY];
  const owner = recorder?.owners.get(node);
  if (recorder === undefined || owner === undefined) return work();
  return timed(recorder.snippets, owner, 0, work);
}

function timed<T>(sums: Map<string, Sum>, name: string, count: number, work: () => T): T {
  const start = performance.now();
  try {
    return work();
  } finally {
    add(sums, name, performance.now() - start, count);
  }
}

function add(sums: Map<string, Sum>, name: string, milliseconds: number, count = 1): void {
  const sum = sums.get(name);
  if (sum === undefined) {
    sums.set(name, { milliseconds, count });
    return;
  }
  sum.milliseconds += milliseconds;
  sum.count += count;
}

function spans(sums: ReadonlyMap<string, Sum>): Span[] {
  return [...sums].map(([name, sum]) => ({ name, ...sum }));
}

function slowestFirst(sums: ReadonlyMap<string, Sum>): Span[] {
  return spans(sums).sort((a, b) => b.milliseconds - a.milliseconds || (a.name < b.name ? -1 : 1));
}
