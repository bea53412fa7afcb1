/** From pages that Pagefind found to the rows that are shown. */
import { describe, expect, test } from "vitest";
import { type Group, groupsFor } from "../../src/client/search-groups.ts";
import type { IndexedPage } from "../../src/client/search-page.ts";
import { parseQuery } from "../../src/client/search-query.ts";
import { lexiconOf, pageOf } from "./search-texts.ts";

const LEXICON = lexiconOf(
  "guide about all part text step ssh tunnel tab check next slot slots replication neon long story",
);

const groups = (query: string, ...pages: IndexedPage[]): Group[] =>
  groupsFor(pages, parseQuery(query, LEXICON));

/** Rows as `href | headings | tab | excerpt`. */
const shown = (found: readonly Group[]): string[] =>
  found.flatMap(({ rows }) =>
    rows.map(({ href, headings, tab, excerpt }) =>
      [href, headings.join(" > "), tab ?? "-", excerpt.map(({ text }) => text).join("")].join(
        " | ",
      ),
    ),
  );

const hrefs = (found: readonly Group[]): string[] =>
  found.flatMap(({ rows }) => rows.map(({ href }) => href));

const NESTED = pageOf(
  "Guide",
  "About all.",
  [
    { title: "A. Part", id: "part", text: "part text" },
    { title: "Step", text: "step text" },
    { title: "Cloud › SSH tunnel", id: "tab", text: "tab text" },
    { title: "Check", text: "check text" },
    { title: "Next" },
  ],
  { trail: ["A b", "C"], parents: [-1, 0, 1, 2, -1], tabs: [2] },
);

describe("rows", () => {
  test("say heading path and tab path", () => {
    expect(shown(groups("step", NESTED))[0]).toBe("/g/#step | A. Part > Step | - | step text");
    expect(shown(groups("ssh tunnel", NESTED))[0]).toBe(
      "/g/#tab | A. Part > Step | Cloud › SSH tunnel | tab text",
    );
    expect(shown(groups("check", NESTED))).toEqual([
      "/g/#check | A. Part > Step > Check | Cloud › SSH tunnel | check text",
    ]);
  });

  test("stand under the page and what is above it", () => {
    expect(groups("part", NESTED)[0]).toMatchObject({ title: "Guide", trail: ["A b", "C"] });
  });

  test("the first lines of a page go under its title", () => {
    expect(shown(groups("guide", NESTED))[0]).toBe("/g/ | Guide | - | About all.");
  });

  test("a waypoint is no word of a heading", () => {
    const page = pageOf("T", "", [{ title: "1. Slots" }, { title: "Slots of all" }]);
    expect(hrefs(groups("slots", page))[0]).toBe("/g/#1. slots");
  });

  test("of one page are four at most, the best first", () => {
    const sections = Array.from({ length: 6 }, (_, at) => ({ title: `Slot ${at}`, id: `s${at}` }));
    const page = pageOf("T", "", [{ title: "Slot" }, ...sections]);
    const found = hrefs(groups("slot", page));
    expect(found).toHaveLength(4);
    expect(found[0]).toBe("/g/#slot");
  });

  test("a heading without own text shows what is below it, not what follows", () => {
    const page = pageOf(
      "Guide",
      "",
      [{ title: "Part" }, { title: "Step", text: "text." }, { title: "Next", text: "no." }],
      { parents: [-1, 0, -1] },
    );
    expect(shown(groups("part", page))[0]).toBe("/g/#part | Part | - | Step text.");
  });

  test.each(["", "[[],[0,1],[],[],0,0]", "[[],[4,4],[],[],0,0]", "[[],[99],[7],[],0,0]"])(
    "places that are damaged (%j) cost paths, not results",
    (places) => {
      const page = pageOf("Guide", "", [{ title: "Part" }, { title: "Step" }], places);
      expect(hrefs(groups("step", page))[0]).toBe("/g/#step");
    },
  );
});

