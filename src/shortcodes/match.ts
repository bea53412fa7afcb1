/** Which closing tag belongs to which opening tag, by name alone. */
import type { Item } from "./tag.ts";

/**
 * The partner's index for each item that is a tag with a partner. A closing tag
 * belongs to the nearest opening tag before it that has its exact name, does not
 * close itself and has no partner yet. `mayClose`: whether calls of a name can be
 * closed at all.
 */
export function matchTags(
  items: readonly Item[],
  mayClose: (name: string) => boolean,
): (number | undefined)[] {
  const partners = new Array<number | undefined>(items.length);
  const open = new Map<string, number[]>();
  items.forEach((item, index) => {
    if (item.type !== "tag" || !mayClose(item.name)) return;
    const waiting = open.get(item.name) ?? [];
    open.set(item.name, waiting);
    if (!item.isClosing) {
      if (!item.selfClosing) waiting.push(index);
      return;
    }
    const opening = waiting.pop();
    if (opening === undefined) return;
    partners[opening] = index;
    partners[index] = opening;
  });
  return partners;
}
