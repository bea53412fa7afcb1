/** The files that stand beside a site's pages. */
import { llmsFull, llmsIndex } from "../outputs/llms.ts";
import { redirects } from "../outputs/redirects.ts";
import { robots } from "../outputs/robots.ts";
import { sitemap } from "../outputs/sitemap.ts";
import { isTaken } from "../outputs/taken.ts";
import { twins } from "../outputs/twins.ts";
import type { Output, OutputFile, OutputPage, OutputSite } from "../outputs/types.ts";
import type { Page } from "../site/types.ts";
import type { Project } from "./project.ts";

/** All kinds of outputs. Where two have one path, the first one's file stands. */
const OUTPUTS: readonly Output[] = [twins, llmsIndex, llmsFull, sitemap, robots, redirects];

/**
 * The files of all outputs, by path. A file, page or alias that the site itself has at a
 * path goes first: that is how a site brings its own `robots.txt`.
 */
export function siteOutputs(project: Project): ReadonlyMap<string, OutputFile> {
  const files = new Map<string, OutputFile>();
  const site = outputSite(project);
  for (const output of OUTPUTS) {
    for (const file of output(site)) {
      if (files.has(file.path)) continue;
      if (file.hasOwn || !isTaken(project.site, `/${file.path}`)) files.set(file.path, file);
    }
  }
  return files;
}

function outputSite(project: Project): OutputSite {
  const { site } = project;
  return { site, pages: project.publishedPages.map((page) => outputPage(project, page)) };
}

function outputPage(project: Project, page: Page): OutputPage {
  return {
    page,
    get article() {
      return project.article(page);
    },
    get changed() {
      return project.lastChanged(page);
    },
    get markdown() {
      return project.markdown(page);
    },
  };
}
