/** Whether a built site may take the place of what stands at an output's path. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { staticFolder } from "../site/site.ts";
import { realPathIfThere } from "./real-path.ts";

/** Folders that every site is made from, if they are there; beside them the static files. */
const SOURCES = ["content", "data", "layouts"];

/** Files that every built site has at its top. */
const OUTPUT = ["404.html", "index.html"];

/**
 * Why `out` (absolute) cannot be the output of the site at `root`, as what is expected of it;
 * undefined if it can. All that stands there goes when the site is built: it must not hold the
 * site, be a part of it, or be any folder that nobody has built a site into.
 */
export function outRefusal(root: string, out: string): string | undefined {
  const site = realpathSync(root);
  const place = realOf(out);
  if (isWithin(site, place)) return "a folder that does not hold the site";
  const sources = [...SOURCES.map((name) => join(site, name)), staticFolder(site) ?? site];
  if (sources.some((folder) => folder !== site && isWithin(place, folder)))
    return "a folder that the site is not made from";
  const about = statSync(place, { throwIfNoEntry: false });
  if (about === undefined) return undefined;
  if (!about.isDirectory()) return "a folder";
  const names = namesIn(place);
  if (names.length === 0 || OUTPUT.some((name) => names.includes(name))) return undefined;
  return "a folder that is new or empty, or holds a built site";
}

function isWithin(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** The real path of what may not be there yet. */
function realOf(path: string): string {
  if (dirname(path) === path) return path;
  return realPathIfThere(path) ?? join(realOf(dirname(path)), basename(path));
}

/** None where another build has just moved the folder away. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
