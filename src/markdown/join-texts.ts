/** Keeps trees as parsers make them: no two texts side by side. */
import type { RootContent } from "mdast";

/** Neighbouring texts as one; the first takes the others' values and their end. */
export function joinTexts(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === "text" && node.type === "text") {
      last.value += node.value;
      if (last.position && node.position) last.position.end = node.position.end;
    } else {
      joined.push(node);
    }
  }
  return joined;
}
