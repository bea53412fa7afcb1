/** Front matter's fields: what each accepts, and the place of what it does not. */
import { describe, expect, test } from "vitest";
import { Diagnostics, type Finding } from "../../src/messages/diagnostic.ts";
import { headline } from "../../src/messages/report.ts";
import { parseDate } from "../../src/site/dates.ts";
import { type PageMatter, readOwnMatter, readPageMatter } from "../../src/site/front-matter.ts";
import { Source } from "../../src/text/source.ts";

function read(text: string): { matter: PageMatter; lines: string[] } {
  const diagnostics = new Diagnostics();
  const report = (finding: Finding): void => diagnostics.add(finding);
  const own = readOwnMatter(new Source("content/a.md", text), report);
  const matter = readPageMatter([own.layer], report);
  return { matter, lines: diagnostics.list().map(headline) };
}

function yaml(fields: string): ReturnType<typeof read> {
  return read(`---\n${fields}\n---\n`);
}

describe("faults", () => {
  test.each([
    [
      "title: [a]",
      'content/a.md:2:8: error: Unexpected list in "title", expected text [front-matter-type]',
    ],
    [
      "weight: 1.5",
      'content/a.md:2:9: error: Unexpected "1.5" in "weight", expected a whole number [front-matter-type]',
    ],
    [
      "a: 1\nDraft: maybe",
      'content/a.md:3:8: error: Unexpected "maybe" in "Draft", expected true or false [front-matter-type]',
    ],
    [
      "aliases:\n  - /x/\n  - {}",
      'content/a.md:4:5: error: Unexpected map in "aliases", expected text [front-matter-type]',
    ],
    [
      "params: 3",
      'content/a.md:2:9: error: Unexpected "3" in "params", expected a map [front-matter-type]',
    ],
    [
      "build:\n  list: sometimes",
      'content/a.md:3:9: error: Unexpected "sometimes" in "list", expected always, local, never [front-matter-type]',
    ],
    [
      "url: https://example.com/a/",
      'content/a.md:2:6: error: Unexpected "https://example.com/a/" in "url", expected an address of this site: it names another host [front-matter-type]',
    ],
    [
      "slug: ../../a",
      'content/a.md:2:7: error: Unexpected "../../a" in "slug", expected an address of this site: it leaves its folder [front-matter-type]',
    ],
    [
      "date: 2026-02-30",
      'content/a.md:2:7: error: Unexpected date "2026-02-30", expected one like 2026-05-01 [front-matter-date]',
    ],
    [
      "expiryDate: [2026-02-03]",
      'content/a.md:2:13: error: Unexpected date "", expected one like 2026-05-01 [front-matter-date]',
    ],
    [
      "menu:\n  main: top",
      'content/a.md:3:9: error: Unexpected "top" in "main", expected a map of properties [front-matter-type]',
    ],
    [
      "menu:\n  main:\n    weight: heavy",
      'content/a.md:4:13: error: Unexpected "heavy" in "weight", expected a whole number [front-matter-type]',
    ],
    [
      "menu:\n  main:\n    parnet: x",
      'content/a.md:4:5: warning: Unexpected property "parnet" of a menu entry, expected identifier, name, title, url, pageRef, parent, weight, pre, post, params; did you mean "parent"? [front-matter-unknown]',
    ],
    [
      "cascade: [3]",
      'content/a.md:2:11: error: Unexpected "3" in "cascade", expected a map [front-matter-type]',
    ],
    [
      "disable_lists: true",
      'content/a.md:2:1: warning: Unexpected field "disable_lists"; it is only a parameter; did you mean "disable_list"? [front-matter-unknown]',
    ],
    [
      "cascade:\n  dratf: true",
      'content/a.md:3:3: warning: Unexpected field "dratf"; it is only a parameter; did you mean "draft"? [front-matter-unknown]',
    ],
    [
      "- a",
      "content/a.md:2:1: error: Unexpected front matter, expected fields with values [front-matter-syntax]",
    ],
  ])("%j", (fields, line) => expect(yaml(fields).lines).toEqual([line]));

  test("Org's form is refused", () => {
    expect(read("#+TITLE: x\n").lines).toEqual([
      "content/a.md:1:1: error: Unexpected front matter in Org's form, expected YAML, TOML or JSON [front-matter-syntax]",
    ]);
  });

  test("what Hugo leaves alone is left alone", () => {
    const fields = "audience: all\ndata: x\nversion: 3\ntag: y\nreleased: v1\ndisable_toc: true";
    expect(yaml(fields).lines).toEqual([]);
  });
});

