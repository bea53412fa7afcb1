/** The index step: which files it gives, and what it refuses. */
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { commonFiles } from "../../src/search/bundle-files.ts";
import { createSearchIndex } from "../../src/search/index-site.ts";
import { searchFiles } from "../../src/search/site-index.ts";
import type { Article, FrontMatter, Page } from "../../src/site/types.ts";
import { CORPUS } from "./corpus.ts";
import { indexOf } from "./served-site.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of the fragments of an index, sorted. */
function fragments(files: ReadonlyMap<string, Uint8Array>): Record<string, unknown>[] {
  return [...files]
    .filter(([path]) => path.startsWith("fragment/"))
    .map(([, data]) =>
      gunzipSync(data)
        .toString()
        .replace(/^pagefind_dcd/, ""),
    )
    .sort()
    .map((text) => JSON.parse(text) as Record<string, unknown>);
}

describe("files", () => {
  test("are those that the dialog asks for, and no others", async () => {
    const kinds = [...(await indexOf(CORPUS)).keys()].map((path) =>
      path.replace(/_[0-9a-f]+/, "_HASH"),
    );
    expect([...new Set(kinds)]).toEqual([
      "filter/en_HASH.pf_filter",
      "fragment/en_HASH.pf_fragment",
      "index/en_HASH.pf_index",
      "pagefind-entry.json",
      "pagefind.en_HASH.pf_meta",
      "pagefind.js",
      "wasm.en.pagefind",
      "waymark-words.json",
    ]);
    expect(kinds.filter((kind) => kind.startsWith("fragment/"))).toHaveLength(CORPUS.length);
  });

  test("hold the WebAssembly that the entry names", () => {
    const entry = bytes('{"languages":{"xx":{"wasm":null},"de":{"wasm":"de"}}}');
    const none = new Uint8Array();
    const all = new Map([
      ["wasm.unknown.pagefind", none],
      ["wasm.de.pagefind", none],
      ["wasm.en.pagefind", none],
      ["pagefind-ui.js", none],
      ["pagefind-worker.js", none],
      ["pagefind-entry.json", entry],
    ]);
    expect([...commonFiles(all).keys()].sort()).toEqual([
      "pagefind-entry.json",
      "wasm.de.pagefind",
      "wasm.unknown.pagefind",
    ]);
  });

  test("are the same for the same pages", async () => {
    expect(await indexOf(CORPUS)).toEqual(await indexOf(CORPUS));
  });

  test("are there for a site without pages too", async () => {
    expect([...(await indexOf([])).keys()]).toEqual([
      "pagefind-entry.json",
      "pagefind.js",
      "waymark-words.json",
    ]);
  });
});

describe("an index", () => {
  test("keeps addresses as they are and counts words apart", async () => {
    const page = { url: "/v1/index.html", title: "T", trail: [] };
    const article = "<table><tr><th>alpha</th><th>beta</th></tr></table>";
    expect(fragments(await indexOf([{ page, article }]))).toMatchObject([
      {
        url: "/v1/index.html",
        content: "T. alpha. beta.",
        word_count: 3,
        filters: {},
        meta: { title: "T" },
      },
    ]);
  });

  test("may be closed beside another that is open", async () => {
    const [a, b] = [createSearchIndex({ language: "en" }), createSearchIndex({ language: "de" })];
    const page = { url: "/x/", title: "X", trail: [] };
    a.add(page, Buffer.of());
    b.add(page, Buffer.of());
    await a.files();
    await a.close();
    await a.close();
    expect([...(await b.files()).keys()]).toContain("wasm.de.pagefind");
    await b.close();
  });
});

describe("a site", () => {
  const frontMatter = {
    description: "About.",
    keywords: ["pg"],
    isSearched: true,
    weight: 10,
    params: {},
  } as unknown as FrontMatter;
  const page = (url: string, kind: Page["kind"], linkTitle: string): Page => ({
    path: `content${url}`,
    source: undefined,
    kind,
    frontMatter,
    url,
    title: `The ${linkTitle}`,
    linkTitle,
    isPublished: true,
    isListed: true,
    bodyStart: 0,
  });
  const article: Article = { html: "<p>Text.</p>", toc: [], ids: new Set(), uses: [] };

  test("is indexed page by page, with the sections above each", async () => {
    const files = await searchFiles({
      site: { settings: { language: "en", synonyms: [] } },
      publishedPages: [
        page("/", "home", "Home"),
        page("/guide/", "section", "Guide"),
        page("/guide/pg/rds/", "page", "RDS"),
        page("/guide/pg/", "section", "Pg"),
        {
          ...page("/hidden/", "page", "Hidden"),
          frontMatter: { ...frontMatter, isSearched: false },
        },
      ],
      article: () => article,
    });
    const shown = fragments(files).map(({ url, filters, anchors }) => [
      url,
      filters,
      (anchors as { id: string }[]).map(({ id }) => id),
    ]);
    expect(shown.sort()).toEqual([
      ["/", {}, ['[[],[],[],["Home","pg"],10,0]']],
      ["/guide/", { section: ["Guide"] }, ['[[],[],[],["Guide","pg"],10,0]']],
      ["/guide/pg/", { section: ["Guide"] }, ['[["Guide"],[],[],["Pg","pg"],10,0]']],
      ["/guide/pg/rds/", { section: ["Guide"] }, ['[["Guide","Pg"],[],[],["RDS","pg"],10,0]']],
    ]);
  });

  test("fails with what its articles fail with, and leaves no process behind", async () => {
    const site = {
      site: { settings: { language: "en", synonyms: [] } },
      publishedPages: [page("/", "home", "Home")],
      article: (): Article => {
        throw new Error("no article");
      },
    };
    await expect(searchFiles(site)).rejects.toThrow("no article");
  });
});
