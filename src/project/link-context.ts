/** Gives the pipeline's link step what the site knows of addresses. */
import type { ArticleLink, LinkContext } from "../markdown/links.ts";
import type { ResolvedLink } from "../site/links.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";

/** The same answer is one object: its digest is made once (trace.ts). */
const shown = new WeakMap<ResolvedLink, Address>();

type Address = Extract<ReturnType<LinkContext["resolve"]>, { ok: true }>["value"];

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
      const value = shown.get(found.value) ?? addressOf(found.value);
      shown.set(found.value, value);
      return { ok: true, value };
    },
    imageSize: (url) => {
      const { base } = site.settings;
      if (!url.startsWith(base)) return undefined;
      return site.imageSizes.of(`/${pathOf(url).slice(base.length)}`);
    },
    note: (link) => links.push(link),
  };
}

function addressOf({ url, page, fragment, remark }: ResolvedLink): Address {
  return { url, pageUrl: page?.url, fragment, remark };
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
