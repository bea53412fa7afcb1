/** The YAML parser's complaints in words for authors, at the place of the slip. */
import type { YAMLException } from "js-yaml";
import type { Finding } from "../messages/diagnostic.ts";
import type { Range, Source } from "../text/source.ts";
import { isBlank, isBreak } from "./characters.ts";
import { MAX_DEPTH } from "./limits.ts";

/** What the parser says, and what an author reads. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  [
    "bad indentation of a mapping entry",
    "Unexpected text, expected the next key, indented as the keys above it",
  ],
  [
    "bad indentation of a sequence entry",
    'Unexpected text, expected the next "-", indented as the ones above it',
  ],
  [
    "can not read a block mapping entry; a multiline key may not be an implicit key",
    'Unexpected line without a key, expected "key: value"',
  ],
  ["expected ':' after a mapping key", 'Unexpected line without a key, expected "key: value"'],
  [
    "end of the stream or a document separator is expected",
    "Unexpected text, expected nothing after the document's value",
  ],
  [
    "tab characters must not be used in indentation",
    "Unexpected tab, expected spaces as indentation",
  ],
  [
    "deficient indentation",
    "Unexpected line, expected a closing quote or bracket before it, or more indentation",
  ],
  [
    "missed comma between flow collection entries",
    "Unexpected text, expected a comma or a closing bracket",
  ],
  ["unknown escape sequence", "Unexpected escape, expected one that YAML has, or single quotes"],
  ["expected hexadecimal character", "Unexpected character, expected a hexadecimal digit"],
  ["a line break is expected", "Unexpected text, expected a line break after | or >"],
  [
    "the stream contains non-printable characters",
    "Unexpected control character, expected printable text",
  ],
  ["expected valid JSON character", "Unexpected control character, expected printable text"],
  ["null byte is not allowed in input", "Unexpected NUL character, expected text"],
]);

const UNCLOSED: readonly (readonly [RegExp, string])[] = [
  [/within a double quoted scalar$/, 'Unexpected end of the text, expected a closing "'],
  [/within a single quoted scalar$/, "Unexpected end of the text, expected a closing '"],
  [/within a flow collection$/, "Unexpected end of the file, expected a closing bracket"],
];

/** The finding of an exception; `range` holds the YAML in its source. */
export function yamlProblem(source: Source, error: YAMLException, range: Range): Finding {
  const found = Math.max(range.start, Math.min(error.mark?.position ?? 0, range.end));
  const quote = found === range.end ? openQuote(source.text, range) : undefined;
  if (quote !== undefined) {
    const message = `Unexpected ${source.text[quote]} that nothing closes, expected its pair`;
    return { id: "data-syntax", message, span: { source, start: quote, end: quote + 1 } };
  }
  const start = found === range.end ? lastPlace(source.text, range, error.reason) : found;
  const tab = OF_INDENTATION.test(error.reason) ? tabBefore(source, start) : undefined;
  if (tab !== undefined) {
    const message = "Unexpected tab, expected spaces as indentation";
    return { id: "data-syntax", message, span: { source, start: tab, end: tab + 1 } };
  }
  const end = Math.min(start + 1, range.end);
  const message = messageFor(error.reason, source.text, start);
  return { id: "data-syntax", message, span: { source, start, end } };
}

function messageFor(reason: string, text: string, at: number): string {
  const character = text[at] ?? "";
  if (reason.startsWith("bad indentation of a mapping") && character === ":") {
    return 'Unexpected ":", expected quotes around text that holds one, or other indentation';
  }
  if (reason.startsWith("bad indentation of a mapping") && "@`%".includes(character || " ")) {
    return `Unexpected "${character}", expected quotes around text that starts with it`;
  }
  if (reason.startsWith("end of the stream") && character === ":") {
    return 'Unexpected ":", expected a key on one line with its colon';
  }
  if (reason === "deficient indentation" && text[at - 1] === "\t") {
    return "Unexpected tab before the text, expected spaces";
  }
  if (reason.includes("multiline key") && character === ":") {
    return 'Unexpected ":" after text of several lines, expected "key: value" in each line';
  }
  if (reason.startsWith("nesting exceeded")) {
    return `Unexpected nesting, expected at most ${MAX_DEPTH} levels`;
  }
  const unclosed = UNCLOSED.find(([expression]) => expression.test(reason))?.[1];
  return unclosed ?? MESSAGES.get(reason) ?? `Unexpected YAML: ${reason}`;
}

/** What the parser says where it has read a tab as something else than indentation. */
const OF_INDENTATION = /^(?:end of the stream|bad indentation|can not read a block|expected ':')/;

/** The first tab in the indentation of a place's line. */
function tabBefore(source: Source, at: number): number | undefined {
  const { start, end } = source.lineAt(at);
  const blanks = /^[ \t]*/.exec(source.text.slice(start, end))?.[0] ?? "";
  const tab = blanks.indexOf("\t");
  return tab < 0 ? undefined : start + tab;
}

/**
 * The quote that is still open at the end of the text: the parser only tells that
 * it came to the end. After an open quote no other of its kind can stand, but for
 * escaped ones.
 */
function openQuote(text: string, range: Range): number | undefined {
  const candidates = [lastDoubleQuote(text, range), lastOddQuotes(text, range)];
  // The later one of two stands within the text that the earlier one opens.
  return candidates
    .filter((at) => at !== undefined && startsScalar(text, at))
    .sort((a = 0, b = 0) => a - b)[0];
}

function lastDoubleQuote(text: string, { start, end }: Range): number | undefined {
  for (let at = end - 1; at >= start; at--) {
    if (text[at] !== '"') continue;
    let before = at;
    while (before > start && text[before - 1] === "\\") before--;
    if ((at - before) % 2 === 0) return at;
    at = before;
  }
  return undefined;
}

/** The first of the last run of single quotes whose number is odd: pairs are escapes. */
function lastOddQuotes(text: string, { start, end }: Range): number | undefined {
  for (let at = end - 1; at >= start; at--) {
    if (text[at] !== "'") continue;
    const last = at;
    while (at > start && text[at - 1] === "'") at--;
    if ((last - at) % 2 === 0) return at;
  }
  return undefined;
}

function startsScalar(text: string, at: number): boolean {
  return at === 0 || /[\s[{,]/.test(text[at - 1] ?? "");
}

/** For what is only noticed at the end: the end of the last text, or the start of its line. */
function lastPlace(text: string, { start, end }: Range, reason: string): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? "")) at--;
  if (!reason.includes("key")) return at;
  while (at > start && !isBreak(text, at - 1)) at--;
  while (at < end && isBlank(text, at)) at++;
  return at;
}
