/** The addresses of links, images and files in raw HTML. */
import type { LinkKind } from "../site/link-paths.ts";
import { escapedValue, type HtmlAttribute, startTags, unescapedValue } from "./html-tags.ts";

/** `images` are several in one attribute: `a.png 1x, b.png 2x`. */
type AttributeKind = LinkKind | "images";

/** Which attributes hold addresses, by element (HTML: index of attributes; SVG 2, 16.1). */
const ADDRESSES: Readonly<Record<string, Readonly<Record<string, AttributeKind>>>> = {
  a: { href: "link", "xlink:href": "link" },
  area: { href: "link" },
  audio: { src: "file" },
  blockquote: { cite: "link" },
  embed: { src: "link" },
  iframe: { src: "link" },
  image: { href: "image", "xlink:href": "image" },
  img: { src: "image", srcset: "images" },
  input: { src: "image" },
  link: { href: "link", imagesrcset: "images" },
  object: { data: "link" },
  q: { cite: "link" },
  script: { src: "file" },
  source: { src: "file", srcset: "images" },
  track: { src: "file" },
  video: { src: "file", poster: "image" },
};

/** Gives another address; undefined where it stays. `start` is its place in the HTML. */
export type MapAddress = (address: string, kind: LinkKind, start: number) => string | undefined;

/** An address in the HTML, as it is written. */
interface Written {
  readonly text: string;
  readonly start: number;
  readonly kind: LinkKind;
}

/** HTML with other addresses. */
export function mapHtmlAddresses(html: string, map: MapAddress): string {
  let result = "";
  let from = 0;
  for (const { text, start, kind } of addressesIn(html)) {
    const address = unescapedValue(text);
    const mapped = map(address, kind, start);
    if (mapped === undefined || mapped === address) continue;
    result += html.slice(from, start) + escapedValue(mapped);
    from = start + text.length;
  }
  return from === 0 ? html : result + html.slice(from);
}

function* addressesIn(html: string): Generator<Written> {
  for (const { name, attributes } of startTags(html)) {
    const kinds = Object.hasOwn(ADDRESSES, name) ? ADDRESSES[name] : undefined;
    if (kinds === undefined) continue;
    for (const attribute of attributes) {
      const kind = Object.hasOwn(kinds, attribute.name) ? kinds[attribute.name] : undefined;
      if (kind === "images") yield* imagesIn(attribute);
      else if (kind !== undefined) yield trimmed(attribute, kind);
    }
  }
}

/** Blanks around an address do not count (HTML: valid URL potentially surrounded by spaces). */
function trimmed({ value, start }: HtmlAttribute, kind: LinkKind): Written {
  const text = value.trim();
  return { text, start: start + value.indexOf(text), kind };
}

/** HTML 4.8.4.2.1: an address ends at a blank; commas at its end end the candidate. */
const CANDIDATE = /[\s,]*([^\s,]\S*?)(?:,+(?=\s|$)|(?=\s|$)(?:[^,(]|\([^)]*\))*,?)/g;

function* imagesIn({ value, start }: HtmlAttribute): Generator<Written> {
  for (const { 0: whole, 1: text = "", index } of value.matchAll(CANDIDATE))
    yield { text, start: start + index + whole.indexOf(text), kind: "image" };
}
