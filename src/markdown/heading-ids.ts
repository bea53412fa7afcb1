/** Ids of headings, by Hugo's rule `github` (markup/goldmark/autoid.go). */
import type { Heading, Root } from "mdast";
import type { Plugin } from "unified";
import { relatedAt } from "../messages/related.ts";
import { eachNode } from "./each-node.ts";
import { headingText } from "./heading-text.ts";
import { report, spanOf } from "./report.ts";

/** The step: gives every heading of the tree an id, in document order. Goes after typography. */
export const remarkHeadingIds: Plugin<[], Root> = () => (tree, file) => {
  const ids = new IdRegister();
  const owners = new Map<string, Heading>();
  eachNode(tree, (heading) => {
    if (heading.type !== "heading") return;
    const id = headingIdOf(heading);
    if (id === undefined) {
      const text = headingText(heading);
      if (text === "") return;
      const own = ids.take(headingId(text));
      setHeadingId(heading, own);
      owners.set(own, heading);
      return;
    }
    const first = owners.get(id);
    if (first === undefined) owners.set(id, heading);
    else {
      const message = `Unexpected heading id "${id}", expected one that no other heading has`;
      const related = relatedAt("the first heading with this id", spanOf(file, first));
      report(file, { id: "heading-id", message, related }, heading);
    }
    ids.add(id);
  });
};

/** The id that a heading of the given plain text gets if it is free; never empty. */
export function headingId(text: string): string {
  let id = "";
  for (const character of text.trim()) {
    if (character === "-" || character === " ") id += "-";
    else if (/[\p{L}\p{Nd}_]/u.test(character)) id += simpleLowerCase(character);
  }
  return id === "" ? "heading" : id;
}

/** The id that a heading has, given by its author or by the step. */
export function headingIdOf({ data }: Heading): string | undefined {
  const id = data?.hProperties?.id;
  return typeof id === "string" && id !== "" ? id : undefined;
}

/** Unicode's simple mapping: one letter stays one letter. */
function simpleLowerCase(letter: string): string {
  const [first = letter] = letter.toLowerCase();
  return first;
}

function setHeadingId(heading: Heading, id: string): void {
  heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
}

/** Ids that are taken. */
export class IdRegister {
  readonly #taken = new Set<string>();
  /** The first number that was not yet tried after an id. */
  readonly #next = new Map<string, number>();

  add(id: string): void {
    this.#taken.add(id);
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  /** Takes `id`, or the first free one of `id-1`, `id-2`, … */
  take(id: string): string {
    let free = id;
    let number = this.#next.get(id) ?? 1;
    while (this.#taken.has(free)) free = `${id}-${number++}`;
    if (free !== id) this.#next.set(id, number);
    this.#taken.add(free);
    return free;
  }
}
