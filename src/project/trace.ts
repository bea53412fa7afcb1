/**
 * What a page asked of its site while it was rendered, and digests of the answers. A page
 * whose questions are answered as before looks as before: no list of files says as much,
 * for a link depends on another page's address and a partial on what does not exist yet.
 */
import { digestOf } from "../cache/digest.ts";
import type { DataNode, Entry } from "../data/types.ts";
import type { LinkContext } from "../markdown/links.ts";
import type { Found } from "../messages/found.ts";
import type { Host, NamedText } from "../shortcodes/types.ts";
import type { SiteFiles } from "./site-files.ts";

type PageLinks = Pick<LinkContext, "resolve" | "imageSize">;

/** What a page can ask. */
export interface Answerer {
  readonly host: Host;
  readonly links: PageLinks;
  readonly files: Pick<SiteFiles, "partial">;
  /** Whether it counts where a text stands in its file: pages say it to authors, and in links. */
  readonly hasPlaces: boolean;
}

/** A question: who is asked, and the arguments. */
type Question = readonly [kind: Kind, ...args: string[]];

type Kind = keyof typeof ASK;

/** Between the parts of a question; CommonMark 2.3: no text of a page has it. */
const BETWEEN = "\0";

/** A question and the digest of its answer. */
export type TraceStep = readonly [answer: string, ...question: Question];

/** A page's questions, each once. */
export type Trace = readonly TraceStep[];

/** How each kind of question is asked again. */
const ASK = {
  definition: ({ files }: Answerer, name = "") => partialDigest(files, name),
  entry: ({ host }: Answerer, file = "", name = "") => host.entry(file, name),
  data: ({ host }: Answerer, path = "") => host.data(path),
  file: ({ host }: Answerer, path = "", from = "") => host.file(path, from),
  page: ({ host }: Answerer, path = "") => host.page(path),
  pages: ({ host }: Answerer, section = "", having?: string) => host.pages(section, having),
  ref: ({ host }: Answerer, target = "", kind = "") =>
    host.ref(target, kind === "absolute" ? "absolute" : "relative"),
  siteParameter: ({ host }: Answerer, key = "") => host.siteParameter(key),
  tabKey: ({ host }: Answerer, name = "") => plainDigest(host.tabKey(name)),
  diagram: ({ host }: Answerer, name = "") => host.diagram(name),
  link: ({ links }: Answerer, href = "", kind = "", from = "") =>
    links.resolve(href, kind === "image" || kind === "file" ? kind : "link", from),
  imageSize: ({ links }: Answerer, url = "") => plainDigest(links.imageSize?.(url)),
} as const;

/** Questions that pages, settings and static files answer, and nothing else. */
const OF_SITE: ReadonlySet<Kind> = new Set([
  "page",
  "pages",
  "ref",
  "siteParameter",
  "tabKey",
  "link",
  "imageSize",
]);

/**
 * Whether the site answers all of a page's questions as it did. `isSameSite`: its pages,
 * settings and static files are known to be those that the answers were true of.
 */
export function isStillTrue(trace: Trace, answerer: Answerer, isSameSite = false): boolean {
  return trace.every(([digest, kind, ...args]) => {
    if (isSameSite && OF_SITE.has(kind)) return true;
    const answer = ASK[kind]?.(answerer, ...args);
    const current = typeof answer === "object" ? foundDigest(answer, answerer.hasPlaces) : answer;
    return current === digest;
  });
}

