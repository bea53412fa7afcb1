/** Who has which address: pages and aliases, and where two ask for one. Hugo: hugolib/alias.go. */
import type { Finding, Span } from "../messages/diagnostic.ts";
import { relatedAt } from "../messages/related.ts";
import type { MappedSpan } from "../text/mapped.ts";
import type { ContentPage } from "./content.ts";
import type { Page } from "./types.ts";
import { aliasUrl } from "./urls.ts";

type Report = (finding: Finding) => void;

/** The addresses of a site, without its files. */
export interface Addresses {
  readonly byUrl: ReadonlyMap<string, Page>;
  /** Aliases that are no page's own address, with the page that each leads to. */
  readonly aliases: ReadonlyMap<string, Page>;
}

/** The addresses of all pages that get a file; the first page by path keeps a contested one. */
export function readAddresses(pages: readonly ContentPage[], report: Report): Addresses {
  const published = pages.filter(({ page }) => page.isPublished);
  const byUrl = readUrls(published, report);
  return { byUrl, aliases: readAliases(published, byUrl, report) };
}

function readUrls(pages: readonly ContentPage[], report: Report): Map<string, Page> {
  const byUrl = new Map<string, Page>();
  for (const { page } of pages) {
    const first = byUrl.get(page.url);
    if (first === undefined) byUrl.set(page.url, page);
    else reportClash(first, page, report);
  }
  return byUrl;
}

/** A generated section has no place to show, so that the other page is told of. */
function reportClash(first: Page, second: Page, report: Report): void {
  const isWritten = second.source !== undefined;
  const told = isWritten ? second : first;
  const owner = isWritten ? first : second;
  if (told.source === undefined) return;
  const message = `Unexpected second page at ${told.url}, ${owner.path} has that address`;
  const related = relatedAt("the first page", wholeOf(owner));
  const span = { source: told.source, start: 0, end: 0 };
  report({ id: "page-url-clash", message, span, related });
}

/** A page as a place; none for a section that nobody wrote. */
function wholeOf({ source }: Page): MappedSpan | undefined {
  return source && { source, start: 0, end: 0, frame: undefined };
}

function readAliases(
  pages: readonly ContentPage[],
  byUrl: ReadonlyMap<string, Page>,
  report: Report,
): Map<string, Page> {
  const aliases = new Map<string, Page>();
  const places = new Map<string, Span>();
  for (const { page, matter } of pages) {
    for (const { path, span } of matter?.aliases ?? []) {
      const alias = aliasUrl(path, page.url);
      if (!alias.ok) {
        const message = `Unexpected alias "${path}": ${alias.reason}`;
        report({ id: "alias-invalid", message, span });
        continue;
      }
      const owner = byUrl.get(alias.url) ?? aliases.get(alias.url);
      if (owner === undefined) {
        aliases.set(alias.url, page);
        places.set(alias.url, span);
      } else if (owner !== page) {
        const message = `Unexpected alias "${path}", ${owner.path} has that address`;
        const first = places.get(alias.url);
        const related =
          first === undefined
            ? relatedAt("the page", wholeOf(owner))
            : [{ what: "the first alias", span: first }];
        report({ id: "alias-clash", message, span, related });
      }
    }
  }
  return aliases;
}
