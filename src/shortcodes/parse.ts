/**
 * From tokens to a tree: pairs opening and closing tags. Whether a shortcode has
 * a body is its definition's word (Hugo: `.Inner` in the template), so a tag
 * without a partner is a call without a body, or a fault.
 */

import type { MappedText } from "../text/mapped.ts";
import { editDistance } from "../text/nearest.ts";
import type { Range } from "../text/source.ts";
import type { Problem } from "./cursor.ts";
import { lex, type TagToken } from "./lex.ts";
import type { BodyRule, CallNode, Template, TemplateNode } from "./types.ts";

/** A call whose closing tag has not come yet, or the text itself. */
interface Open {
  readonly tag: TagToken | undefined;
  readonly nodes: TemplateNode[];
}

/**
 * The tree of a text. `bodyOf` tells whether a name takes a body; undefined for
 * unknown names. Nothing is lost: the nodes cover the text without a gap.
 */
export function parse(
  text: MappedText,
  bodyOf: (name: string) => BodyRule | undefined,
  report: (problem: Problem) => void,
): Template {
  return new TagParser(text, bodyOf, report).parse();
}

class TagParser {
  readonly #text: MappedText;
  readonly #bodyOf: (name: string) => BodyRule | undefined;
  readonly #report: (problem: Problem) => void;
  readonly #stack: Open[] = [];
  /** How many calls of a name are open. */
  readonly #open = new Map<string, number>();
  /** How many closing tags of a name are still to come. */
  readonly #closing = new Map<string, number>();
  /** Calls that Hugo's rule closed with another name's tag: their own tag closes the next. */
  readonly #owed = new Map<string, number>();

  constructor(
    text: MappedText,
    bodyOf: (name: string) => BodyRule | undefined,
    report: (problem: Problem) => void,
  ) {
    this.#text = text;
    this.#bodyOf = bodyOf;
    this.#report = report;
  }

