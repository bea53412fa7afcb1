/**
 * A quick reader of the HTML that articles are kept as. It knows the one way in which
 * rehype-stringify writes a tree: quoted values, an end tag for each element that has one.
 * For HTML of any other kind it gives nothing, and a full parser is asked.
 */
import type { Element, Root, Text } from "hast";

/** HTML: void elements. */
const VOID = new Set(
  "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr".split(
    " ",
  ),
);
/** HTML: elements whose text ends at their end tag only, and is no text for readers. */
const RAW = new Set(["script", "style"]);

/** The attributes that search asks for, and their names as properties. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["id", "id"],
  ["alt", "alt"],
  ["hidden", "hidden"],
  ["aria-hidden", "ariaHidden"],
  ["data-pagefind-ignore", "dataPagefindIgnore"],
  ["data-footnote-backref", "dataFootnoteBackref"],
]);

const NAME = /[A-Za-z][^\s<>/="'&]*/y;
const ATTRIBUTE = / ([^\s<>/="'&]+)(?:="([^"]*)")?/y;
const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,2});)?/g;

/**
 * The tree of an article's HTML, with the properties that search asks for; undefined for other
 * HTML. Elements whose tags are written alike share their properties.
 */
export function readHtml(html: string): Root | undefined {
  return new Reader(html).read();
}

/** What stands in a start tag. */
interface Tag {
  readonly tagName: string;
  readonly properties: Element["properties"];
}

class Reader {
  readonly #html: string;
  /** Start tags that were read, by how they are written: those of code repeat for each of its words. */
  readonly #tags = new Map<string, Tag>();
  readonly #root: Root = { type: "root", children: [] };
  /** The elements that are open, outermost first. */
  readonly #open: Element[] = [];

  constructor(html: string) {
    this.#html = html;
  }

  read(): Root | undefined {
    let at = 0;
    while (at >= 0 && at < this.#html.length) {
      const next = this.#html.indexOf("<", at);
      const end = next < 0 ? this.#html.length : next;
      if (end > at && !this.#addText(this.#html.slice(at, end))) return undefined;
      at = next < 0 ? end : this.#markup(next);
    }
    return at < 0 || this.#open.length > 0 ? undefined : this.#root;
  }

  #add(node: Element | Text): void {
    (this.#open.at(-1) ?? this.#root).children.push(node);
  }

  #addText(written: string): boolean {
    const value = textOf(written);
    if (value !== undefined) this.#add({ type: "text", value });
    return value !== undefined;
  }

  /** Reads the tag or comment at `start`; gives the offset after it, or -1. */
  #markup(start: number): number {
    if (this.#html.startsWith("</", start)) return this.#endTag(start + 2);
    if (this.#html.startsWith("<!--", start)) return afterNext(this.#html, "-->", start + 4);
    // A known tag has no ">" before its end: it was read whole as this text.
    const written = this.#html.slice(start, this.#html.indexOf(">", start) + 1);
    const known = this.#tags.get(written);
    if (known !== undefined) return this.#addElement(known, start + written.length);
    const read = tagAt(this.#html, start + 1);
    if (read === undefined) return -1;
    if (read.end === start + written.length) this.#tags.set(written, read.tag);
    return this.#addElement(read.tag, read.end);
  }

  /** Adds the element of a tag that ends at `end`; gives the offset at which to go on. */
  #addElement({ tagName, properties }: Tag, end: number): number {
    const node: Element = { type: "element", tagName, properties, children: [] };
    this.#add(node);
    if (RAW.has(tagName)) return afterNext(this.#html, `</${tagName}>`, end);
    if (!VOID.has(tagName)) this.#open.push(node);
    return end;
  }

  #endTag(start: number): number {
    const name = this.#open.pop()?.tagName;
    if (name === undefined || !this.#html.startsWith(`${name}>`, start)) return -1;
    return start + name.length + 1;
  }
}

function afterNext(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The start tag whose name stands at `start`, and the offset after it. */
function tagAt(html: string, start: number): { tag: Tag; end: number } | undefined {
  NAME.lastIndex = start;
  const tagName = NAME.exec(html)?.[0];
  if (tagName === undefined) return undefined;
  const properties: Element["properties"] = {};
  let end = start + tagName.length;
  while (html[end] === " ") {
    ATTRIBUTE.lastIndex = end;
    const [whole, name = "", written = ""] = ATTRIBUTE.exec(html) ?? [];
    if (whole === undefined) return undefined;
    end += whole.length;
    const property = ATTRIBUTES.get(name);
    if (property === undefined && name !== "class") continue;
    const value = textOf(written);
    if (value === undefined) return undefined;
    if (property === undefined) properties.className = value.split(/\s+/);
    else properties[property] = value;
  }
  if (html[end] !== ">") return undefined;
  return { tag: { tagName, properties }, end: end + 1 };
}

/** Text without character references, of which rehype-stringify writes one kind only. */
function textOf(written: string): string | undefined {
  if (!written.includes("&")) return written;
  let isKnown = true;
  const text = written.replace(REFERENCE, (_, code: string | undefined) => {
    const value = Number.parseInt(code ?? "", 16);
    isKnown &&= value > 0 && value < 128;
    return isKnown ? String.fromCharCode(value) : "";
  });
  return isKnown ? text : undefined;
}
