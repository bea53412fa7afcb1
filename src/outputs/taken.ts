/** What stands at an address already. */
import type { Site } from "../site/site.ts";

/** Whether the site itself has a file, a page or an alias at `url` (from its root, no base). */
export function isTaken(
  { files, byUrl, aliases }: Pick<Site, "files" | "byUrl" | "aliases">,
  url: string,
): boolean {
  const folder = url.replace(/(?<=\/)index\.html$/, "");
  return files.has(url) || [url, folder].some((place) => byUrl.has(place) || aliases.has(place));
}
