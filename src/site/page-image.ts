/** The pictures that other sites show with a link to a page: the front matter's `images`. */
import type { Found } from "../messages/found.ts";
import type { ResolvedLink } from "./links.ts";
import type { Site } from "./site.ts";
import type { Page } from "./types.ts";

/** The file that `text` names: one beside the page, else (Hugo) one from the site's root. */
export function pageImage({ links }: Site, page: Page, text: string): Found<ResolvedLink> {
  const beside = links.resolve(text, { page, file: page.path, kind: "image" });
  if (beside.ok) return beside;
  const fromRoot = links.resolve(text, { page: undefined, file: "", kind: "image" });
  return fromRoot.ok ? fromRoot : beside;
}
