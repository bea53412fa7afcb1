/** What is said of an answer: how much was found, where, and for which query. */
import type { Answer } from "./search-engine.ts";

/** The announcement of an answer, in the chosen section if there is one. */
export function statusOf(
  { groups, pages, corrected }: Answer,
  section: string | undefined,
): string {
  const where = section === undefined ? "" : ` in ${section}`;
  if (groups.length === 0) return `No results${where}`;
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const query = corrected === undefined ? "" : ` for ${corrected}`;
  if (pages > groups.length)
    return `${rows} results${query}${where} on the best ${groups.length} of ${pages} pages`;
  return `${counted(rows, "result")}${query}${where} on ${counted(pages, "page")}`;
}

/** What stands in the place of results; `section`: the one that was looked in, if others have some. */
export function nothingFor(query: string, section: string | undefined): string {
  return section === undefined
    ? `Nothing found for “${query}”.`
    : `Nothing in ${section} for “${query}”; other sections have it.`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
