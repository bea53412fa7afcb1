/** What lies in a site and no page shows: snippets, partials, images; and snippets that say the same. */
import type { ListedData } from "../data/store.ts";
import type { DataNode, Entry } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { oneLine } from "../text/one-line.ts";
import { Source } from "../text/source.ts";

/** Snippets that no page shows, itself or through others; `used`: the targets of all uses. */
export function checkEntries(entries: readonly Entry[], used: ReadonlySet<string>): Finding[] {
  return unusedEntries(entries, used).map(({ name, source, range }): Finding => {
    const message = `Unexpected entry "${name}", expected a page that shows it`;
    return { id: "entry-unused", message, span: firstLine(source, range.start) };
  });
}

/** The entries that no page shows. */
export function unusedEntries(entries: readonly Entry[], used: ReadonlySet<string>): Entry[] {
  return entries.filter(
    ({ name, source: { path } }) => !used.has(`${path}#${name}`) && !isShownWhole(path, used),
  );
}

/** Whether a file is asked for as a whole, or by way of one of its folders. */
function isShownWhole(path: string, used: ReadonlySet<string>): boolean {
  if (used.has(path)) return true;
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    if (used.has(path.slice(0, at + 1))) return true;
  }
  return false;
}

/** Data files that no page shows, itself or through others; what is told entry by entry is none. */
export function unusedData(files: readonly ListedData[], used: ReadonlySet<string>): ListedData[] {
  const withEntries = new Set([...used].map((target) => target.replace(/#.*$/s, "")));
  return files.filter(
    ({ path, value, isEntries }) =>
      !isEntries && !isEmpty(value) && !isShownWhole(path, used) && !withEntries.has(path),
  );
}

function isEmpty(value: DataNode): boolean {
  if (value.kind === "list") return value.items.length === 0;
  return value.kind === "map" ? value.pairs.length === 0 : value.value === null;
}

export function checkDataFiles(files: readonly ListedData[], used: ReadonlySet<string>): Finding[] {
  return unusedData(files, used).map(({ source }): Finding => {
    const message = "Unexpected data file, expected a page that shows something of it";
    return { id: "data-unused", message, span: { source, start: 0, end: 0 } };
  });
}

/** Partials that no page calls, itself or through others. */
export function checkPartials(partials: readonly Source[], used: ReadonlySet<string>): Finding[] {
  return partials
    .filter(({ path }) => !used.has(path))
    .map((source): Finding => {
      const message = "Unexpected partial, expected a page that calls it";
      return { id: "partial-unused", message, span: { source, start: 0, end: 0 } };
    });
}

/** Snippets of which another one has all the text; the first by file and place is the model. */
export function checkSameEntries(entries: readonly Entry[]): Finding[] {
  const known = new Map<string, Entry>();
  return entries.flatMap((entry): Finding[] => {
    const text = textOf(entry);
    const first = known.get(text);
    if (text === "") return [];
    if (first === undefined) {
      known.set(text, entry);
      return [];
    }
    const { line } = first.source.placeAt(first.range.start);
    const place = `${first.source.path}:${line}`;
    const message = `Unexpected entry "${entry.name}" with the text of "${first.name}" in ${place}, expected each text once`;
    const related = [{ what: "the first text", span: firstLine(first.source, first.range.start) }];
    const span = firstLine(entry.source, entry.range.start);
    return [{ id: "entry-same", message, span, related }];
  });
}

/** A call of a shortcode. */
const TAG = /\{\{[<%].*?[>%]\}\}/gs;

/** All that an entry says but its name, with single blanks. */
function textOf(entry: Entry): string {
  const { description, code, results, content, addenda, syntaxElements, source } = entry;
  const parts = [description, code, results, content, addenda].map((part) => part?.text ?? "");
  const { start = 0, end = 0 } = syntaxElements?.range ?? {};
  const words = [...parts, source.text.slice(start, end)].map(oneLine);
  // What only includes another text has none of its own.
  const isOwn = words.some((part) => part.replace(TAG, "").trim() !== "");
  return isOwn ? words.join("\u0000") : "";
}

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** What browsers and services ask for by its name. */
const WELL_KNOWN = /^(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned|icon|og-)/i;
const MENTIONED = /[^\s"'()<>[\]{}=,|`/\\]+\.(?:png|jpe?g|gif|svg|webp|avif)(?![a-z0-9])/gi;

/** Images, by path from the site's root, whose names stand in none of the texts. */
export function checkImages(paths: readonly string[], texts: Iterable<string>): Finding[] {
  const images = paths.filter((path) => IMAGE.test(path) && !WELL_KNOWN.test(nameOf(path)));
  if (images.length === 0) return [];
  const named = new Set<string>();
  for (const text of texts)
    for (const [name] of text.matchAll(MENTIONED)) named.add(decoded(name).toLowerCase());
  return (
    images
      // A name with blanks may be written in many ways.
      .filter((path) => !/\s/.test(path) && !named.has(nameOf(path).toLowerCase()))
      .map((path): Finding => {
        const message = "Unexpected image, expected a page that shows it";
        return { id: "image-unused", message, span: firstLine(new Source(path, ""), 0) };
      })
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function firstLine(source: Source, start: number): Finding["span"] {
  return { source, start, end: Math.max(start, source.lineAt(start).end) };
}
