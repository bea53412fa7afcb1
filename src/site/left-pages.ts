/** Links to pages that get no file: what a link to one should be told. */
import { posix } from "node:path";
import type { Complaint } from "../messages/found.ts";
import type { LeftPage } from "./content.ts";
import { contentKey, decoded, pathKey, splitAddress } from "./link-paths.ts";
import type { Page } from "./types.ts";
import { normalUrl } from "./urls.ts";

/** Pages without a file, by address and by content path. */
export class LeftPages {
  readonly #byUrl = new Map<string, LeftPage>();
  readonly #byPath = new Map<string, LeftPage>();
  readonly #notBuilt: ReadonlySet<Page>;

  /** `pages`: those of the site, of which some get no file; `left`: those that are not built. */
  constructor(pages: readonly Page[], left: readonly LeftPage[]) {
    this.#notBuilt = new Set(left.map(({ page }) => page));
    const withoutFile = pages
      .filter(({ isPublished, source }) => !isPublished && source !== undefined)
      .map((page): LeftPage => ({ page, reason: "gets no file of its own" }));
    for (const leftPage of [...left, ...withoutFile]) {
      this.#byUrl.set(decoded(leftPage.page.url), leftPage);
      this.#byPath.set(contentKey(leftPage.page), leftPage);
    }
  }

  /** The page at an address, for a link on a page that is not built itself. */
  pageFor(url: string, from: Page): Page | undefined {
    if (!this.#notBuilt.has(from)) return undefined;
    const page = this.#at(url)?.page;
    return page !== undefined && this.#notBuilt.has(page) ? page : undefined;
  }

  /** What to tell of the link `href`, which means `path`; undefined if no such page is there. */
  complaint(href: string, path: string): Complaint | undefined {
    const left = this.#at(normalUrl(path));
    return left && complaintOf(href, left);
  }

  /** The same of the target of a `ref`. */
  complaintOfRef(target: string, from: Page | undefined): Complaint | undefined {
    const { path } = splitAddress(target);
    const folder = posix.dirname(from?.path.replace(/^content\//, "") ?? "");
    const left =
      this.#byPath.get(pathKey(posix.join("/", path.startsWith("/") ? "" : folder, path))) ??
      this.#byPath.get(pathKey(path));
    return left && complaintOf(target, left);
  }

  #at(url: string): LeftPage | undefined {
    const bare = url.replace(/\/$/, "");
    const found = this.#byUrl.get(`${bare}/`) ?? this.#byUrl.get(bare);
    if (found !== undefined || !/\.(?:md|markdown)$/i.test(bare)) return found;
    return this.#byPath.get(pathKey(bare.replace(/^\/content\//, "/")));
  }
}

function complaintOf(href: string, { page, reason }: LeftPage): Complaint {
  const message = `Unexpected link to "${href}", expected a page that gets a file: ${page.path} ${reason}`;
  return { id: "link-draft", message };
}
