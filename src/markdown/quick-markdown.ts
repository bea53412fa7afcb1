/**
 * Writes Markdown with mdast-util-to-markdown in a fraction of its time, and with the same
 * result. It looks for some fifty unsafe patterns in every text, one after the other; most
 * texts have no character that any of them begins with. Here, one look at the characters
 * says which patterns can match, and only these are tried.
 */
import type { InlineCode, Nodes, Root, Text } from "mdast";
import { defaultHandlers, type Handle, type State } from "mdast-util-to-markdown";

type Unsafe = State["unsafe"][number];
type Safe = State["safe"];
type ContainerPhrasing = State["containerPhrasing"];

/** A pattern, the bit of its character, and whether it needs the end of a line beside that. */
interface Candidate {
  readonly pattern: Unsafe;
  readonly bit: number;
  readonly needsBreak: boolean;
}

/** What a text has that patterns look for. */
interface Marks {
  /** The bits of its characters. */
  readonly bits: number;
  /** Whether a line ends in it, or beside it where that can matter. */
  readonly hasBreak: boolean;
}

/** Characters share bits where there are more of them; then a few patterns too many are tried. */
const BITS = 31;
const ASCII = 128;
const LINE_BREAK = /[\r\n]/;
/** Conditions of patterns that only the end of a line fulfills. */
const BREAK_CONDITIONS: ReadonlySet<string | null | undefined> = new Set([
  "[\\r\\n]",
  "\\r",
  "\\n",
]);

/**
 * The handler of `root` for a processor of mdast-util-to-markdown, which makes the rest of
 * the work quick. A processor has one, since its patterns are always the same.
 */
export function quickRoot(): Handle {
  let patterns: Patterns | undefined;
  return (node: Root, parent, state, info) => {
    patterns ??= new Patterns(state.unsafe);
    state.safe = quickSafe(state.safe, patterns);
    state.createTracker = () => UNTRACKED;
    state.containerPhrasing = quickPhrasing(state.containerPhrasing);
    const { text, inlineCode } = state.handlers;
    state.handlers.text = withFirst(text, firstOfText(text));
    state.handlers.inlineCode = withFirst(quickCode(inlineCode), () => "`");
    return defaultHandlers.root(node, parent as undefined, state, info);
  };
}

/** Places in the text that is written: the handlers pass them on, and none of ours asks. */
const PLACE = { now: { line: 1, column: 1 }, lineShift: 0 };
const UNTRACKED: ReturnType<State["createTracker"]> = {
  current: () => PLACE,
  move: (value) => value ?? "",
  shift: () => {},
};

/** `safe`, asked only where something can be unsafe, with the patterns that can match. */
function quickSafe(safe: Safe, patterns: Patterns): Safe {
  return function (this: State, input, config) {
    const value = input ?? "";
    const marks = patterns.marksOf(config.before, value, config.after);
    const possible = patterns.among(this.stack, marks);
    if (!patterns.hasBackslash(marks)) {
      const { before, after } = config;
      if (!possible.some((pattern) => matches(this, pattern, before, value, after))) return value;
    }
    return withUnsafe(this, possible, () => safe.call(this, input, config));
  };
}

/**
 * Most cells, headings and items hold a text and nothing else: nothing stands beside it, and no
 * marks of emphasis have to be chosen.
 */
function quickPhrasing(containerPhrasing: ContainerPhrasing): ContainerPhrasing {
  return function (this: State, parent, info) {
    const [text, other] = parent.children;
    if (text?.type !== "text" || other !== undefined)
      return containerPhrasing.call(this, parent, info);
    this.indexStack.push(0);
    const written = this.handle(text, parent, this, info);
    this.indexStack.pop();
    return written;
  };
}

/** Whether a pattern matches a character of `value`; what stands beside it is its neighbors' own. */
function matches(
  state: State,
  pattern: Unsafe,
  before: string,
  value: string,
  after: string,
): boolean {
  if (pattern.beforeNode !== undefined || pattern.afterNode !== undefined) return true;
  const expression = state.compilePattern(pattern);
  const text = before + value + after;
  const end = before.length + value.length;
  const hasGroup = Boolean(pattern.before || pattern.atBreak);
  let isFound = false;
  for (
    let match = expression.exec(text);
    match !== null && !isFound;
    match = expression.exec(text)
  ) {
    const at = match.index + (hasGroup ? (match[1] ?? "").length : 0);
    isFound = at >= before.length && at < end;
  }
  // It is global, and used by others.
  expression.lastIndex = 0;
  return isFound;
}

/** Patterns matter to code only where a line of it could start a block. */
function quickCode(inlineCode: Handle): Handle {
  return (node: InlineCode, parent, state, info) => {
    const write = (): string => inlineCode(node, parent, state, info);
    return LINE_BREAK.test(node.value) ? write() : withUnsafe(state, [], write);
  };
}

