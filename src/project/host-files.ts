/** Writes what a host sends with the files of a site: made last, from the files themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { headersFile } from "../outputs/headers.ts";
import { ownText } from "../outputs/own-file.ts";
import { policyFor } from "../outputs/policy.ts";
import type { Site } from "../site/site.ts";
import type { FoundNeeds } from "./found-needs.ts";
import type { OutputFolder } from "./output-folder.ts";

/**
 * Writes `_headers` into a built site. Its policy names the inline code of all
 * pages, those of static files too, so that it cannot differ from what was built. Files whose
 * needs are in `needs` are not read again.
 */
export function writeHeaders(site: Site, output: OutputFolder, needs: FoundNeeds): void {
  addOthers(site, output.folder, needs);
  const text = headersFile({
    base: site.settings.base,
    policy: policyFor(needs.list()),
    own: ownText(site, "_headers"),
    hasList: output.has("llms.txt"),
  });
  output.write("_headers", text);
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
