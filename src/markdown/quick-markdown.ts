/**
 * Writes Markdown with mdast-util-to-markdown in a fraction of its time, and with the same
 * result. It looks for some fifty unsafe patterns in every text, one after the other; most
 * texts have no character that any of them begins with. Here, one look at the characters
 * says which patterns can match, and only these are tried.
 */
import type { InlineCode, Nodes, Parents, PhrasingContent, Root, Text } from "mdast";
import { defaultHandlers, type Handle, type State } from "mdast-util-to-markdown";

/** Handlers that tell their first character without writing all, and those of emphasis. */
type AnyHandle = Handle & { readonly peek?: Handle; readonly attention?: unknown };
type Unsafe = State["unsafe"][number];
type Safe = State["safe"];
type ContainerPhrasing = State["containerPhrasing"];

/** A pattern, the bit of its character, and whether it needs the end of a line beside that. */
interface Candidate {
  readonly pattern: Unsafe;
  readonly bit: number;
  readonly needsBreak: boolean;
}

/** What stands before and after a text. */
interface Beside {
  readonly before: string;
  readonly after: string;
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
/** Code without a backtick, without a bar, which GFM escapes in cells, and without blanks at its ends. */
const SIMPLE_CODE = /^[^`|\s](?:[^`|\r\n]*[^`|\s])?$/;
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
    const writeText = quickText(text, patterns);
    state.handlers.text = withFirst(writeText, firstOfText(writeText));
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
    const possible = possibleIn(value, config, this, patterns);
    if (possible === undefined) return value;
    return withUnsafe(this, possible, () => safe.call(this, input, config));
  };
}

/** The same for a text, of which only an unsafe one needs to know what stands beside it. */
function quickText(text: Handle, patterns: Patterns): Handle {
  return (node: Text, parent, state, info) => {
    const possible = possibleIn(node.value, info, state, patterns);
    return possible === undefined ? node.value : text(node, parent, state, info);
  };
}

/**
 * The patterns that can match in a text; undefined if it is safe. Those of any construct are tried
 * first: most texts have none of them.
 */
function possibleIn(
  value: string,
  { before, after }: Beside,
  state: State,
  patterns: Patterns,
): Unsafe[] | undefined {
  const marks = patterns.marksOf(before, value, after);
  const isFound = (pattern: Unsafe): boolean => matches(state, pattern, before, value, after);
  const mayBeSafe = !patterns.hasBackslash(marks);
  if (mayBeSafe && !patterns.anywhere(marks).some(isFound)) return undefined;
  const possible = patterns.among(state.stack, marks);
  return mayBeSafe && !possible.some(isFound) ? undefined : possible;
}

/**
 * Phrasing content without emphasis, of which no marks have to be chosen, and without HTML, which
 * may change what stands before it: what its nodes give, one after the other.
 */
function quickPhrasing(containerPhrasing: ContainerPhrasing): ContainerPhrasing {
  return function (this: State, parent, info) {
    const { handlers, indexStack } = this;
    const children = parent.children as readonly PhrasingContent[];
    if (!children.every(({ type }) => isSimple(handlers, type)))
      return containerPhrasing.call(this, parent, info);
    const level = indexStack.push(0) - 1;
    let written = "";
    let { before } = info;
    for (let i = 0; i < children.length; i++) {
      const [child, next] = [children[i], children[i + 1]];
      if (child === undefined) continue;
      indexStack[level] = i;
      const after = next === undefined ? info.after : firstCharacter(firstOf(next, parent, this));
      const value = this.handle(child, parent, this, { ...PLACE, before, after });
      written += value;
      if (value !== "") before = lastCharacter(value);
    }
    indexStack.pop();
    return written;
  };
}

function isSimple(handlers: State["handlers"], type: PhrasingContent["type"]): boolean {
  return type !== "html" && (handlers[type] as AnyHandle).attention === undefined;
}

/** What a node will be written as, as far as its neighbor asks. */
function firstOf(node: PhrasingContent, parent: Parents, state: State): string {
  const handle = state.handlers[node.type] as AnyHandle;
  return (handle.peek ?? handle)(node, parent, state, { ...PLACE, before: "", after: "" });
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function lastCharacter(text: string): string {
  const code = text.codePointAt(text.length - 2);
  // Only a pair of two gives as much.
  return code !== undefined && code > 0xffff ? text.slice(-2) : text.slice(-1);
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
    if (SIMPLE_CODE.test(node.value)) return `\`${node.value}\``;
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
  /** The patterns that can match in some construct, by what a text has. */
  readonly #anywhere = new Map<number, Unsafe[]>();
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

  /** The patterns that can match in any construct. */
  anywhere(marks: Marks): readonly Unsafe[] {
    const key = keyOf(marks);
    const known = this.#anywhere.get(key) ?? this.#withMarks(marks);
    this.#anywhere.set(key, known);
    return known;
  }

  /** The patterns that can match in these constructs. */
  among(stack: readonly string[], marks: Marks): Unsafe[] {
    const place = this.#placeOf(stack);
    const byMarks = this.#known.get(place) ?? new Map<number, Unsafe[]>();
    this.#known.set(place, byMarks);
    const key = keyOf(marks);
    const known = byMarks.get(key);
    if (known !== undefined) return known;
    const patterns = this.#withMarks(marks).filter((pattern) => isInScope(stack, pattern));
    byMarks.set(key, patterns);
    return patterns;
  }

  #withMarks({ bits, hasBreak }: Marks): Unsafe[] {
    return this.#all
      .filter(({ bit, needsBreak }) => (bits & bit) !== 0 && (hasBreak || !needsBreak))
      .map(({ pattern }) => pattern);
  }

  /** Constructs within each other say no more than once. */
  #placeOf(stack: readonly string[]): number {
    let place = 0;
    for (const name of stack) place |= this.#constructs.get(name) ?? 0;
    return place;
  }

  #bitsOf(text: string): number {
    const bitOf = this.#bitOf;
    let bits = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < ASCII) bits |= bitOf[code] ?? 0;
    }
    return bits;
  }
}

function keyOf({ bits, hasBreak }: Marks): number {
  return hasBreak ? -1 - bits : bits;
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