/** What a text's neighbor asks for: its first character as it will be written. */
function firstOfText(write: Handle): Handle {
  return (node: Text, parent, state, info) =>
    /^[A-Za-z0-9]/.test(node.value) ? node.value.charAt(0) : write(node, parent, state, info);
}

/** A handler that tells its first character without writing the rest (`peek`). */
function withFirst(write: Handle, peek: Handle): Handle {
  const handle: Handle = (node: Nodes, parent, state, info) => write(node, parent, state, info);
  return Object.assign(handle, { peek });
}

function withUnsafe(state: State, unsafe: Unsafe[], write: () => string): string {
  const all = state.unsafe;
  state.unsafe = unsafe;
  const result = write();
  state.unsafe = all;
  return result;
}

/** The patterns of a processor by what can make them match. */
class Patterns {
  readonly #all: readonly Candidate[];
  readonly #bitOf = new Int32Array(ASCII);
  /** Characters that a pattern looks for before the end of a line. */
  readonly #endings = new Set<string>();
  /** The bits of the constructs that patterns name; there are some twenty. */
  readonly #constructs = new Map<string, number>();
  /** The patterns that can match, by the constructs around a text and by what it has. */
  readonly #known = new Map<number, Map<number, Unsafe[]>>();

  constructor(unsafe: readonly Unsafe[]) {
    const characters = [...new Set(unsafe.map(({ character }) => character))];
    characters.forEach((character, index) => {
      this.#bitOf[character.charCodeAt(0)] = 1 << (index % BITS);
    });
    const constructs = unsafe.flatMap((pattern) => [
      ...namesOf(pattern.inConstruct),
      ...namesOf(pattern.notInConstruct),
    ]);
    for (const name of constructs) {
      if (!this.#constructs.has(name)) this.#constructs.set(name, 1 << this.#constructs.size);
    }
    this.#all = unsafe.map((pattern) => {
      const { character, atBreak, before, after } = pattern;
      const isBefore = BREAK_CONDITIONS.has(after);
      if (isBefore) this.#endings.add(character);
      return {
        pattern,
        bit: this.#bitOf[character.charCodeAt(0)] ?? 0,
        needsBreak: atBreak === true || isBefore || BREAK_CONDITIONS.has(before),
      };
    });
  }

  /** What stands in a text and beside it. */
  marksOf(before: string, value: string, after: string): Marks {
    const inside = this.#bitsOf(value);
    const lineEnds = (this.#bitOf[10] ?? 0) | (this.#bitOf[13] ?? 0);
    return {
      // What stands beside the text is its neighbors' own, and never changed here.
      bits: inside,
      hasBreak:
        (inside & lineEnds) !== 0 ||
        // No pattern looks for a letter, and none for a number before one, at a line's start.
        (LINE_BREAK.test(before) && !/^[A-Za-z]/.test(value)) ||
        (LINE_BREAK.test(after) && (value === "" || this.#endings.has(value.slice(-1)))),
    };
  }

  hasBackslash({ bits }: Marks): boolean {
    return (bits & (this.#bitOf[92] ?? 0)) !== 0;
  }

  /** The patterns that can match in these constructs. */
  among(stack: readonly string[], { bits, hasBreak }: Marks): Unsafe[] {
    const place = this.#placeOf(stack);
    const byMarks = this.#known.get(place) ?? new Map<number, Unsafe[]>();
    this.#known.set(place, byMarks);
    const key = hasBreak ? -1 - bits : bits;
    const known = byMarks.get(key);
    if (known !== undefined) return known;
    const found = this.#all.filter(
      ({ pattern, bit, needsBreak }) =>
        (bits & bit) !== 0 && (hasBreak || !needsBreak) && isInScope(stack, pattern),
    );
    const patterns = found.map(({ pattern }) => pattern);
    byMarks.set(key, patterns);
    return patterns;
  }

  /** Constructs within each other say no more than once. */
  #placeOf(stack: readonly string[]): number {
    let place = 0;
    for (const name of stack) place |= this.#constructs.get(name) ?? 0;
    return place;
  }

  #bitsOf(text: string): number {
    let bits = 0;
    for (let i = 0; i < text.length; i++) bits |= this.#bitOf[text.charCodeAt(i)] ?? 0;
    return bits;
  }
}

/** mdast-util-to-markdown: `patternInScope`. */
function isInScope(stack: readonly string[], { inConstruct, notInConstruct }: Unsafe): boolean {
  return holds(stack, inConstruct, true) && !holds(stack, notInConstruct, false);
}

function holds(
  stack: readonly string[],
  constructs: Unsafe["inConstruct"],
  otherwise: boolean,
): boolean {
  const names = namesOf(constructs);
  return names.length === 0 ? otherwise : names.some((name) => stack.includes(name));
}

function namesOf(constructs: Unsafe["inConstruct"]): readonly string[] {
  return typeof constructs === "string" ? [constructs] : (constructs ?? []);
}
