/** A file for the host that the site brings along. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../site/site.ts";

/** The text of a static file, with a line break at its end; undefined if there is none. */
export function ownText(
  { staticFolder }: Pick<Site, "staticFolder">,
  path: string,
): string | undefined {
  const file = staticFolder && join(staticFolder, path);
  if (file === undefined || !existsSync(file)) return undefined;
  return readFileSync(file, "utf8").replace(/\n*$/, "\n");
}
