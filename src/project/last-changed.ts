/**
 * When files of a site were changed last, by the history of git. It is read once, with one
 * log for all files. Without git, or outside of a repository, nothing is known.
 */
import { execFileSync } from "node:child_process";
import type { Used } from "../shortcodes/types.ts";
import type { FrontMatter, Page } from "../site/types.ts";

/** The moment of the last change by path from the site's root, with slashes. */
export type ChangeDates = ReadonlyMap<string, Date>;

/** Marks the line of a commit in the log; no path starts with it. */
const COMMIT = "\u0001";

/** A log of a long history is large. */
const MAX_OUTPUT = 1 << 30;

/** Texts of a page that stand in files of their own. Data files hold much that it does not show. */
const TEXTS: ReadonlySet<Used["kind"]> = new Set(["file", "page", "partial"]);

let known: { readonly key: string; readonly dates: ChangeDates } | undefined;

/**
 * The last change of each file below `root` (absolute), by the date of the author, as in
 * Hugo's `.GitInfo.AuthorDate`. A file that was only moved keeps its date. What a shallow
 * clone has cut off is not known, so those files have no date.
 */
export function changeDates(root: string): ChangeDates {
  const head = commitOf(root);
  if (head === "") return new Map();
  const key = `${root}\n${head}`;
  if (known?.key !== key) known = { key, dates: readLog(root, head.startsWith("true")) };
  return known.dates;
}

/** The commit that `root` stands at, and whether its history is cut off; empty without git. */
export function commitOf(root: string): string {
  return git(root, "rev-parse", "--is-shallow-repository", "HEAD") ?? "";
}

/**
 * When a page was changed last: what its front matter says; else the latest change of its
 * file and of the texts that it includes; else its date.
 */
export function lastChanged(
  { path, frontMatter }: Pick<Page, "path"> & { readonly frontMatter: FrontMatter },
  uses: readonly Used[],
  dates: ChangeDates,
): Date | undefined {
  const { lastmod, date } = frontMatter;
  if (lastmod !== undefined) return lastmod;
  const own = dates.get(path);
  // A page that git does not have yet is newer than all that it includes.
  if (own === undefined) return date;
  const texts = uses.filter(({ kind }) => TEXTS.has(kind)).map(({ target }) => dates.get(target));
  const times = texts.flatMap((changed) => changed?.getTime() ?? []);
  return new Date(Math.max(own.getTime(), ...times));
}

function readLog(root: string, isShallow: boolean): ChangeDates {
  const log = git(
    root,
    ...["-c", "core.quotePath=false", "-c", "log.showSignature=false"],
    ...["log", "-z", "--relative", "--name-status", "--find-renames=100%"],
    ...[`--format=${COMMIT}%aI %P`, "--", "."],
  );
  return datesOf(log ?? "", isShallow);
}

/** Reads a log with `-z`, newest commit first: a line for the commit, then states and paths. */
export function datesOf(log: string, isShallow: boolean): ChangeDates {
  const dates = new Map<string, Date>();
  /** What a file is called today, by its name at the commit. */
  const names = new Map<string, string>();
  let date: Date | undefined;
  const tokens = log.split("\0").values();
  for (const token of tokens) {
    const text = token.trimStart();
    if (text.startsWith(COMMIT)) {
      const [moment = "", parent] = text.slice(COMMIT.length).trim().split(" ");
      // Where a shallow clone is cut, a commit without parents seems to add all files.
      date = isShallow && parent === undefined ? undefined : new Date(moment);
    } else if (text.startsWith("R")) {
      const [from, to] = [tokens.next().value ?? "", tokens.next().value ?? ""];
      names.set(from, names.get(to) ?? to);
    } else if (text !== "") {
      const path = tokens.next().value ?? "";
      const name = names.get(path) ?? path;
      if (date !== undefined && !dates.has(name)) dates.set(name, date);
    }
  }
  return dates;
}

/** What git prints; undefined if there is no git or it fails. */
function git(root: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", ["-C", root, ...args], {
      encoding: "utf8",
      maxBuffer: MAX_OUTPUT,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
}
