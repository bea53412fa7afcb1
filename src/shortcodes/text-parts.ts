/** Words of a line by what brought them there, for authors who ask where they are written. */
import type { Text } from "mdast";
import type { MappedText } from "../text/mapped.ts";

/** CommonMark: entity and numeric character references. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/iy;

/**
 * The texts that a parsed one consists of, one for each include that brought some of it and
 * for what stands between. `text` is what was parsed, and has the node's offsets.
 */
export function textParts(node: Text, text: MappedText): Text[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [node];
  const borders = bordersWithin(text, start, end);
  if (borders.length === 0) return [node];
  const written = text.text.slice(start, end);
  const parts: Text[] = [];
  let from = { offset: start, at: 0 };
  for (const offset of [...borders, end]) {
    const at =
      offset === end ? node.value.length : valueOffset(node.value, written, offset - start);
    if (at === undefined) return [node];
    const value = node.value.slice(from.at, at);
    if (value !== "") parts.push({ type: "text", value, position: between(from.offset, offset) });
    from = { offset, at };
  }
  return parts;
}

/** Where the text goes from one include, or none, to another. */
function bordersWithin(text: MappedText, start: number, end: number): number[] {
  const borders: number[] = [];
  let at = start;
  let target: string | undefined;
  for (const piece of text.slice(start, end).pieces) {
    if (at > start && piece.frame?.target !== target) borders.push(at);
    target = piece.frame?.target;
    at += piece.text.length;
  }
  return borders;
}

/** Only the offsets count: the positions of a text are moved to its source by them. */
function between(start: number, end: number): Text["position"] {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { start: point(start), end: point(end) };
}

/**
 * The offset in a text's value of what stands at `border` in the text as it was written: without
 * backslashes, with what references stand for, without the blanks at ends and starts of lines
 * and the signs of quotes. Undefined if the two do not go together.
 */
function valueOffset(value: string, written: string, border: number): number | undefined {
  let at = 0;
  let offset = 0;
  while (offset < border) {
    REFERENCE.lastIndex = offset;
    const [reference] = REFERENCE.exec(written) ?? [];
    const character = written[offset] ?? "";
    if (reference !== undefined && !value.startsWith(reference, at)) {
      offset += reference.length;
      at += (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else if (value[at] === character) {
      offset++;
      at++;
    } else if (/[\\\s>]/.test(character)) {
      offset++;
    } else {
      return undefined;
    }
  }
  return at;
}
