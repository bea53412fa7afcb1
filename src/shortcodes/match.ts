/** Which closing tag belongs to which opening tag. Linear in the number of tags. */
import type { Item, Tag } from "./tag.ts";

/**
 * The partner's index for each item that is a tag with a partner. A closing tag
 * belongs to the nearest opening tag before it that has its exact name, does not
 * close itself and has no partner yet. Where a name has fewer closing tags than
 * opening ones, those go without that would cross the pair around them.
 * `mayClose`: whether calls of a name can be closed at all.
 */
export function matchTags(
  items: readonly Item[],
  mayClose: (name: string) => boolean,
): (number | undefined)[] {
  const takesPart = items.map((item): Tag | undefined =>
    item.type === "tag" && mayClose(item.name) && (item.isClosing || !item.selfClosing)
      ? item
      : undefined,
  );
  return new Matcher(takesPart).run();
}

class Matcher {
  readonly #tags: readonly (Tag | undefined)[];
  readonly #partners: (number | undefined)[];
  /** For each tag, how many closing tags of its name after it no later opening tag claims. */
  readonly #freeAfter: readonly number[];
  /** The same at the tag that is looked at, by name. */
  readonly #free = new Map<string, number>();
  /** Opening tags without a partner so far, by name. */
  readonly #waiting = new Map<string, number[]>();
  /** Opening tags whose pair is not closed so far. */
  readonly #open: number[] = [];

  constructor(tags: readonly (Tag | undefined)[]) {
    this.#tags = tags;
    this.#partners = new Array<number | undefined>(tags.length);
    this.#freeAfter = countFree(tags);
  }

  run(): (number | undefined)[] {
    this.#tags.forEach((tag, index) => {
      if (tag === undefined) return;
      this.#free.set(tag.name, this.#freeAfter[index] ?? 0);
      const waiting = this.#waiting.get(tag.name) ?? [];
      this.#waiting.set(tag.name, waiting);
      if (tag.isClosing) {
        this.#close(index, waiting.pop());
      } else {
        waiting.push(index);
        this.#open.push(index);
      }
    });
    return this.#partners;
  }

  #close(index: number, opening: number | undefined): void {
    if (opening === undefined) return;
    this.#partners[opening] = index;
    this.#partners[index] = opening;
    for (let last = this.#open.at(-1); last !== undefined && last >= opening; ) {
      this.#leave(last);
      this.#open.pop();
      last = this.#open.at(-1);
    }
  }

  /** The pair around an opening tag ends: it waits on only if there are closing tags for all. */
  #leave(opening: number): void {
    const name = this.#tags[opening]?.name ?? "";
    const waiting = this.#waiting.get(name) ?? [];
    const isWaiting = waiting.at(-1) === opening;
    if (isWaiting && waiting.length > (this.#free.get(name) ?? 0)) waiting.pop();
  }
}

function countFree(tags: readonly (Tag | undefined)[]): number[] {
  const counts = new Map<string, number>();
  const freeAfter = new Array<number>(tags.length).fill(0);
  for (let index = tags.length - 1; index >= 0; index--) {
    const tag = tags[index];
    if (tag === undefined) continue;
    const count = counts.get(tag.name) ?? 0;
    freeAfter[index] = count;
    counts.set(tag.name, tag.isClosing ? count + 1 : Math.max(0, count - 1));
  }
  return freeAfter;
}
