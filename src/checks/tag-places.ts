/** Start tags of raw HTML with their places in the source. */
import type { Html } from "mdast";
import { type HtmlTag, startTags } from "../markdown/html-tags.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { partOf } from "./place.ts";

export interface PlacedTag {
  /** As the page carries it, with the addresses of the built site. */
  readonly tag: HtmlTag;
  /** As the author wrote it. */
  readonly written: HtmlTag;
  readonly span: MappedSpan;
}

/**
 * The tags of a node that stands at `whole`. The source may have other addresses than the
 * page, and marks of quotes and lists between the lines: the tags are those of one order.
 */
export function placedTags({ value }: Html, whole: MappedSpan): PlacedTag[] {
  const tags = [...startTags(value)];
  const { source, start, end } = whole;
  const written = [...startTags(source.text.slice(start, end))];
  const isSame =
    tags.length === written.length && tags.every(({ name }, at) => written[at]?.name === name);
  return tags.map((tag, at): PlacedTag => {
    const own = written[at];
    return isSame && own !== undefined
      ? { tag, written: own, span: { ...whole, start: start + own.start, end: start + own.end } }
      : { tag, written: tag, span: partOf(whole, value.slice(tag.start, tag.end)) };
  });
}

/** A value of an attribute; undefined for one that is not there. */
export function attributeOf({ attributes }: HtmlTag, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}
