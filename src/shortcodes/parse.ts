/**
 * Parses a text with shortcodes to a tree: tokens become tags (tag.ts), opening
 * and closing tags find each other (match.ts), and calls get their bodies here.
 * Hugo: extractShortcode in hugolib/shortcode.go, in three passes instead of one.
 */
import type { MappedText } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";
import { lex } from "./lex.ts";
import { delimitersOf } from "./lex-characters.ts";
import { matchTags } from "./match.ts";
import { type Item, type Report, readItems, type SyntaxFinding, type Tag } from "./tag.ts";
import { shown } from "./tokens.ts";
import type { BodyRule, CallNode, Template, TemplateNode } from "./types.ts";

export type { SyntaxFinding } from "./tag.ts";

/** A longer name is no slip of another one, and comparing it would take long. */
const MAX_NAME = 100;

/** A call whose closing tag is still to come. */
interface OpenCall {
  readonly tag: Tag;
  readonly index: number;
  readonly nodes: TemplateNode[];
}

/**
 * The tree of a text. `bodyOf` tells whether the shortcode of a name has a body,
 * undefined for one that nobody knows: it has one if it is closed. Whatever is wrong
 * goes to `report` with offsets of `text`; no text is lost: a tag that means
 * nothing stays as text, and a call that is never closed ends where the call
 * around it ends. Time is linear in the text.
 */
export function parse(
  text: MappedText,
  bodyOf: (name: string) => BodyRule | undefined,
  report: (finding: SyntaxFinding) => void,
): Template {
  const items = readItems(text.text, lex(text.text), report);
  const rules = new Map<string, BodyRule>();
  const ruleOf = (name: string): BodyRule => {
    const rule = rules.get(name) ?? bodyOf(name) ?? "optional";
    rules.set(name, rule);
    return rule;
  };
  const isKnown = (name: string): boolean => bodyOf(name) !== undefined;
  return new TreeBuilder(text, items, ruleOf, isKnown, report).build();
}

/** Hugo's inline shortcodes hold a Go template, which nothing here can run. */
function isInline(name: string): boolean {
  return name.endsWith(".inline");
}

class TreeBuilder {
  readonly #text: MappedText;
  readonly #items: readonly Item[];
  readonly #ruleOf: (name: string) => BodyRule;
  readonly #isKnown: (name: string) => boolean;
  readonly #report: Report;
  readonly #partners: readonly (number | undefined)[];
  readonly #top: TemplateNode[] = [];
  readonly #open: OpenCall[] = [];
  /** The last call without a body by each name, for naming it at a closing tag. */
  readonly #leaves = new Map<string, Tag>();
  /** The last call that would have a body if it were closed. */
  #lastLeaf: Tag | undefined;

  constructor(
    text: MappedText,
    items: readonly Item[],
    ruleOf: (name: string) => BodyRule,
    isKnown: (name: string) => boolean,
    report: Report,
  ) {
    this.#text = text;
    this.#items = items;
    this.#ruleOf = ruleOf;
    this.#isKnown = isKnown;
    this.#report = report;
    this.#partners = matchTags(items, (name) => !isInline(name) && ruleOf(name) !== "none");
  }