describe("values", () => {
  test("scalars are cast, empty ones are not there", () => {
    const { matter, lines } = yaml('title: 1.10\ndescription: true\nlinkTitle:\nweight: "3"');
    expect(lines).toEqual([]);
    expect(matter.frontMatter).toMatchObject({
      title: "1.10",
      description: "true",
      linkTitle: undefined,
      weight: 3,
    });
  });

  test("keys have no case, at any depth; entries of params win", () => {
    const { matter } = yaml("TITLE: T\nLevel: own\nparams:\n  LEVEL: inner\n  Deep:\n    - Key: v");
    expect(matter.frontMatter.title).toBe("T");
    expect(matter.frontMatter.params).toEqual({ level: "inner", deep: [{ key: "v" }] });
  });

  test.each([
    ["", [], true],
    ["keywords: cdc", ["cdc"], true],
    ["keywords: [cdc, wal]\nsearch: false", ["cdc", "wal"], false],
    ["search: {weight: 2}", [], true],
  ])("search reads %j", (fields, keywords, isSearched) => {
    const { lines, matter } = yaml(`a: 1\n${fields}`);
    expect(lines).toEqual([]);
    expect(matter.frontMatter).toMatchObject({ keywords, isSearched });
  });

  test("a parameter may have any name", () => {
    const { params } = yaml("__proto__: x\nconstructor: y").matter.frontMatter;
    expect(Object.entries(params)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
    expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
  });

  test.each([
    ["", "always always true"],
    ["headless: true", "never never true"],
    ["build:\n  render: never", "always never true"],
    ["_build:\n  list: local\n  render: link", "local link true"],
    ["build:\n  list: false\n  render: true\n  publishResources: false", "never always false"],
    ["headless: true\nbuild:\n  render: always", "never always true"],
  ])("build rules of %j", (fields, expected) => {
    const { list, render, publishResources } = yaml(`a: 1\n${fields}`).matter.build;
    expect(`${list} ${render} ${publishResources}`).toBe(expected);
  });

  test.each([
    ["menu: main", ["main - - - -"]],
    ["menu: [main, side]", ["main - - - -", "side - - - -"]],
    ["menus: side\nmenu: main", ["side - - - -"]],
    ["menu:\n  Main:", ["main - - - -"]],
    [
      "menu:\n  main:\n    Parent: p\n    identifier: i\n    name: n\n    weight: 3",
      ["main i n p 3"],
    ],
    ["menu:\n  main:\n    title: t", ["main - t - -"]],
  ])("menu places of %j", (fields, expected) => {
    const { menus } = yaml(fields).matter;
    const shown = menus.map(({ menu, identifier, name, parent, weight }) =>
      [menu, identifier, name, parent, weight].map((part) => part ?? "-").join(" "),
    );
    expect(shown).toEqual(expected);
  });

  test.each([
    ["draft: true", true],
    ["published: false", true],
    ["published: true", false],
    ["published: 2020-01-01", false],
    ["draft: false\npublished: false", false],
  ])("%j: draft is %j", (fields, expected) => {
    const { matter, lines } = yaml(fields);
    expect(lines).toEqual([]);
    expect(matter.frontMatter.draft).toBe(expected);
  });

  test("dates fall back to each other", () => {
    const { matter } = yaml("pubdate: 2026-03-01\nmodified: 2026-04-01\nunpublishdate: 2027-01-01");
    const { frontMatter, publishDate, expiryDate } = matter;
    const dates = [frontMatter.date, frontMatter.lastmod, publishDate, expiryDate];
    expect(dates.map((date) => date?.toISOString().slice(0, 10))).toEqual([
      "2026-03-01",
      "2026-04-01",
      "2026-03-01",
      "2027-01-01",
    ]);
  });
});

describe("dates", () => {
  test.each([
    ["2026-05-01", "2026-05-01T00:00:00.000Z"],
    ["2026-05-01 10:20", "2026-05-01T10:20:00.000Z"],
    ["2026-05-01T10:20:30", "2026-05-01T10:20:30.000Z"],
    ["2026-05-01T10:20:30.25Z", "2026-05-01T10:20:30.250Z"],
    ["2026-05-01T00:20:00+02:00", "2026-04-30T22:20:00.000Z"],
    ["2026-05-01 10:20:30 -0330", "2026-05-01T13:50:30.000Z"],
    ["1 May 2026", "2026-05-01T00:00:00.000Z"],
    ["Fri, 01 May 2026 10:20:30 GMT", "2026-05-01T10:20:30.000Z"],
  ])("%s", (text, expected) => expect(parseDate(text)?.toISOString()).toBe(expected));

  test.each([
    "2026",
    "2026-13-01",
    "2026-02-29",
    "2026-05-01T25:00:00",
    "1 Foo 2026",
    "May 2026",
    "",
    "10:20",
  ])("%j is none", (text) => expect(parseDate(text)).toBeUndefined());
});
