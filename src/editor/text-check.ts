/** What is wrong with a text that is being typed in, before the site is opened anew with it. */
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { Project } from "../project/project.ts";
import { textFindings } from "../project/text-findings.ts";
import type { Page } from "../site/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { Source } from "../text/source.ts";

/** The findings in a page's text. Undefined where more than this may have changed of the site. */
export function findingsOfText(project: Project, source: Source): Diagnostic[] | undefined {
  const page = pageAt(project, source.path);
  if (page?.source === undefined) return undefined;
  const { bodyStart } = splitFrontMatter(source);
  // Where the front matter is that of the project, the site and all other pages are the same.
  const before = page.source.text.slice(0, splitFrontMatter(page.source).bodyStart);
  if (source.text.slice(0, bodyStart) !== before) return undefined;
  const ofSite = project.site.diagnostics.filter(({ span }) => span.end <= bodyStart);
  const findings = [...ofSite, ...textFindings(project, source, page)];
  return project.judge(
    findings.filter(({ span }) => span.source.path === source.path),
    source,
  );
}

/** The page of a file; a draft too. */
function pageAt({ site }: Project, path: string): Page | undefined {
  const isThat = (page: Page): boolean => page.path === path;
  const left = site.left.map(({ page }) => page).find(isThat);
  return site.allPages.find(isThat) ?? (left && { ...left, isPublished: false });
}
