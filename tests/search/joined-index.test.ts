/** An index made of kept parts holds what Pagefind's own index of the same pages holds. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openStore, type Store } from "../../src/cache/store.ts";
import { JoinedIndex } from "../../src/search/joined-index.ts";
import { entryOf, sharesIn } from "../../src/search/page-shares.ts";
import {
  type FilterChunk,
  type IndexMeta,
  unpackBytes,
  unpackCbor,
  type WordChunk,
} from "../../src/search/pagefind-format.ts";
import { PagefindRun } from "../../src/search/pagefind-run.ts";
import { searchRecord } from "../../src/search/records.ts";
import { sectionsOf } from "../../src/search/sections.ts";
import { CORPUS, type CorpusPage } from "./corpus.ts";
import { indexOf } from "./served-site.ts";

type Files = ReadonlyMap<string, Uint8Array>;

const START = { numRuns: 6, seed: 5 };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-index-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What Pagefind itself makes of pages. */
async function pagefindsOwn(pages: readonly CorpusPage[]): Promise<Files> {
  const run = await PagefindRun.open("en");
  try {
    for (const { page, article } of pages)
      await run.add(page.url, searchRecord(page, sectionsOf(article), { language: "en" }));
    return await run.files();
  } finally {
    await run.close();
  }
}

/** All that an index says, without the names of its files and the order of what has none. */
function contentOf(files: Files): unknown {
  const { languages, ...entry } = entryOf(files);
  const indexes = Object.entries(languages).map(([language, { hash, ...about }]) => {
    const [version, pages, chunks, filters, sorts, fields] = unpackCbor<IndexMeta>(
      files.get(`pagefind.${hash}.pf_meta`) ?? new Uint8Array(),
    );
    const file = (path: string): Uint8Array => files.get(path) ?? new Uint8Array();
    return {
      language,
      about,
      version,
      sorts,
      fields,
      pages: pages.map(([name, count]) => [
        count,
        unpackBytes(file(`fragment/${name}.pf_fragment`)).toString(),
      ]),
      chunks: chunks.map(([from, to, name]) => [
        from,
        to,
        unpackCbor<WordChunk>(file(`index/${name}.pf_index`))[0].map(([word, found, forms]) => [
          word,
          found,
          [...forms].sort(([a], [b]) => (a < b ? -1 : 1)),
        ]),
      ]),
      filters: filters.map(([filter, name]) => {
        const [own, values] = unpackCbor<FilterChunk>(file(`filter/${name}.pf_filter`));
        return [filter, own, [...values].sort(([a], [b]) => (a < b ? -1 : 1))];
      }),
    };
  });
  return { entry, indexes };
}

/** Enough words for several chunks, some with diacritics, some with names of their own. */
function bigCorpus(): CorpusPage[] {
  return Array.from({ length: 40 }, (_, n) => ({
    page: {
      url: `/big/${n}/`,
      title: `Page ${n} résumé`,
      trail: n % 3 === 0 ? [] : [`Part ${n % 5}`],
      ...(n % 4 === 0 && { keywords: [`key${n}`, "naïve"] }),
    },
    article: `<p>${Array.from({ length: 700 }, (_, k) => `w${(k * (n + 3)) % 997} café cafe 𝒜x${k % 7}`).join(" ")}</p><h2 id="s">Näme ${n}</h2><p>\u{FF5E}tail text</p>`,
  }));
}

describe("an index that is joined again", () => {
  test.each([
    ["the corpus", CORPUS],
    ["many words, in several chunks", bigCorpus()],
    ["one page", CORPUS.slice(0, 1)],
  ])("says what Pagefind's own says: %s", async (_, pages) => {
    const own = await pagefindsOwn(pages);
    const shares = sharesIn(own);
    expect(shares.size).toBe(pages.length);
    const index = new JoinedIndex("en");
    // The order in which pages come does not count, their numbers do.
    for (const [number, { page }] of [...pages.entries()].reverse()) {
      const share = shares.get(page.url);
      if (share !== undefined) index.add(2 * number, share);
    }
    const joined = index.files(new Map([...own].filter(([path]) => !path.includes(".pf_"))));
    expect(contentOf(joined)).toEqual(contentOf(own));
  });

  test("has several chunks where there are many words", async () => {
    const files = await indexOf(bigCorpus());
    expect([...files.keys()].filter((path) => path.startsWith("index/")).length).toBeGreaterThan(1);
  });
});

describe("an index whose pages were kept", () => {
  test("is byte for byte one that is made anew, whatever was edited", async () => {
    const edit = fc.record({
      kind: fc.constantFrom("text", "title", "keywords", "delete", "add", "swap"),
      at: fc.nat(CORPUS.length - 1),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const kept = { store: openStore(join(folder, `edits-${round++}`)), version: "1" };
        let pages: readonly CorpusPage[] = CORPUS;
        await indexOf(pages, kept);
        for (const { kind, at } of edits) {
          pages = edited(pages, kind, at);
          expect(await indexOf(pages, kept)).toEqual(await indexOf(pages));
        }
      }),
      START,
    );
  });

  test("is made without Pagefind where no page is new", async () => {
    const kept = { store: openStore(join(folder, "same")), version: "1" };
    const open = vi.spyOn(PagefindRun, "open");
    const first = await indexOf(CORPUS, kept);
    expect(open).toHaveBeenCalledTimes(1);
    expect(await indexOf(CORPUS, kept)).toEqual(first);
    expect(await indexOf(CORPUS.slice(1), kept)).not.toEqual(first);
    expect(open).toHaveBeenCalledTimes(1);
    await indexOf(CORPUS, { ...kept, version: "2" });
    expect(open).toHaveBeenCalledTimes(2);
    open.mockRestore();
  });

  test("is right where Pagefind's own files are kept no more", async () => {
    const whole = openStore(join(folder, "common"));
    const lost = new Set<string>();
    const store = withGet(whole, (key) => (lost.has(key) ? undefined : whole.get(key)));
    const first = await indexOf(CORPUS, { store, version: "1" });
    const seen: string[] = [];
    const get = (key: string): Buffer | undefined => {
      seen.push(key);
      return whole.get(key);
    };
    await indexOf(CORPUS, { store: withGet(whole, get), version: "1" });
    // Asked for last: what all pages have in common.
    lost.add(seen.at(-1) ?? "");
    expect(await indexOf(CORPUS, { store, version: "1" })).toEqual(first);
  });
});

/** A store that is asked in another way. */
function withGet(store: Store, get: Store["get"]): Store {
  return {
    folder: store.folder,
    get,
    put: (key, bytes) => store.put(key, bytes),
    flush: () => store.flush(),
    prune: (limit) => store.prune(limit),
  };
}

function edited(pages: readonly CorpusPage[], kind: string, index: number): CorpusPage[] {
  const all = [...pages];
  const at = Math.min(index, all.length - 1);
  const old = all[at];
  if (old === undefined) return all;
  const { page, article } = old;
  if (kind === "text") all[at] = { page, article: `${article}<p>one word more</p>` };
  else if (kind === "title") all[at] = { page: { ...page, title: `${page.title} anew` }, article };
  else if (kind === "keywords")
    all[at] = { page: { ...page, keywords: ["another name"] }, article };
  else if (kind === "delete") all.splice(at, 1);
  else if (kind === "add")
    all.splice(at, 0, { page: { ...page, url: `${page.url}copy-${all.length}/` }, article });
  else all.push(...all.splice(at, 1));
  return all;
}
