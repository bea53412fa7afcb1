/**
 * The start tags of raw HTML with their attributes, and where these stand. A reader of the
 * few rules that matter to addresses and ids (HTML 13.1.2 and 13.2.5), not a parser: raw
 * HTML on a page may be half of an element.
 */

/** An attribute as it is written: the value without quotes, its references not yet resolved. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** Where the value begins in the HTML. */
  readonly start: number;
}

export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly HtmlAttribute[];
}

/** Comments, CDATA, start tags; attributes may hold `>` in quotes. */
const TAG =
  /<!--(?:>|->|[\s\S]*?(?:--!?>|$))|<!\[CDATA\[[\s\S]*?\]\]>|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

const ATTRIBUTE = /([^\s"'<>/=]+)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** What stands in these elements is text, whatever it looks like (HTML 13.1.2). */
const TEXT_ONLY = new Set(["script", "style", "textarea", "title", "xmp"]);

/** The start tags of a piece of HTML, in order. */
export function* startTags(html: string): Generator<HtmlTag> {
  if (!html.includes("<")) return;
  let from = 0;
  for (const { 0: whole, 1: written, 2: rest = "", index } of html.matchAll(TAG)) {
    if (written === undefined || index < from) continue;
    const name = written.toLowerCase();
    const end = index + whole.length;
    yield { name, start: index, end, attributes: attributesOf(rest, end - 1 - rest.length) };
    if (TEXT_ONLY.has(name)) from = closing(html, name, end);
  }
}

/** Of attributes with one name, the first counts. */
function attributesOf(text: string, offset: number): HtmlAttribute[] {
  const attributes = new Map<string, HtmlAttribute>();
  for (const { 0: whole, 1: written = "", ...found } of text.matchAll(ATTRIBUTE)) {
    const name = written.toLowerCase();
    if (attributes.has(name)) continue;
    const value = found[3] ?? found[4] ?? found[5] ?? "";
    const isQuoted = found[3] !== undefined || found[4] !== undefined;
    const end = offset + found.index + whole.length - (isQuoted ? 1 : 0);
    attributes.set(name, { name, value, start: end - value.length });
  }
  return [...attributes.values()];
}

function closing(html: string, name: string, from: number): number {
  const at = html.toLowerCase().indexOf(`</${name}`, from);
  return at === -1 ? html.length : at;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** An attribute's value with the references that addresses and ids have in them. */
export function unescapedValue(value: string): string {
  if (!value.includes("&")) return value;
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex, number, name) => {
      if (name !== undefined) return NAMED[String(name)] ?? whole;
      const code = hex === undefined ? Number(number) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** A value that can stand between quotes of either kind. */
export function escapedValue(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
