/** Trees as lines of text, as terminals show them. */

/** What stands in a tree's line, and the lines below it. */
export interface Branch {
  readonly text: string;
  readonly branches: readonly Branch[];
}

/** A line for each branch, with strokes that tell what it belongs to. */
export function treeLines(branches: readonly Branch[], before = ""): string[] {
  return branches.flatMap(({ text, branches: inner }, index) => {
    const isLast = index === branches.length - 1;
    const line = `${before}${isLast ? "└─ " : "├─ "}${text}`;
    return [line, ...treeLines(inner, `${before}${isLast ? "   " : "│  "}`)];
  });
}
