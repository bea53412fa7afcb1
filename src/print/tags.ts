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

const ALL = `${COMMENT.source}|${TAG.source}`;
/**
 * The same without the tags that stand around each word of highlighted code, unless of tabs, and
 * around most texts.
 */
const BUT_PLAIN = ALL.replace(
  "|<",
  '|<(?!span class="(?![^"]*(?:tab|panel|part))[^"<>]*">|/?(?:code|d[dlt]|em|li|ol|p|span|strong|t[dhr]|ul)>)',
);

/** Which tags matter; all others stay in the text around them. */
export interface Interest {
  /** By the tag's text. */
  matters(tag: string): boolean;
  /**
   * Whether those are left out unseen that most tags of an article are: of a `span` that has
   * nothing but a class, and of elements of texts without attributes.
   */
  skipsPlain(): boolean;
}

const EVERY_TAG: Interest = { matters: () => true, skipsPlain: () => false };

/** Gives the parts of an article in order: tags, and the texts between them as written. */
export function* partsOf(html: string, interest = EVERY_TAG): Generator<Tag | string> {
  let done = 0;
  let at = 0;
  const [all, butPlain] = [new RegExp(ALL, "gi"), new RegExp(BUT_PLAIN, "gi")];
  for (;;) {
    const next = interest.skipsPlain() ? butPlain : all;
    next.lastIndex = at;
    const found = next.exec(html);
    if (found === null) break;
    at = next.lastIndex;
    const [whole, slash = "", name] = found;
    if (name === undefined) continue;
    if (interest.matters(whole)) {
      if (found.index > done) yield html.slice(done, found.index);
      done = at;
      const attributes = attributesOf(found[3] ?? "");
      yield { name, isClosing: slash !== "", isEmpty: found[4] === "/", attributes };
    }
    if (slash !== "" || !RAW_TEXT.has(name)) continue;
    const end = html.indexOf(`</${name}`, at);
    if (end >= 0) at = end;
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