describe("the order", () => {
  const page = (url: string, title: string, ...rest: [string, string?][]): IndexedPage =>
    pageOf(
      title,
      "",
      rest.map(([name, text = ""]) => ({ title: name, text })),
      {},
      url,
    );

  test.each<[string, string, IndexedPage[], string]>([
    [
      "a heading that is the query before one that has it too",
      "replication slot",
      [page("/a/", "T", ["Check the replication slot"]), page("/b/", "T", ["Replication slots"])],
      "/b/#replication slots",
    ],
    [
      "a heading before much text",
      "slot",
      [page("/a/", "T", ["X", "slot slot slot slot"]), page("/b/", "T", ["The slot story"])],
      "/b/#the slot story",
    ],
    [
      "words that stand together before words that are strewn",
      "ssh tunnel",
      [page("/a/", "T", ["X", "ssh"], ["Y", "tunnel"]), page("/b/", "T", ["X", "ssh tunnel"])],
      "/b/#x",
    ],
    [
      "the page that the query names before another with the same heading",
      "neon slot",
      [page("/a/", "T", ["Slot", "all"]), page("/b/", "Neon", ["Slot", "own"])],
      "/b/#slot",
    ],
    [
      "a heading that asks the same question",
      "do i need ssh for a tunnel",
      [
        page("/a/", "T", ["The tunnel of all", "ssh"]),
        page("/b/", "T", ["Do I need SSH?", "tunnel"]),
      ],
      "/b/#do i need ssh?",
    ],
    [
      "a page about it before a section about it",
      "tunnel",
      [
        page("/a/", "T", ["SSH tunnel", "tunnel tunnel"]),
        pageOf("SSH tunnel", "all", [], {}, "/b/"),
      ],
      "/b/",
    ],
    [
      "a page that counts more than others",
      "slot",
      [page("/a/", "T", ["Slot"]), pageOf("T", "", [{ title: "Slot" }], { rank: 5 }, "/b/")],
      "/b/#slot",
    ],
    [
      "a word before a name that it is a part of",
      "slot",
      [page("/a/", "T", ["slot-list"]), page("/b/", "T", ["Slots of all"])],
      "/b/#slots of all",
    ],
    [
      "the word itself before one that only its stem has in common",
      "publication",
      [page("/a/", "T", ["Public"]), page("/b/", "T", ["Publication of tables"])],
      "/b/#publication of tables",
    ],
    [
      "the word itself before a longer one",
      "slot",
      [page("/a/", "T", ["Slotted"]), page("/b/", "T", ["Slot"])],
      "/b/#slot",
    ],
  ])("%s", (_, query, pages, first) => {
    expect(hrefs(groups(query, ...pages))[0]).toBe(first);
    expect(hrefs(groups(query, ...pages.toReversed()))[0]).toBe(first);
  });

  test("a page's short name and keywords are names of it", () => {
    const named = pageOf("Ingest data from Neon", "", [], { names: ["Neon", "serverless"] }, "/n/");
    const other = pageOf("Other", "neon serverless", [], {}, "/o/");
    expect(hrefs(groups("neon", other, named))[0]).toBe("/n/");
    expect(hrefs(groups("serverless", other, named))[0]).toBe("/n/");
  });
});

test("what several pages say in the same words is shown once, where it answers best", () => {
  const pages = ["/a/b/c/", "/a/", "/a/b/"].map((url) =>
    pageOf("T", url, [{ title: "Slots", text: "the same story" }], {}, url),
  );
  expect(hrefs(groups("slots", ...pages))).toEqual(["/a/#slots"]);
});

test("words in quotes have to stand together, in this order", () => {
  const pages = ["slot of replication", "the replication slot", "replication"].map((text, at) =>
    pageOf("T", "", [{ title: "A", text }], {}, `/${at}/`),
  );
  const named = pageOf("T", "", [{ title: "Replication slots" }], {}, "/n/");
  expect(hrefs(groups('"replication slot"', ...pages, named)).sort()).toEqual([
    "/1/#a",
    "/n/#replication slots",
  ]);
  expect(hrefs(groups('"slot"', ...pages)).sort()).toEqual(["/0/#a", "/1/#a"]);
});

test("what two pages say in the same words is shown on the one that comes first by weight", () => {
  const [late, early, none] = [20, 10, 0].map((weight) =>
    pageOf("T", "", [{ title: "Slots", text: "x" }], { weight }, `/${weight}/`),
  );
  expect(hrefs(groups("slots", ...[late, none, early].flatMap((page) => page ?? [])))).toEqual([
    "/10/#slots",
  ]);
});

test("nothing is shown of pages that have none of the words", () => {
  expect(groups("zzzzzzz", NESTED)).toEqual([]);
  expect(groups("", NESTED)).toEqual([]);
});
