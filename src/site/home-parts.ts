/** The parts of the home page, from its parameters in front matter. */
import { withBase } from "./base-path.ts";
import { listedPages, sectionAt } from "./listing.ts";
import type { Site } from "./site.ts";
import type { Page } from "./types.ts";

export interface HomeStep {
  readonly waypoint: string;
  readonly title: string;
  readonly text: string;
}

export interface HomeCard {
  readonly title: string;
  readonly url: string;
  readonly description: string | undefined;
}

export interface HomeGroup {
  readonly title: string;
  readonly text: string | undefined;
  readonly cards: readonly HomeCard[];
}

/**
 * Reads `steps`, `often` and `groups`; what has another shape is left out. `base`: the
 * base path. A group names its cards, or a section whose pages they are: `pagesOf`
 * gives those of the section at an address, without base; with `having`, those that
 * have such a field.
 */
export function homeParts(
  params: Readonly<Record<string, unknown>>,
  base: string,
  pagesOf: (section: string, having: string | undefined) => readonly HomeCard[],
): { steps: HomeStep[]; often: HomeCard[]; groups: HomeGroup[] } {
  const card = (map: Map): HomeCard => ({
    title: text(map, "title"),
    url: withBase(text(map, "url"), base),
    description: optional(map, "text"),
  });
  const placed = (page: HomeCard): HomeCard => ({ ...page, url: withBase(page.url, base) });
  return {
    steps: maps(params.steps).map((map) => ({
      waypoint: text(map, "waypoint"),
      title: text(map, "title"),
      text: text(map, "text"),
    })),
    often: maps(params.often).map(card),
    groups: maps(params.groups).map((map) => ({
      title: text(map, "title"),
      text: optional(map, "text"),
      cards: [
        ...(map.section === undefined
          ? []
          : pagesOf(text(map, "section"), optional(map, "having")).map(placed)),
        ...maps(map.cards).map(card),
      ],
    })),
  };
}

/** The parts of a site's home page; `page` is the home page. Addresses have the base path. */
export function homePartsOf(
  site: Site,
  { frontMatter }: Pick<Page, "frontMatter">,
): ReturnType<typeof homeParts> {
  return homeParts(frontMatter.params, site.settings.base, (address, having) => {
    const section = sectionAt(site, address);
    return section === undefined ? [] : listedPages(site, section, having);
  });
}

type Map = Readonly<Record<string, unknown>>;

function maps(value: unknown): Map[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Map => typeof item === "object" && item !== null);
}

function text(map: Map, key: string): string {
  return String(map[key] ?? "");
}

function optional(map: Map, key: string): string | undefined {
  return map[key] === undefined ? undefined : String(map[key]);
}
