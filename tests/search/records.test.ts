/** The documents that the index is made of. */
import { describe, expect, test } from "vitest";
import { PagefindRun } from "../../src/search/pagefind-run.ts";
import { decodePlaces, encodePlaces } from "../../src/search/places.ts";
import { searchRecord } from "../../src/search/records.ts";
import { sectionsOf } from "../../src/search/sections.ts";

const NO_SECTIONS = { intro: [], sections: [] };
const PAGE = { url: "/a/", title: "Ingest <data>", trail: ["Guides", 'Post "gres"'] };

describe("places", () => {
  test("survive the way through an id, which holds no blanks", () => {
    const places = {
      trail: ["Ingest data", "A\u00a0b ü ›"],
      parents: [-1, 0, 1],
      tabs: [1],
      names: ["Data in"],
      weight: 10,
      rank: -5,
    };
    const id = encodePlaces(places);
    expect(id).toBe(
      '[["Ingest\\u0020data","A\\u00a0b\\u0020ü\\u0020›"],[-1,0,1],[1],["Data\\u0020in"],10,-5]',
    );
    expect(decodePlaces(id)).toEqual(places);
  });

  test.each(["", "x", "{}", "[]", "[[1],[],[],[],0,0]", '[[],["a"],[],[],0,0]', "[[],[],[],[]]"])(
    "%j holds none",
    (id) => {
      expect(decodePlaces(id)).toBeUndefined();
    },
  );
});

describe("a record", () => {
  test("is a small document with title, places, text and sections, escaped", () => {
    const html = searchRecord(
      { ...PAGE, name: "Data", keywords: ["cdc"], description: "All\n about it." },
      sectionsOf(
        '<p>One &amp; two</p><h2 id="x&quot;y">X &lt;y&gt;</h2><section class="panel" id="p"><p class="panel-title">Cloud</p><pre>a &lt; b\nc</pre></section>',
      ),
      { language: "en-US" },
    );
    expect(html.split("\n")).toEqual([
      "<!doctype html>",
      '<html lang="en-US">',
      '<head><meta charset="utf-8"><title>Ingest &#60;data&#62;</title></head>',
      '<body data-pagefind-filter="section[data-section]" data-section="Guides">',
      '<h1 data-pagefind-weight="10">Ingest &#60;data&#62;</h1>',
      '<data id="[[&#34;Guides&#34;,&#34;Post\\u0020\\&#34;gres\\&#34;&#34;],[-1,0],[1],[&#34;Data&#34;,&#34;cdc&#34;],0,0]"></data>',
      '<meta data-pagefind-meta="names[content]" content="Data, cdc">',
      "<pre>All about it.",
      "One &#38; two.</pre>",
      '<h2 id="x&#34;y">X &#60;y&#62;</h2>',
      '<h4 id="p">Cloud</h4>',
      "<pre>a &#60; b",
      "c</pre>",
      "</body>",
      "</html>",
      "",
    ]);
  });

  test("is indexed as if each line had an element of its own", async () => {
    const ends = [..."aéß1_'\")$*.,;:!?…»”%#@&+=/\\|~`]}>-–(中あ٣½™°", "e\u0301", "\u{1f44b}"];
    const lines = ends.flatMap((end) => [
      { text: `Words that end in ${end}`, isCode: false },
      { text: `code ${end}`, isCode: true },
    ]);
    const record = searchRecord(PAGE, { intro: lines, sections: [] }, { language: "en" });
    const escaped = (text: string): string => text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`);
    const each = lines
      .map(({ text, isCode }) =>
        isCode ? `<pre>${escaped(text)}</pre>` : `<p>${escaped(text)}</p>`,
      )
      .join("\n");
    const [own, plain] = await Promise.all(
      [record, record.replace(/<pre>.*<\/pre>/s, () => each)].map(async (html) => {
        const run = await PagefindRun.open("en");
        await run.add("/a/", html);
        const files = await run.files();
        await run.close();
        // Names are those of contents.
        return [...files.keys()].sort();
      }),
    );
    expect(own).toEqual(plain);
    expect(record.split("<pre>")).toHaveLength(2);
  });

  test("takes the top section by name, and none for a page outside of all", () => {
    const body = (page: Parameters<typeof searchRecord>[0]): string | undefined =>
      searchRecord(page, NO_SECTIONS, { language: "en" }).split("\n")[3];
    expect(body({ ...PAGE, section: "SQL" })).toContain('data-section="SQL"');
    expect(body({ ...PAGE, trail: [] })).toBe("<body>");
  });

  test("leaves out names that say the same as the title", () => {
    const html = searchRecord({ ...PAGE, name: PAGE.title }, NO_SECTIONS, { language: "en" });
    expect(html).not.toContain("data-pagefind-meta");
  });
});
