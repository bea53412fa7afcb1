/** The HTML of pages that an earlier build made from the same article, layout and surroundings. */
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import { engineVersion } from "./engine-version.ts";
import type { PageHtml } from "./generate.ts";
import { pageEntry } from "./page-entry.ts";
import type { Project } from "./project.ts";

/** A project's pages in a store. */
export function keptPages(store: Store, project: Project): PageHtml {
  const keys = new Map<string, string | undefined>();
  const key = (url: string): string | undefined => {
    if (!keys.has(url)) keys.set(url, keyOf(project, url));
    return keys.get(url);
  };
  return {
    get: (url) => {
      const known = key(url);
      return known && store.get(known)?.toString("utf8");
    },
    keep: (url, html) => {
      const known = key(url);
      if (known !== undefined) store.put(known, html);
    },
  };
}

/** What the layout of a page sees; the home page sees all others, and is always made. */
function keyOf(project: Project, url: string): string | undefined {
  const page = project.site.byUrl.get(url);
  if (page === undefined || page.kind === "home") return undefined;
  return digestOf("html", engineVersion(), JSON.stringify(pageEntry(project, page)));
}
