/** A site's search index, from the cache where nothing that it holds has changed. */
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import { searchFiles, searchPage, titlesBySection } from "../search/site-index.ts";
import { engineVersion } from "./engine-version.ts";
import { packFiles, unpackFiles } from "./packed-files.ts";
import type { Project } from "./project.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** The index of a site whose pages are all rendered, as an earlier build kept it. */
export function keptSearchFiles(project: Project, cache: Store): Files | undefined {
  const bytes = cache.get(keyOf(project));
  return bytes && unpackFiles(bytes);
}

/**
 * Makes the index. It takes pages as they are rendered, so that it can be made beside
 * other work; see `searchFiles` for what fails.
 */
export async function makeSearchFiles(
  project: Project,
  cache: Store | undefined,
  signal: AbortSignal,
): Promise<Files> {
  const files = await searchFiles(project, signal);
  cache?.put(keyOf(project), packFiles(files));
  return files;
}

function keyOf(project: Project): string {
  const { publishedPages, site } = project;
  const sections = titlesBySection(publishedPages);
  const pages = publishedPages.map((page) =>
    digestOf(
      JSON.stringify([searchPage(page, sections), page.frontMatter.isSearched, page.isListed]),
      project.article(page).html,
    ),
  );
  const { language, synonyms } = site.settings;
  return digestOf("search", engineVersion(), language, JSON.stringify(synonyms), ...pages);
}
