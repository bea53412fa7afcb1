/** One look at a whole site: every page made, everything checked, who uses what. */
import { setImmediate } from "node:timers/promises";
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { Project } from "../project/project.ts";
import type { Use } from "../shortcodes/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { Source } from "../text/source.ts";

/** What is known of a page after a survey. */
export interface SurveyedPage {
  readonly uses: readonly Use[];
  /** What other pages see of it: while this stays, they stay as they are. */
  readonly outside: string;
}

export interface Survey {
  /** By the path of each published page. */
  readonly pages: Map<string, SurveyedPage>;
  /** Findings of one page's own text and of what it includes. */
  readonly ofPages: readonly Diagnostic[];
  /** Findings that take several pages. */
  readonly acrossPages: readonly Diagnostic[];
}

/** Surveys a site in small steps, so that questions are answered meanwhile; undefined if stopped. */
export async function surveyOf(project: Project, stop: AbortSignal): Promise<Survey | undefined> {
  const pages = new Map<string, SurveyedPage>();
  for (const page of project.publishedPages) {
    project.checkPage(page);
    if (page.source !== undefined) pages.set(page.path, surveyedPage(project, page.path));
    await setImmediate();
    if (stop.aborted) return undefined;
  }
  project.data.checkAll();
  const single = project.diagnostics();
  const known = new Set(single.map(keyOf));
  await project.renderAll();
  project.checkUnused();
  const all = project.diagnostics({ allData: true });
  return {
    pages,
    ofPages: withoutSite(project, single),
    acrossPages: all.filter((diagnostic) => !known.has(keyOf(diagnostic))),
  };
}

/** What a project that has made a page knows of it. */
export function surveyedPage(project: Project, path: string): SurveyedPage {
  const page = project.publishedPages.find((candidate) => candidate.path === path);
  if (page?.source === undefined) return { uses: [], outside: "" };
  const { ids } = project.article(page);
  return {
    uses: project.uses.of(page),
    outside: `${matterOf(page.source)}\n${[...ids].join(" ")}`,
  };
}

function matterOf(source: Source): string {
  return source.text.slice(0, splitFrontMatter(source).bodyStart);
}

/** Findings of settings, front matter and data are known anew with each project. */
function withoutSite(project: Project, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keys = new Set([...project.site.diagnostics, ...project.data.diagnostics()].map(keyOf));
  return diagnostics.filter((diagnostic) => !keys.has(keyOf(diagnostic)));
}

/** What makes a fault one: its id, message and place. */
export function keyOf({ id, message, span }: Diagnostic): string {
  return [id, span.source.path, span.start, span.end, message].join("\n");
}
