/** Other places of a finding, from where their text comes from. */
import { chainOf, type MappedSpan } from "../text/mapped.ts";
import type { Related } from "./diagnostic.ts";

/** What stands at a place, with the calls that led there; none without the place. */
export function relatedAt(what: string, place: MappedSpan | undefined): Related[] {
  if (place === undefined) return [];
  const { source, start, end, frame } = place;
  return [{ what, span: { source, start, end }, chain: chainOf(frame) }];
}