  build(): Template {
    this.#items.forEach((item, index) => {
      if (item.type === "text") this.#addText(item.range.start, item.range.end);
      else if (item.type === "literal") this.#nodes().push(item);
      else if (isInline(item.name)) this.#inline(item);
      else if (item.isClosing) this.#closing(item, index);
      else this.#opening(item, index);
    });
    const end = this.#text.length;
    while (this.#open.length > 0) this.#giveUp(end, "end of the text");
    return { nodes: this.#top, range: { start: 0, end } };
  }

  #nodes(): TemplateNode[] {
    return this.#open.at(-1)?.nodes ?? this.#top;
  }

  /** Adds text; text beside text becomes one node. */
  #addText(start: number, end: number): void {
    const nodes = this.#nodes();
    const last = nodes.at(-1);
    if (last?.type !== "text") {
      nodes.push({ type: "text", range: { start, end } });
    } else {
      nodes[nodes.length - 1] = { type: "text", range: { start: last.range.start, end } };
    }
  }

  #inline(tag: Tag): void {
    if (!tag.isClosing) {
      const message = `Unexpected inline shortcode ${shown(tag.name)}, expected a name without ".inline": Go templates in pages are not run`;
      this.#report({ id: "shortcode-inline", message, range: tag.range });
    }
    this.#addText(tag.range.start, tag.range.end);
  }

  #opening(tag: Tag, index: number): void {
    const rule = this.#ruleOf(tag.name);
    const isClosed = this.#partners[index] !== undefined;
    if (!tag.selfClosing && rule !== "none" && (rule === "required" || isClosed)) {
      this.#open.push({ tag, index, nodes: [] });
      return;
    }
    this.#nodes().push(callNode(tag, tag.range.end));
    if (rule === "none") this.#leaves.set(tag.name, tag);
    else if (!tag.selfClosing) this.#lastLeaf = tag;
  }

  /**
   * Hugo: any closing tag closes the innermost call. One without a partner closes
   * nothing, unless it is a slip of the innermost name. Before a closing tag with a
   * partner, calls that are never closed end.
   */
  #closing(tag: Tag, index: number): void {
    const partner = this.#partners[index];
    if (partner === undefined) {
      this.#surplus(tag);
      return;
    }
    let call = this.#open.at(-1);
    while (call !== undefined && this.#partners[call.index] === undefined) {
      this.#giveUp(tag.range.start, `${written(tag)}${this.#at(tag, call.tag)}`);
      call = this.#open.at(-1);
    }
    if (call === undefined) this.#addText(tag.range.start, tag.range.end);
    else this.#close(call, tag, index, partner);
  }

  #close(call: OpenCall, tag: Tag, index: number, partner: number): void {
    const ownClosing = this.#partners[call.index] ?? 0;
    if (ownClosing > index) this.#reportCrossed(call, tag, this.#items[partner]);
    else if (ownClosing === index) this.#checkDelimiter(call.tag, tag);
    this.#pop(tag.range.start, tag);
  }

  #reportCrossed({ tag: inner }: OpenCall, tag: Tag, outer: Item | undefined): void {
    const opened = outer?.type === "tag" ? this.#at(outer, tag) : "";
    const message = `Unexpected ${written(tag)} for the tag${opened}, expected ${written(inner)} first for the one${this.#at(inner, tag)}; it closes the inner one`;
    this.#report({ id: "shortcode-crossed", message, range: tag.range });
  }

  /** Hugo: the opening tag's kind decides. */
  #checkDelimiter(open: Tag, tag: Tag): void {
    if (open.delimiter === tag.delimiter) return;
    const message = `Unexpected ${written(tag)}, expected ${written(open)} as in the opening tag${this.#at(open, tag)}`;
    this.#report({ id: "shortcode-delimiter", message, range: tag.range });
  }

  /** A closing tag for which nothing is open. */
  #surplus(tag: Tag): void {
    const { name, range } = tag;
    const leaf = this.#leaves.get(name);
    const call = this.#open.at(-1);
    const isNeverClosed = call !== undefined && this.#partners[call.index] === undefined;
    const meant = isNeverClosed ? call.tag : this.#lastLeaf;
    if (leaf !== undefined) {
      const message = `Unexpected ${written(tag)}, expected none: the shortcode${this.#at(leaf, tag)} takes no body`;
      this.#report({ id: "shortcode-no-body", message, range });
    } else if (meant !== undefined && this.#isSlipOf(meant, name)) {
      // The opening tag has the slip: it is told there, as a name that nobody knows.
      this.#lastLeaf = undefined;
    } else if (meant !== undefined && isSlip(name, meant.name)) {
      const message = `Unexpected ${written(tag)}, expected ${written(meant)} for the tag${this.#at(meant, tag)}`;
      this.#report({ id: "shortcode-not-open", message, range, suggestion: meant.name });
      if (isNeverClosed) {
        this.#pop(range.start, tag);
        return;
      }
    } else {
      const message = `Unexpected ${written(tag)}, expected an opening tag before it`;
      this.#report({ id: "shortcode-not-open", message, range });
    }
    this.#addText(range.start, range.end);
  }

  /** Whether an opening tag has a slip of `name`: nobody knows its own name, yet knows this one. */
  #isSlipOf(open: Tag, name: string): boolean {
    return !this.#isKnown(open.name) && this.#isKnown(name) && isSlip(name, open.name);
  }

  /** Ends the innermost call without its closing tag. */
  #giveUp(end: number, found: string): void {
    const tag = this.#open.at(-1)?.tag;
    if (tag === undefined) return;
    const message = `Unexpected ${found}, expected ${written(tag)} for this tag before it`;
    this.#report({ id: "shortcode-not-closed", message, range: tag.range });
    this.#pop(end, undefined);
  }

  /** Makes a node of the innermost call, whose body ends at `end`. */
  #pop(end: number, closing: Tag | undefined): void {
    const call = this.#open.pop();
    if (call === undefined) return;
    const body = { nodes: call.nodes, range: { start: call.tag.range.end, end } };
    this.#nodes().push({
      ...callNode(call.tag, closing?.range.end ?? end),
      closeRange: closing?.range,
      body,
    });
  }

  /** ` at 3:1`: where a tag stands; with the file's path if it is not that of `from`. */
  #at(tag: Tag, from: Tag): string {
    const { source, offset } = this.#text.originAt(tag.range.start);
    const { line, column } = source.placeAt(offset);
    const isHere = this.#text.originAt(from.range.start).source === source;
    return ` at ${isHere ? "" : `${source.path}:`}${line}:${column}`;
  }
}

/** A call without a body. */
function callNode(tag: Tag, end: number): CallNode {
  const { name, nameRange, delimiter, parameters, selfClosing, isBroken, range } = tag;
  return {
    type: "call",
    name,
    nameRange,
    delimiter,
    parameters,
    selfClosing,
    isBroken,
    openRange: range,
    closeRange: undefined,
    body: undefined,
    range: { start: range.start, end },
  };
}

function isSlip(name: string, meant: string): boolean {
  if (name.length > MAX_NAME || meant.length > MAX_NAME) return false;
  return nearest(name, [meant]) !== undefined;
}

/** A closing tag, or the one that an opening tag asks for, as messages show it. */
function written({ name, delimiter }: Tag): string {
  const { open, close } = delimitersOf(delimiter);
  return shown(`${open} /${name} ${close}`);
}
