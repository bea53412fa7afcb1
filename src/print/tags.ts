/**
 * HTML in tags and what stands between them. For articles only: the pipeline's serializer
 * writes them, with every value in quotes and every `<` that is none of a tag escaped.
 */

/** A tag; names and attributes are as written, with the characters that HTML escapes. */
export interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  /** Of SVG and MathML: an element without content and end tag. */
  readonly isEmpty: boolean;
  /** Values by name; undefined for an attribute without one. */
  readonly attributes: Map<string, string | undefined>;
}

const TAG =
  /<(\/?)([a-z][^\s/>]*)((?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]*))?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]*)))?/g;
const COMMENT = /<!--[\s\S]*?-->/g;
/** Elements whose text is no markup (HTML: raw text and escapable raw text elements). */
const RAW_TEXT = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed"]);
/** Elements without an end tag (HTML: void elements). */
export const VOID = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/**
 * Gives the parts of an article in order: tags, and the texts between them as written. A tag
 * that does not matter, by its text, stays in the text around it; most are such.
 */
export function* partsOf(
  html: string,
  matters: (tag: string) => boolean = () => true,
): Generator<Tag | string> {
  let done = 0;
  const next = new RegExp(`${COMMENT.source}|${TAG.source}`, "gi");
  for (let found = next.exec(html); found !== null; found = next.exec(html)) {
    const [whole, slash = "", name] = found;
    if (name === undefined) continue;
    if (matters(whole)) {
      if (found.index > done) yield html.slice(done, found.index);
      done = next.lastIndex;
      const attributes = attributesOf(found[3] ?? "");
      yield { name, isClosing: slash !== "", isEmpty: found[4] === "/", attributes };
    }
    if (slash !== "" || !RAW_TEXT.has(name)) continue;
    const end = html.indexOf(`</${name}`, next.lastIndex);
    if (end >= 0) next.lastIndex = end;
  }
  if (done < html.length) yield html.slice(done);
}

/** A tag as HTML. */
export function written({ name, isClosing, isEmpty, attributes }: Tag): string {
  if (isClosing) return `</${name}>`;
  let text = `<${name}`;
  for (const [key, value] of attributes) {
    text += value === undefined ? ` ${key}` : ` ${key}="${value.replaceAll('"', "&#x22;")}"`;
  }
  return `${text}${isEmpty ? " /" : ""}>`;
}

function attributesOf(text: string): Map<string, string | undefined> {
  const attributes = new Map<string, string | undefined>();
  for (const [, name = "", double, single, bare] of text.matchAll(ATTRIBUTE))
    attributes.set(name, double ?? single ?? bare);
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** A value without the escapes that the serializer writes. */
export function unescaped(value: string): string {
  if (!value.includes("&")) return value;
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi, (all, hex, number, name) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? number, hex === undefined ? 10 : 16))
      : (NAMED[name.toLowerCase()] ?? all),
  );
}