  parse(): Template {
    const tokens = lex(this.#text.text, this.#report);
    for (const token of tokens) {
      if (token.type === "tag" && token.isClosing) count(this.#closing, token.name, 1);
    }
    const root: Open = { tag: undefined, nodes: [] };
    this.#stack.push(root);
    for (const token of tokens) {
      if (token.type !== "tag") this.#top().nodes.push(token);
      else if (token.isClosing) this.#close(token);
      else this.#openTag(token);
    }
    while (this.#stack.length > 1) this.#reportUnclosed(this.#pop(this.#text.length));
    return { nodes: root.nodes, range: { start: 0, end: this.#text.length } };
  }

  #openTag(tag: TagToken): void {
    if (tag.selfClosing || !this.#takesBody(tag.name)) {
      this.#top().nodes.push(call(tag, undefined, undefined));
      return;
    }
    this.#stack.push({ tag, nodes: [] });
    count(this.#open, tag.name, 1);
  }

  /** An optional body, or an unknown name's, is there if a closing tag is left for it. */
  #takesBody(name: string): boolean {
    const rule = this.#bodyOf(name);
    if (rule === "none") return false;
    if (rule === "required") return true;
    return (this.#closing.get(name) ?? 0) > (this.#open.get(name) ?? 0);
  }

  #close(tag: TagToken): void {
    count(this.#closing, tag.name, -1);
    const top = this.#top().tag;
    if (top?.name === tag.name) {
      this.#checkDelimiter(top, tag);
      this.#closeTop(tag);
    } else if ((this.#open.get(tag.name) ?? 0) > 0) {
      this.#closeOuter(tag);
    } else if ((this.#owed.get(tag.name) ?? 0) > 0 && top !== undefined) {
      count(this.#owed, tag.name, -1);
      this.#closeTop(tag);
    } else {
      this.#reportSurplus(tag, top);
      if (top !== undefined && isSlip(tag.name, top.name)) this.#closeTop(tag);
      else this.#keepAsText(tag.range);
    }
  }

  /** A tag that closes a call further out: the calls in between cross it, or were never closed. */
  #closeOuter(tag: TagToken): void {
    for (
      let top = this.#top().tag;
      top !== undefined && top.name !== tag.name;
      top = this.#top().tag
    ) {
      const isCrossed = (this.#closing.get(top.name) ?? 0) >= (this.#open.get(top.name) ?? 0);
      if (isCrossed) {
        // Hugo: any closing tag closes the innermost open call.
        this.#reportCrossed(tag, top);
        count(this.#owed, top.name, 1);
        this.#closeTop(tag);
        return;
      }
      this.#reportUnclosed(this.#pop(tag.range.start));
    }
    this.#closeTop(tag);
  }

  #closeTop(closer: TagToken): void {
    this.#pop(closer.range.start, closer.range);
  }

  /** Takes the innermost call off the stack, with a body up to `end`. */
  #pop(end: number, closeRange?: Range): TagToken {
    const { tag, nodes } = this.#stack.pop() ?? { tag: undefined, nodes: [] };
    if (tag === undefined) throw new Error("The text itself has no closing tag.");
    count(this.#open, tag.name, -1);
    const body = { nodes, range: { start: tag.range.end, end } };
    this.#top().nodes.push(call(tag, body, closeRange));
    return tag;
  }

  #top(): Open {
    const top = this.#stack.at(-1);
    if (top === undefined) throw new Error("The stack holds at least the text itself.");
    return top;
  }

  #keepAsText(range: Range): void {
    this.#top().nodes.push({ type: "text", range });
  }

  // ------------------------------------------------------------ findings

  #checkDelimiter(open: TagToken, closer: TagToken): void {
    if (open.delimiter === closer.delimiter) return;
    const message = `Unexpected "{{${closer.delimiter} /${closer.name}", expected "{{${open.delimiter}" as in the opening tag at ${this.#placeOf(open)}`;
    this.#report({ id: "shortcode-delimiter", message, range: closer.range });
  }

  #reportUnclosed(tag: TagToken): void {
    if (tag.isBroken) return;
    const message = `Unexpected end of the body of "${tag.name}", expected its closing tag or "/" at the end of this one`;
    this.#report({ id: "shortcode-not-closed", message, range: tag.range });
  }

  #reportCrossed(closer: TagToken, open: TagToken): void {
    const message = `Unexpected closing tag of "${closer.name}", expected that of "${open.name}", opened at ${this.#placeOf(open)}; it closes "${open.name}"`;
    this.#report({ id: "shortcode-crossed", message, range: closer.range });
  }

  #reportSurplus(tag: TagToken, top: TagToken | undefined): void {
    const { name, nameRange, range } = tag;
    if (this.#bodyOf(name) === "none") {
      const message = `Unexpected closing tag of "${name}", which takes no body`;
      this.#report({ id: "shortcode-no-body", message, range });
      return;
    }
    const isOpen =
      top === undefined ? "none is open" : `"${top.name}" is open since ${this.#placeOf(top)}`;
    const message = `Unexpected closing tag of "${name}", ${isOpen}`;
    const suggestion = top !== undefined && isSlip(name, top.name) ? top.name : undefined;
    this.#report({ id: "shortcode-not-open", message, range: nameRange, suggestion });
  }

  #placeOf(tag: TagToken): string {
    const { source, offset } = this.#text.originAt(tag.range.start);
    const { line, column } = source.placeAt(offset);
    return `${line}:${column}`;
  }
}

function call(tag: TagToken, body: Template | undefined, closeRange: Range | undefined): CallNode {
  const { name, nameRange, delimiter, parameters, selfClosing, isBroken, range } = tag;
  const end = closeRange?.end ?? body?.range.end ?? range.end;
  return {
    type: "call",
    name,
    nameRange,
    delimiter,
    parameters,
    selfClosing,
    isBroken,
    openRange: range,
    closeRange,
    body,
    range: { start: range.start, end },
  };
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Whether a closing tag's name is a misspelling of the open one's. */
function isSlip(name: string, open: string): boolean {
  return editDistance(name, open, 3) < Math.min(3, open.length);
}
