/** Writes what a host sends with the files of a site: made last, from the files themselves. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { headersFile } from "../outputs/headers.ts";
import { ownText } from "../outputs/own-file.ts";
import { policyFor } from "../outputs/policy.ts";
import type { Site } from "../site/site.ts";
import { FoundNeeds } from "./found-needs.ts";

/**
 * Writes `_headers` into the built site in `folder`. Its policy names the inline code of all
 * pages, those of static files too, so that it cannot differ from what was built. Files whose
 * needs are in `needs` are not read again.
 */
export function writeHeaders(site: Site, folder: string, needs = new FoundNeeds()): void {
  addOthers(site, folder, needs);
  const text = headersFile({
    base: site.settings.base,
    policy: policyFor(needs.list()),
    own: ownText(site, "_headers"),
    hasList: existsSync(join(folder, "llms.txt")),
  });
  writeFileSync(join(folder, "_headers"), text);
}

/** Adds what pages and style sheets of a folder need that no one has looked at. */
function addOthers(site: Site, folder: string, needs: FoundNeeds): void {
  // They are copied when the pages are made, and might take the place of one.
  const copied = new Set(site.resources.map(({ to }) => to.replace(/^\/+/, "")));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const [, extension] = /\.(html?|css)$/i.exec(entry.name) ?? [];
    if (extension === undefined || !entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join("/");
    if (needs.has(path) && !copied.has(path)) continue;
    const text = readFileSync(file, "utf8");
    if (extension.toLowerCase() === "css") needs.addCss(path, text);
    else needs.addHtml(path, text);
  }
}
