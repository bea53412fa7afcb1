/** The start tags of an HTML text, read without building a tree: built sites are large. */
import { fromHtml } from "hast-util-from-html";

/** A start tag. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** Values by name in lower case, without escapes; the first of a name counts, as in HTML. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands in a `script` or `style` element; empty for all others. */
  readonly text: string;
}

/** HTML: what opens a tag or a comment (the tokenizer's data and tag open states). */
const OPENING = "<(?=[a-z]|!--)";
/** The same without the tags that stand around each word of highlighted code, and around most texts. */
const OPENING_BUT_PLAIN = `${OPENING}(?!span class="[^"<>]*">|(?:a href="[/#][^"<>]*"|code|d[dlt]|em|li|ol|p|strong|t[dhr]|ul)>)`;

/** HTML: the tag name state. */
const NAME = /[^\s/>]+/y;

/** HTML: what follows the `<` of a comment. */
const COMMENT = "!--";

/** HTML: attribute name and value states; blanks and slashes stand between. */
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)?))?/y;

const CLOSING = /[\s/]*>/y;

/** The rest of a tag whose attributes are written in the common way: with double quotes. */
const PLAIN = /(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/y;

/**
 * All start tags in order; a tag that the text ends in is none. What does not matter, by the
 * text of the tag, is left out; the answer for a text must always be the same. Where not all
 * matter, those do not that most tags of a page are: a `span` that has nothing but a class, a
 * link to a place of the site, elements of texts without attributes.
 */
export function* tagsOf(html: string, matters?: (tag: string) => boolean): Generator<Tag> {
  const opening = new RegExp(matters === undefined ? OPENING : OPENING_BUT_PLAIN, "gi");
  // What is asked is where matches end: to give their texts takes longer than to find them.
  while (opening.test(html)) {
    const start = opening.lastIndex;
    if (html.startsWith(COMMENT, start)) {
      const end = html.indexOf("-->", start + COMMENT.length);
      if (end < 0) return;
      opening.lastIndex = end;
      continue;
    }
    NAME.lastIndex = start;
    NAME.test(html);
    const nameEnd = NAME.lastIndex;
    PLAIN.lastIndex = nameEnd;
    if (
      matters !== undefined &&
      PLAIN.test(html) &&
      !matters(html.slice(start - 1, PLAIN.lastIndex))
    ) {
      opening.lastIndex = PLAIN.lastIndex;
      continue;
    }
    const { attributes, end } = attributesAt(html, nameEnd);
    if (end === undefined) return;
    opening.lastIndex = end;
    const name = html.slice(start, nameEnd).toLowerCase();
    let text = "";
    if (name === "script" || name === "style") {
      const close = new RegExp(`</${name}`, "gi");
      close.lastIndex = end;
      opening.lastIndex = close.exec(html)?.index ?? html.length;
      text = withoutReturns(html.slice(end, opening.lastIndex));
    }
    yield { name, attributes, text };
  }
}

/** The attributes from `start` on, and where the tag ends; no end if the text ends first. */
function attributesAt(
  html: string,
  start: number,
): { readonly attributes: Map<string, string>; readonly end: number | undefined } {
  const attributes = new Map<string, string>();
  for (let at = start; ; ) {
    CLOSING.lastIndex = at;
    if (CLOSING.test(html)) return { attributes, end: CLOSING.lastIndex };
    ATTRIBUTE.lastIndex = at;
    const [whole = "", name = "", double, single, plain] = ATTRIBUTE.exec(html) ?? [];
    if (whole === "") return { attributes, end: undefined };
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decoded(double ?? single ?? plain ?? ""));
    at += whole.length;
  }
}

/** An attribute's value without the escapes of HTML. */
function decoded(value: string): string {
  const text = withoutReturns(value);
  if (!text.includes("&")) return text;
  const quoted = `<p title="${text.replaceAll('"', "&quot;")}">`;
  const [element] = fromHtml(quoted, { fragment: true }).children;
  return element?.type === "element" ? String(element.properties.title ?? "") : text;
}

/** HTML: preprocessing the input stream. */
function withoutReturns(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
