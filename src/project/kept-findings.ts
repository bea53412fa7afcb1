/**
 * What was found on a page, as plain data: places by path and offset. They hold as long as
 * the files that they stand in have not changed, also where the page shows nothing of the
 * change: another entry of a data file moves all that follow.
 */
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { Diagnostic, Related, Span } from "../messages/diagnostic.ts";
import type { Page } from "../site/types.ts";
import { Source } from "../text/source.ts";
import { readText } from "../text/unsaved.ts";

/** File (by its place in the list), start and end. */
type KeptSpan = readonly [file: number, start: number, end: number];

interface KeptRelated {
  readonly what: string;
  readonly span: KeptSpan;
  readonly chain: readonly KeptSpan[];
}

interface KeptDiagnostic extends Omit<Diagnostic, "span" | "chain" | "related"> {
  readonly span: KeptSpan;
  readonly chain: readonly KeptSpan[];
  readonly related?: readonly KeptRelated[];
}

export interface KeptFindings {
  /** Paths from the site's root, with the digests of the texts. */
  readonly files: readonly (readonly [path: string, digest: string])[];
  readonly findings: readonly KeptDiagnostic[];
}

/** Findings as plain data. */
export function packFindings(findings: readonly Diagnostic[]): KeptFindings {
  const places = new Map<string, number>();
  const files: [string, string][] = [];
  const pack = ({ source: { path, text }, start, end }: Span): KeptSpan => {
    const place = places.get(path) ?? files.push([path, digestOf(text)]) - 1;
    places.set(path, place);
    return [place, start, end];
  };
  return {
    findings: findings.map(({ span, chain, related, ...rest }) => ({
      ...rest,
      span: pack(span),
      chain: chain.map(pack),
      ...(related === undefined ? {} : { related: related.map(packRelated) }),
    })),
    files,
  };

  function packRelated({ what, span, chain = [] }: Related): KeptRelated {
    return { what, span: pack(span), chain: chain.map(pack) };
  }
}

const digests = new WeakMap<Source, string>();

/** The texts of a site's files as they are now, each read once. */
export class CurrentTexts {
  readonly #root: string;
  readonly #pages: ReadonlyMap<string, Source | undefined>;
  readonly #known = new Map<
    string,
    { readonly source: Source; readonly digest: string } | undefined
  >();

  /** `pages`: some that were read already. */
  constructor(root: string, pages: readonly Page[] = []) {
    this.#root = root;
    this.#pages = new Map(pages.map(({ path, source }) => [path, source]));
  }

  /** A file's text if it has this digest. */
  get(path: string, digest: string): Source | undefined {
    if (!this.#known.has(path)) this.#known.set(path, this.#read(path));
    const current = this.#known.get(path);
    return current?.digest === digest ? current.source : undefined;
  }

  #read(path: string): { readonly source: Source; readonly digest: string } | undefined {
    try {
      const known = this.#pages.get(path);
      const source = known ?? new Source(path, readText(join(this.#root, path)));
      const digest = digests.get(source) ?? digestOf(source.text);
      digests.set(source, digest);
      return { source, digest };
    } catch {
      return undefined;
    }
  }
}

/** The findings with their places; undefined if one of the files is another one now. */
export function unpackFindings(
  { files, findings }: KeptFindings,
  texts: Pick<CurrentTexts, "get">,
): Diagnostic[] | undefined {
  const sources = files.map(([path, digest]) => texts.get(path, digest));
  if (sources.includes(undefined)) return undefined;
  const unpack = ([file, start, end]: KeptSpan): Span => {
    const source = sources[file];
    if (source === undefined) throw new Error("Unexpected place, expected one in a listed file.");
    return { source, start, end };
  };
  return findings.map(({ span, chain, related, ...rest }) => ({
    ...rest,
    span: unpack(span),
    chain: chain.map(unpack),
    related: related?.map((other) => ({
      what: other.what,
      span: unpack(other.span),
      chain: other.chain.map(unpack),
    })),
  }));
}
