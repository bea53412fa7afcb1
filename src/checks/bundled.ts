/** Markdown files beside the `index.md` of a folder, which are no pages (Hugo: leaf bundles). */
import { dirname } from "node:path/posix";
import type { Finding } from "../messages/diagnostic.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";

/** Findings for those that no page includes either; `sources`: the files. */
export function checkBundled(
  sources: readonly Source[],
  pages: readonly Page[],
  used: ReadonlySet<string>,
): Finding[] {
  const owners = new Map(
    pages
      .filter(({ path }) => /\/index\.[^/]+$/i.test(path))
      .map((page) => [dirname(page.path), page]),
  );
  return sources
    .filter(({ path }) => !used.has(path))
    .map((source): Finding => {
      const owner = ownerOf(source.path, owners);
      const name = owner?.path ?? "an index.md";
      const message = `Unexpected page in the folder of ${name}, which is one page with all that is in its folder; expected _index.md for a section`;
      const related =
        owner?.source === undefined
          ? undefined
          : [{ what: "the page", span: { source: owner.source, start: 0, end: 0 } }];
      return { id: "page-in-bundle", message, span: { source, start: 0, end: 0 }, related };
    });
}

/** The page of the outermost folder. */
function ownerOf(path: string, owners: ReadonlyMap<string, Page>): Page | undefined {
  let owner: Page | undefined;
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder))
    owner = owners.get(folder) ?? owner;
  return owner;
}
