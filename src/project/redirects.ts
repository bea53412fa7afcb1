/** Aliases as pages that send readers on. Hugo: embedded alias template. */
import { canonicalOf } from "../site/view.ts";
import type { Project } from "./project.ts";

export interface Redirect {
  /** The alias, from the site's root. */
  readonly from: string;
  /** Where it leads: absolute if the settings say where the site stands. */
  readonly to: string;
}

/** One redirect for each alias. */
export function redirectsOf({ site }: Project): Redirect[] {
  return [...site.aliases].map(([from, page]) => ({
    from,
    to: canonicalOf(site, page) ?? site.links.href(page.url),
  }));
}
