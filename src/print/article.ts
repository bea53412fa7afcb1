/**
 * An article as a part of a longer document: ids of its own, headings below those of
 * the document, everything open, addresses that hold from another place.
 */
import { type Interest, partsOf, type Tag, unescaped, VOID, written } from "./tags.ts";

/** What an article becomes a part of. */
export interface Surroundings {
  /** What goes before each id, and stands for the article itself. */
  readonly prefix: string;
  /** The ids of the article. */
  readonly ids: ReadonlySet<string>;
  /** How many levels headings go down. */
  readonly shift: number;
  /** The address that relative ones count from, with the base path. */
  readonly url: string;
  /** The place within the document that a link with a path leads to, or undefined. */
  readonly placeOf: (href: string) => string | undefined;
  /** The absolute address of a link out of the document, if it is known. */
  readonly addressOf: (href: string) => string | undefined;
}

/** Between a prefix and an id: no prefix holds it, so that no two ids become one. */
const JOINT = "--";

/** An id within the document. */
export function idWithin(prefix: string, id: string): string {
  return `${prefix}${JOINT}${id}`;
}

/** Attributes that hold ids (HTML, WAI-ARIA), one or several. */
const ID_LISTS = new Set([
  "for",
  "form",
  "headers",
  "itemref",
  "list",
  "popovertarget",
  "commandfor",
  ...["activedescendant", "controls", "describedby", "details", "errormessage", "flowto"].map(
    (name) => `aria-${name}`,
  ),
  ...["labelledby", "owns"].map((name) => `aria-${name}`),
]);

/** Attributes that hold addresses. */
const ADDRESSES = new Set(["href", "xlink:href", "src", "poster", "data", "action", "usemap"]);

/** The classes by which script knows tabs: a document that shows all of them has none. */
const OPEN_CLASSES: Readonly<Record<string, string>> = {
  tabs: "open-tabs",
  panel: "open-panel",
  "panel-title": "open-title",
};

/** Tags that may change, by their text; all others are copied. */
const CHANGING = new RegExp(
  `^</?(?:h[1-6]|a|details|map)[\\s>]|\\s(?:id|srcset|class="[^"]*(?:tab|panel)|${[
    ...ID_LISTS,
    ...ADDRESSES,
  ].join("|")})|url\\(`,
);

/** An element that is left out, and how many of its name are open. */
interface Left {
  readonly name: string;
  depth: number;
}

/** The article's HTML within the document, without what only chooses what shows. */
export function articleWithin(html: string, around: Surroundings): string {
  let result = "";
  let left: Left | undefined;
  const interest: Interest = {
    matters: (tag) => left !== undefined || CHANGING.test(tag),
    skipsPlain: () => left === undefined,
  };
  for (const part of partsOf(html, interest)) {
    if (left !== undefined) left = stillLeft(left, part);
    else if (typeof part === "string") result += part;
    else if (isControl(part)) left = leftBy(part);
    else result += written(changed(part, around));
  }
  return result;
}

/** What a control leaves out beside its own tag. */
function leftBy({ name, isEmpty }: Tag): Left | undefined {
  return isEmpty || VOID.has(name) ? undefined : { name, depth: 1 };
}

/** The element that is left out after a part of it; undefined after its end. */
function stillLeft(left: Left, part: Tag | string): Left | undefined {
  if (typeof part === "string" || part.name !== left.name) return left;
  left.depth += part.isClosing ? -1 : 1;
  return left.depth === 0 ? undefined : left;
}

/** Lists of tabs choose what shows; here all of it does. Parts are edited from their own pages. */
function isControl({ isClosing, attributes }: Tag): boolean {
  const classes = classesOf(attributes);
  return !isClosing && (classes.includes("tablist") || classes.includes("part"));
}

function classesOf(attributes: Tag["attributes"]): string[] {
  return (attributes.get("class") ?? "").split(/\s+/);
}

function changed(tag: Tag, around: Surroundings): Tag {
  const name = lowered(tag.name, around.shift);
  if (tag.isClosing) return { ...tag, name };
  const { attributes } = tag;
  for (const [key, value] of attributes) {
    if (value === undefined) continue;
    const next = changedValue(tag.name, key, value, around);
    if (next !== value) attributes.set(key, next);
  }
  if (name === "details") {
    attributes.set("open", undefined);
    // Of details with one name only one can be open.
    attributes.delete("name");
  }
  if (name === "a") addAddress(attributes, around);
  return { ...tag, name };
}

function lowered(name: string, shift: number): string {
  const level = /^h([1-6])$/.exec(name)?.[1];
  return level === undefined ? name : `h${Math.min(6, Number(level) + shift)}`;
}

function changedValue(name: string, key: string, value: string, around: Surroundings): string {
  if (key === "class") return value.replace(/[^\s]+/g, (word) => OPEN_CLASSES[word] ?? word);
  if (key === "id" || (key === "name" && (name === "a" || name === "map")))
    return idWithin(around.prefix, value);
  if (ID_LISTS.has(key)) return value.replace(/\S+/g, (id) => own(id, around));
  if (ADDRESSES.has(key)) return changedAddress(value, around);
  if (key === "srcset")
    return value.replace(
      /([^\s,](?:\S*[^\s,])?)(\s+[^,]+)?/g,
      (_, address: string, rest = "") => `${resolved(address, around.url)}${rest}`,
    );
  // SVG: `fill="url(#gradient)"` and its like.
  return value.includes("url(")
    ? value.replace(
        /url\((["']?)#([^"')]+)\1\)/g,
        (_, quote, id) => `url(${quote}#${own(id, around)}${quote})`,
      )
    : value;
}

/** An id of the article with its prefix; others are those of the page around. */
function own(id: string, { ids, prefix }: Surroundings): string {
  return ids.has(unescaped(id)) ? idWithin(prefix, id) : id;
}

function changedAddress(value: string, around: Surroundings): string {
  if (value.startsWith("#")) {
    const id = value.slice(1);
    return around.ids.has(decoded(unescaped(id))) ? `#${idWithin(around.prefix, id)}` : value;
  }
  return around.placeOf(unescaped(value)) ?? resolved(value, around.url);
}

/** What paper shows of a link: the whole address, where the attribute has a path only. */
function addAddress(attributes: Tag["attributes"], { addressOf }: Surroundings): void {
  const href = attributes.get("href");
  if (href === undefined || !href.startsWith("/")) return;
  const address = addressOf(unescaped(href));
  if (address !== undefined) attributes.set("data-address", address.replaceAll("&", "&#x26;"));
}

/** A relative address, seen from the site's root. */
function resolved(value: string, url: string): string {
  if (value === "" || /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(value)) return value;
  const found = URL.parse(value, `https://page.invalid${url}`);
  return found === null ? value : `${found.pathname}${found.search}${found.hash}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