/** The same answers, noted on the way. */
export function traced(answerer: Answerer): {
  readonly answerer: Answerer;
  trace(): Trace;
} {
  const steps = new Map<string, TraceStep>();
  const note = (digest: () => string, ...question: Question): void => {
    const key = question.join(BETWEEN);
    if (!steps.has(key)) steps.set(key, [digest(), ...question]);
  };
  const found = <T extends object | string>(answer: Found<T>, ...question: Question): Found<T> => {
    note(() => foundDigest(answer, hasPlaces), ...question);
    return answer;
  };
  const plain = <T>(answer: T, ...question: Question): T => {
    note(() => plainDigest(answer), ...question);
    return answer;
  };
  const { host, links, files, hasPlaces } = answerer;
  return {
    answerer: {
      host: {
        definition: (name) => {
          note(() => partialDigest(files, name), "definition", name);
          return host.definition(name);
        },
        // Names are asked for where one is wrong: such a page is never kept.
        names: () => host.names(),
        marksFailures: host.marksFailures ?? false,
        entry: (file, name) => found(host.entry(file, name), "entry", file, name),
        data: (path) => found(host.data(path), "data", path),
        file: (path, from) => found(host.file(path, from), "file", path, from),
        page: (path) => found(host.page(path), "page", path),
        pages: (section, having) =>
          found(host.pages(section, having), "pages", section, ...(having ? [having] : [])),
        ref: (target, kind) => found(host.ref(target, kind), "ref", target, kind),
        siteParameter: (key) => found(host.siteParameter(key), "siteParameter", key),
        tabKey: (name) => plain(host.tabKey(name), "tabKey", name),
        diagram: (name) => found(host.diagram(name), "diagram", name),
      },
      links: {
        resolve: (href, kind, from) =>
          found(links.resolve(href, kind, from), "link", href, kind, from),
        imageSize: (url) => plain(links.imageSize?.(url), "imageSize", url),
      },
      files,
      hasPlaces,
    },
    trace: () => [...steps.values()],
  };
}

function plainDigest(answer: unknown): string {
  return digestOf(JSON.stringify(answer ?? null));
}

/** Which definition a name has follows from the partial of that name alone. */
function partialDigest(files: Answerer["files"], name: string): string {
  const partial = files.partial(name);
  return partial === undefined ? "" : digestOf(partial.source.path, partial.source.text);
}

/** Entries and values are the same objects for all pages: their digests are kept. */
const known = { withPlaces: new WeakMap<object, string>(), plain: new WeakMap<object, string>() };

function foundDigest(found: Found<object | string>, hasPlaces: boolean): string {
  if (!found.ok) {
    const { id, message, suggestion = "" } = found.complaint;
    return digestOf("fault", id, message, suggestion);
  }
  const { value } = found;
  if (typeof value === "string") return digestOf("text", value);
  const kept = keptObject(value);
  const digests = hasPlaces ? known.withPlaces : known.plain;
  const digest = digests.get(kept) ?? digestOf(jsonOf(value, hasPlaces ? placed : shown));
  digests.set(kept, digest);
  return digest;
}

/** Addresses, which are most of what pages ask for, hold texts only: nothing to replace in them. */
function jsonOf(value: object, replacer: typeof shown): string {
  const isFlat = Object.values(value).every(
    (part) => part === undefined || typeof part === "string",
  );
  return isFlat ? JSON.stringify(value) : JSON.stringify(value, replacer);
}

function keptObject(value: object): object {
  if ("entry" in value) return value.entry as Entry;
  return "value" in value ? (value.value as DataNode) : value;
}

/** With the places, for pages that name them. */
function placed(_key: string, value: unknown): unknown {
  if (isText(value)) return [value.text, value.pieces.map(placeOf)];
  return isSource(value) ? value.path : value;
}

/** Offset and line: neither follows from the other once other text around has changed. */
function placeOf({ source, start }: Text["pieces"][number]): string {
  return `${source.path}:${start}:${source.placeAt(start).line}`;
}

/** Places in files say nothing about what is shown, but the files' paths do: links start there. */
function shown(key: string, value: unknown): unknown {
  if (key === "range" || key === "keyRange" || key === "span") return undefined;
  if (isText(value)) return [value.text, value.pieces.map(({ source }) => source.path)];
  if (isSource(value)) return value.path;
  return value;
}

type Text = NamedText["text"];

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "pieces" in value && "text" in value;
}

function isSource(value: unknown): value is Entry["source"] {
  return typeof value === "object" && value !== null && "placeAt" in value;
}
