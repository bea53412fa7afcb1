/** Puts elements around ranges of text in a tree; the text stays the same. */
import type { Element, ElementContent, Nodes } from "hast";

/** A range of an element's text, and what to put around it. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  /** The element for the range's text. */
  readonly wrap: (text: string) => Element;
}

/** The text of a node: HTML's `textContent`. */
export function textOf(node: Nodes): string {
  if (node.type === "text" || node.type === "codeText") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/**
 * Wraps ranges of `parent`'s text, which are in order and apart. A range may lie
 * within one element or go over the borders of several: those are cut in two.
 */
export function wrapRanges(parent: Element, marks: readonly TextMark[]): void {
  if (marks.length > 0) parent.children = wrapped(parent.children, marks, 0);
}

function wrapped(
  children: readonly ElementContent[],
  marks: readonly TextMark[],
  offset: number,
): ElementContent[] {
  const result: ElementContent[] = [];
  let next = 0;
  let open = "";
  let at = offset;
  for (const child of children) {
    const end = at + textOf(child).length;
    const first = next;
    while (next < marks.length && (marks[next]?.end ?? 0) <= end) next++;
    const isCut = (marks[next]?.start ?? end) < end;
    const inside = marks.slice(first, isCut ? next + 1 : next);
    for (const { node, text, mark, isEnd } of pieces(child, inside, at)) {
      if (mark === undefined) result.push(node);
      else open += text;
      if (mark === undefined || !isEnd) continue;
      result.push(mark.wrap(open));
      open = "";
    }
    at = end;
  }
  return result;
}

/** A part of a node, in a range or between two. */
interface Piece {
  readonly node: ElementContent;
  readonly text: string;
  readonly mark: TextMark | undefined;
  /** The range ends with this part. */
  readonly isEnd: boolean;
}

/** A node that starts at the offset `at`: whole, with the ranges that it holds, or cut at the borders of ranges. */
function* pieces(node: ElementContent, marks: readonly TextMark[], at: number): Generator<Piece> {
  const whole = textOf(node);
  const end = at + whole.length;
  const alone = { text: whole, mark: undefined, isEnd: false };
  if (marks.length === 0) return yield { node, ...alone };
  if (isWithin(node, marks, at, end)) {
    return yield { node: { ...node, children: wrapped(node.children, marks, at) }, ...alone };
  }
  let from = at;
  const part = (to: number, mark?: TextMark): Piece => {
    const text = whole.slice(from - at, to - at);
    from = to;
    return { node: piece(node, text), text, mark, isEnd: mark !== undefined && mark.end <= end };
  };
  for (const mark of marks) {
    if (mark.start > from) yield part(mark.start);
    yield part(Math.min(mark.end, end), mark);
  }
  if (from < end) yield part(end);
}

/** Whether a node is an element that holds all of the ranges whole. */
function isWithin(
  node: ElementContent,
  marks: readonly TextMark[],
  at: number,
  end: number,
): node is Element {
  return node.type === "element" && marks.every((mark) => mark.start >= at && mark.end <= end);
}

/** A part of a node: its text alone, in an element of the same kind. */
function piece(node: ElementContent, value: string): ElementContent {
  const text = { type: "text", value } as const;
  if (node.type !== "element") return text;
  return { ...node, properties: { ...node.properties }, children: [text] };
}
