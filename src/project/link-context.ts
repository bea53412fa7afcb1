/** Gives the pipeline's link step what the site knows of addresses. */
import type { ArticleLink, LinkContext } from "../markdown/links.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";

/** The link context of one page; links are noted in `links`. */
export function linkContext(
  site: Site,
  page: Page | undefined,
  links: ArticleLink[],
): Omit<LinkContext, "report"> {
  return {
    resolve: (href, kind, from) => {
      const found = site.links.resolve(href, { page, file: from, kind });
      if (!found.ok) return found;
      const { url, page: target, fragment, remark } = found.value;
      return { ok: true, value: { url, pageUrl: target?.url, fragment, remark } };
    },
    imageSize: (url) => {
      const { base } = site.settings;
      if (!url.startsWith(base)) return undefined;
      return site.imageSizes.of(`/${pathOf(url).slice(base.length)}`);
    },
    note: (link) => links.push(link),
  };
}

/** An address without query and fragment, escapes resolved. */
function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
