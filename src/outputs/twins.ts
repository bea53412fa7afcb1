/** Each page's Markdown twin, for readers that want no HTML. */
import type { Page } from "../site/types.ts";
import type { Output } from "./types.ts";

/** A file for each page. */
export const twins: Output = function* ({ pages }) {
  for (const { page, ...rest } of pages) {
    yield {
      path: twinUrl(page).slice(1),
      get text() {
        return `# ${page.title}\n\n${rest.markdown}`;
      },
    };
  }
};

/** The address of a page's twin, without base: `/a/` has `/a/index.md`, `/a.html` has `/a.md`. */
export function twinUrl({ url }: Pick<Page, "url">): string {
  return url.endsWith("/") ? `${url}index.md` : `${url.replace(/\.html$/, "")}.md`;
}
