/** Writes what a host sends with the files of a site: made last, from the files themselves. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { headersFile } from "../outputs/headers.ts";
import { type Need, needsOfCss, needsOfHtml } from "../outputs/inline.ts";
import { ownText } from "../outputs/own-file.ts";
import { policyFor } from "../outputs/policy.ts";
import type { Site } from "../site/site.ts";

/**
 * Writes `_headers` into the built site in `folder`. Its policy names the inline code of all
 * pages, those of static files too, so that it cannot differ from what was built.
 */
export function writeHeaders(site: Site, folder: string): void {
  const text = headersFile({
    base: site.settings.base,
    policy: policyFor(needsOf(folder)),
    own: ownText(site, "_headers"),
    hasList: existsSync(join(folder, "llms.txt")),
  });
  writeFileSync(join(folder, "_headers"), text);
}

/** What the pages and style sheets of a folder need; many pages need the same. */
function needsOf(folder: string): Iterable<Need> {
  const needs = new Map<string, Need>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const { name, parentPath } = entry;
    const read = /\.html?$/i.test(name)
      ? needsOfHtml
      : /\.css$/i.test(name)
        ? needsOfCss
        : undefined;
    if (read === undefined || !entry.isFile()) continue;
    for (const need of read(readFileSync(join(parentPath, name), "utf8")))
      needs.set(JSON.stringify(need), need);
  }
  return needs.values();
}
