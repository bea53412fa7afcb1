/** What is wrong with a text before it is saved. */
import { checkAnchors } from "../checks/anchors.ts";
import type { ArticleLink } from "../markdown/links.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";
import type { Project } from "./project.ts";

/**
 * The findings in a text that stands in place of a page's own, as far as the page itself
 * tells. Nothing of the project changes: for an editor, at each keystroke.
 */
export function textFindings(project: Project, source: Source, page: Page): Finding[] {
  const links: ArticleLink[] = [];
  const { article, diagnostics } = project.render(source, page, links);
  if (!page.isPublished) return [...diagnostics];
  const idsOf = (url: string): ReadonlySet<string> | undefined => {
    const target = project.site.byUrl.get(url);
    return target?.path === page.path ? article.ids : target && project.article(target).ids;
  };
  return [...diagnostics, ...checkAnchors(links, idsOf)];
}
