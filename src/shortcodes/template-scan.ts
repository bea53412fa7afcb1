/**
 * Cuts a partial into text and template actions (`{{ … }}`). Shortcode tags
 * (`{{<`, `{{%`) belong to the text. Go: text/template, "Text and spaces".
 */
import type { Range } from "../text/source.ts";

/** Text between actions, or an action's content without braces and trim markers. */
export interface Chunk extends Range {
  readonly type: "text" | "action" | "comment";
  /** The whole action with its braces; of a text, the text itself. */
  readonly outer: Range;
}

/** A fault in a partial. */
export interface TemplateFault {
  readonly range: Range;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

const OPEN = "{{";
const CLOSE = "}}";
const BLANK = /\s/;

/** The chunks of `text` from `start` on; what cannot be read is a fault and shows nothing. */
export function scanTemplate(
  text: string,
  start: number,
  fault: (fault: TemplateFault) => void,
): Chunk[] {
  const chunks: Chunk[] = [];
  let textStart = start;
  let at = nextAction(text, start);
  while (at < text.length) {
    const action = readAction(text, at);
    pushText(chunks, text, textStart, at, action.trimsBefore);
    if (action.problem !== undefined) fault(action.problem);
    else chunks.push(action.chunk);
    textStart = action.next;
    if (action.trimsAfter) while (BLANK.test(text[textStart] ?? "")) textStart++;
    at = nextAction(text, textStart);
  }
  pushText(chunks, text, textStart, text.length, false);
  return chunks;
}

/** Where the next `{{` stands that opens no shortcode tag; the text's end if there is none. */
function nextAction(text: string, from: number): number {
  for (let at = text.indexOf(OPEN, from); at >= 0; at = text.indexOf(OPEN, at + 2)) {
    const next = text[at + 2];
    if (next !== "<" && next !== "%") return at;
  }
  return text.length;
}

function pushText(chunks: Chunk[], text: string, start: number, end: number, trims: boolean): void {
  let last = end;
  if (trims) while (last > start && BLANK.test(text[last - 1] ?? "")) last--;
  if (last > start) chunks.push({ type: "text", start, end: last, outer: { start, end: last } });
}

interface Action {
  readonly chunk: Chunk;
  readonly next: number;
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
  readonly problem: TemplateFault | undefined;
}

/** Reads the action that opens at `open`. */
function readAction(text: string, open: number): Action {
  const trimsBefore = text[open + 2] === "-" && BLANK.test(text[open + 3] ?? "");
  let start = open + (trimsBefore ? 3 : 2);
  while (BLANK.test(text[start] ?? "")) start++;
  const isComment = text.startsWith("/*", start);
  const { end: close, problem } = isComment ? commentEnd(text, start) : actionEnd(text, start);
  const trimsAfter = text[close - 1] === "-" && BLANK.test(text[close - 2] ?? "");
  let end = close - (trimsAfter ? 1 : 0);
  while (end > start && BLANK.test(text[end - 1] ?? "")) end--;
  const next = Math.min(close + 2, text.length);
  const chunk: Chunk = {
    type: isComment ? "comment" : "action",
    start,
    end,
    outer: { start: open, end: next },
  };
  const message = problem && `Unexpected end of ${problem}, expected its closing mark`;
  return {
    chunk,
    next,
    trimsBefore,
    trimsAfter,
    problem: message === undefined ? undefined : { range: { start: open, end: open + 2 }, message },
  };
}

interface End {
  /** Offset of the closing braces. */
  readonly end: number;
  /** What has no end. */
  readonly problem: string | undefined;
}

/** Go: a comment's `*` `/` stands right before the closing braces, or before a trim marker. */
function commentEnd(text: string, start: number): End {
  const star = text.indexOf("*/", start + 2);
  const end = star < 0 ? -1 : text.indexOf(CLOSE, star);
  if (end < 0) return { end: text.length, problem: "a template comment" };
  return { end, problem: undefined };
}

/** Braces in strings close nothing. */
function actionEnd(text: string, start: number): End {
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (text.startsWith(CLOSE, at)) return { end: at, problem: undefined };
    if (character === '"' || character === "`") {
      const after = stringEnd(text, at);
      if (after === undefined) return { end: closeAfter(text, at), problem: "a quoted value" };
      at = after;
    } else {
      at++;
    }
  }
  return { end: text.length, problem: "a template action" };
}

function closeAfter(text: string, at: number): number {
  const close = text.indexOf(CLOSE, at);
  return close < 0 ? text.length : close;
}

/** The offset after the string that opens at `open`; undefined without an end. */
export function stringEnd(text: string, open: number): number | undefined {
  const quote = text[open];
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at];
    if (character === quote) return at + 1;
    if (quote === "`") continue;
    if (character === "\\") at++;
    if (character === "\n" || character === "\r") return undefined;
  }
  return undefined;
}
