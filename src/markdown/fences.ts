/**
 * Info strings of fenced code (Hugo: markup/goldmark/codeblocks/render.go,
 * markup/highlight/config.go): a language, then options in braces.
 */
import type { Complaint } from "../shortcodes/types.ts";
import type { Range } from "../text/source.ts";
import { type Attributes, type AttributeValue, parseAttributes } from "./attributes.ts";

/** A complaint and where in the info string it points. */
export interface FenceProblem {
  readonly complaint: Complaint;
  readonly range: Range;
}

/** What an info string says. */
export interface Fence {
  /** The first word up to a brace, case as written; empty without one. */
  readonly language: string;
  /** A file's name or another caption. */
  readonly title: string | undefined;
  /** Lines to mark, counted from 1 whatever `start` is. */
  readonly highlighted: ReadonlySet<number>;
  /** Lines that a change adds; its removed ones are not copied. */
  readonly inserted: ReadonlySet<number>;
  readonly deleted: ReadonlySet<number>;
  /** The lines that matter here: the others step back. */
  readonly focused: ReadonlySet<number>;
  /** Comments such as `[!code ++]` mark lines; undefined: as the language says. */
  readonly hasNotation: boolean | undefined;
  readonly lineNumbers: boolean;
  /** The number of the first line. */
  readonly start: number;
  /** The block shows what a command printed. */
  readonly isOutput: boolean;
  /** Whether the block's placeholders become fields; undefined: as the page says. */
  readonly hasPlaceholders: boolean | undefined;
  /** What is left for the element. */
  readonly attributes: Attributes;
  readonly problem: FenceProblem | undefined;
}

/** Options that only mean something to Hugo's highlighter; they are accepted and do nothing. */
const IGNORED = new Set(
  "anchorlinenos guesssyntax hl_inline lineanchors nohl noclasses style tabwidth wrapperclass".split(
    " ",
  ),
);
const KNOWN = new Set(
  "del focus hl_lines ins linenos linenostart notation output placeholders title".split(" "),
);
/** The options that name lines. */
export const LINE_OPTIONS = ["hl_lines", "ins", "del", "focus"] as const;

const LINE_RANGE = /^(\d{1,6})(?:-(\d{1,6}))?$/;
/** Lines that ranges may name in all: a bound for hostile input. */
const MAX_LINES = 100_000;

/** Reads an info string. Options outside of braces are ignored, as in Hugo. */
export function parseFence(info: string): Fence {
  const language = /^[^\s{]*/.exec(info.trimStart())?.[0] ?? "";
  const brace = info.indexOf("{");
  if (brace < 0) return fence(language, new Map(), undefined);
  const parsed = parseAttributes(info, brace);
  if (!parsed.ok) return fence(language, new Map(), unreadable(info, parsed));
  const options = new Map<string, AttributeValue>();
  for (const [name, value] of parsed.attributes) options.set(name.toLowerCase(), value);
  return fence(language, options, commaProblem(info, options));
}

function fence(language: string, options: Attributes, problem: FenceProblem | undefined): Fence {
  const title = options.get("title");
  const start = options.get("linenostart");
  const rest = [...options].filter(([name]) => !KNOWN.has(name) && !IGNORED.has(name));
  return {
    language,
    title: title === undefined || title === "" ? undefined : String(title),
    highlighted: linesOf(options.get("hl_lines")),
    inserted: linesOf(options.get("ins")),
    deleted: linesOf(options.get("del")),
    focused: linesOf(options.get("focus")),
    hasNotation: switchOf(options, "notation"),
    lineNumbers: ["true", "table", "inline"].includes(String(options.get("linenos"))),
    start: Number.isInteger(Number(start ?? 1)) ? Number(start ?? 1) : 1,
    isOutput: String(options.get("output")) === "true",
    hasPlaceholders: switchOf(options, "placeholders"),
    attributes: new Map(rest),
    problem,
  };
}

function switchOf(options: Attributes, name: string): boolean | undefined {
  return options.has(name) ? String(options.get(name)) !== "false" : undefined;
}

/** `[2,"4-6"]`, `"2 4-6"` or `2`; what is no range marks nothing. */
function linesOf(value: AttributeValue | undefined): ReadonlySet<number> {
  const lines = new Set<number>();
  const items = Array.isArray(value) ? value : String(value ?? "").split(" ");
  let budget = MAX_LINES;
  for (const item of items) {
    const [, first, last = first] = LINE_RANGE.exec(String(item)) ?? [];
    if (first === undefined) continue;
    for (let line = Number(first); line <= Number(last) && budget > 0; line++, budget--) {
      lines.add(line);
    }
  }
  return lines;
}

function unreadable(info: string, at: { offset: number; expected: string }): FenceProblem {
  const found = at.offset < info.trimEnd().length ? `"${info[at.offset]}"` : "end";
  const quotes = /\d-\d/.test(info) ? '; ranges stand in quotes: hl_lines="2 4-6"' : "";
  const message = `Unexpected ${found} in the attributes, expected ${at.expected}${quotes}`;
  return {
    complaint: { id: "code-attributes", message },
    range: { start: Math.min(at.offset, info.length), end: Math.min(at.offset + 1, info.length) },
  };
}

/** Hugo separates ranges by blanks: with a comma in the text they mark nothing. */
function commaProblem(info: string, options: Attributes): FenceProblem | undefined {
  for (const name of LINE_OPTIONS) {
    const value = options.get(name);
    if (typeof value !== "string" || !value.includes(",")) continue;
    const start = Math.max(0, info.indexOf(`"${value}"`));
    const message = `Unexpected comma in ${name}="${value}", expected blanks between the ranges`;
    return {
      complaint: { id: "code-lines", message, suggestion: value.split(/[\s,]+/).join(" ") },
      range: { start, end: start + value.length + 2 },
    };
  }
  return undefined;
}
