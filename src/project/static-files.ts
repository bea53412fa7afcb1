/** Files of a site that are published as they are: which there are, and the texts among them. */
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Site } from "../site/site.ts";

/** Kinds of files that may name others. */
const TEXT = /\.(?:css|html?|js|json|webmanifest|xml|txt|svg)$/i;

/** Static files and resources of pages, by path from the site's root. */
export function imagePaths(site: Site): string[] {
  const resources = new Set(site.resources.map(({ to }) => `/${to}`));
  const { staticFolder } = site;
  const statics =
    staticFolder === undefined
      ? []
      : [...site.files]
          .filter((path) => !resources.has(path))
          .map((path) => join(staticFolder, path));
  return [...statics, ...site.resources.map(({ from }) => from)].map((file) =>
    relative(site.root, file).split(sep).join("/"),
  );
}

/** The texts of the files that may name others; one that cannot be read is left out. */
export function* staticTexts(site: Site): Generator<string> {
  for (const path of imagePaths(site)) {
    if (!TEXT.test(path)) continue;
    try {
      yield readFileSync(join(site.root, path), "utf8");
    } catch {
      // The build tells of it.
    }
  }
}
