/** What of a page comes from which snippet: the elements that the server marked, as groups. */

/** Elements of one snippet that follow each other. */
export interface Group {
  readonly from: string;
  /** `file:line:column` */
  readonly at: string;
  readonly blocks: HTMLElement[];
  /** How many includes lie between the group's snippet and its deepest element. */
  depth: number;
}

export const MARKED = "[data-waymark-from]";

/**
 * All groups in order, those of outer snippets before those that they include: what a snippet
 * brings in through others belongs to it too.
 */
export function sourceGroups(): Group[] {
  const groups: Group[] = [];
  const last = new Map<string, Group>();
  for (const block of document.querySelectorAll<HTMLElement>(MARKED)) {
    const layers = layersOf(block);
    for (const [depth, [from, at]] of [...layers.entries()].reverse()) {
      if (depth > 0 && isWithin(block, from)) continue;
      const group = last.get(from);
      if (group !== undefined && follows(group.blocks.at(-1), block)) {
        group.blocks.push(block);
        group.depth = Math.max(group.depth, depth);
      } else {
        const made = { from, at, blocks: [block], depth };
        groups.push(made);
        last.set(from, made);
      }
    }
  }
  return groups;
}

/** The element's own snippet, and those around, innermost first. */
function layersOf({ dataset }: HTMLElement): [from: string, at: string][] {
  const { waymarkFrom = "", waymarkAt = "", waymarkWithin = "[]" } = dataset;
  return [[waymarkFrom, waymarkAt], ...(JSON.parse(waymarkWithin) as [string, string][])];
}

/** Whether an element around is outlined for the snippet already. */
function isWithin(block: HTMLElement, from: string): boolean {
  const around = block.parentElement?.closest<HTMLElement>(MARKED) ?? null;
  return around !== null && layersOf(around).some(([name]) => name === from);
}

/** Whether nothing but blanks stands between the two. */
function follows(before: HTMLElement | undefined, block: HTMLElement): boolean {
  for (let node = block.previousSibling; node !== null; node = node.previousSibling) {
    if (node === before) return true;
    if (node instanceof Element || node.textContent?.trim() !== "") return false;
  }
  return false;
}
