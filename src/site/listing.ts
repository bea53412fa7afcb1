/** A section's pages as lists and cards show them. */
import type { Complaint } from "../messages/found.ts";
import { nearest } from "../text/nearest.ts";
import type { Site } from "./site.ts";
import type { Page } from "./types.ts";

/** A page in a list; `url` has no base. */
export interface ListedPage {
  readonly title: string;
  readonly url: string;
  readonly description: string | undefined;
}

/**
 * The published pages of a section, in order; with `having`, those that have this
 * parameter. The line about each is its `card` parameter, which may be shorter than
 * the description.
 */
export function listedPages(
  { sections }: Pick<Site, "sections">,
  section: Page,
  having?: string,
): ListedPage[] {
  const isWanted = ({ isPublished, frontMatter: { params } }: Page): boolean =>
    isPublished && (having === undefined || params[having.toLowerCase()] !== undefined);
  return sections.children(section).filter(isWanted).map(listedPage);
}

/** A page as lists show it; the address has no base. */
export function listedPage({ linkTitle, url, frontMatter }: Page): ListedPage {
  const { params, description } = frontMatter;
  return {
    title: linkTitle,
    url,
    description: typeof params.card === "string" ? params.card : description,
  };
}

/** What is wrong with an address that is no section's. */
export function sectionMissing({ allPages }: Pick<Site, "allPages">, address: string): Complaint {
  const known = allPages.filter(({ kind }) => kind !== "page").map(({ url }) => url);
  const message = `Unexpected section "${address}", expected the address of one`;
  return { id: "section-missing", message, suggestion: nearest(address, known) };
}

/** The section at an address such as `/ingest-data/postgres/`, with or without final slash. */
export function sectionAt({ allPages }: Pick<Site, "allPages">, address: string): Page | undefined {
  const url = `/${address}/`.replace(/\/{2,}/g, "/").toLowerCase();
  return allPages.find((page) => page.kind !== "page" && page.url.toLowerCase() === url);
}
