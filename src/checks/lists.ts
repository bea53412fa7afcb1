/** Columns of tables of pages that no page of the section has anything for. */
import type { Finding } from "../messages/diagnostic.ts";
import { COLUMN_FIELDS } from "../site/section-list.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { nearest } from "../text/nearest.ts";

/** What is wrong with the lists of a site's sections. */
export function checkLists(site: Site): Finding[] {
  const sections = site.pages.filter(({ kind }) => kind !== "page");
  return sections.flatMap((section) => columnFaults(site, section));
}

function columnFaults({ sections }: Site, section: Page): Finding[] {
  const { form, columns, hasGroups } = section.frontMatter.list ?? { form: "none", columns: [] };
  if (form !== "table") return [];
  const pages = sections.children(section);
  const below = hasGroups ? pages.flatMap((page) => [page, ...sections.children(page)]) : pages;
  const known = new Set([
    ...COLUMN_FIELDS,
    ...below.flatMap(({ frontMatter: { params } }) => Object.keys(params)),
  ]);
  return columns
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .map(({ name, span }): Finding => {
      const message = `Unexpected column "${name}", expected a field that a page of the section has`;
      return { id: "list-column", message, suggestion: nearest(name, known), span };
    });
}
