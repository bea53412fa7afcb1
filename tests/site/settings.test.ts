/** Settings: which file says what, and the place of what none can say. */
import { describe, expect, test } from "vitest";
import { Diagnostics } from "../../src/messages/diagnostic.ts";
import { headline } from "../../src/messages/report.ts";
import { loadConfiguration } from "../../src/site/settings.ts";
import type { Settings } from "../../src/site/types.ts";
import { withSite } from "../helpers/case.ts";

type Files = Readonly<Record<string, string>>;

function load(files: Files): Promise<{ settings: Settings; lines: string[] }> {
  return withSite({ "content/_index.md": "", ...files }, async (root) => {
    const diagnostics = new Diagnostics();
    const { settings } = loadConfiguration(root, (finding) => diagnostics.add(finding));
    return { settings, lines: diagnostics.list().map(headline) };
  });
}

describe("settings", () => {
  test("have defaults", async () => {
    const { settings, lines } = await load({});
    expect(lines).toEqual([]);
    expect(settings).toEqual({
      title: "Documentation",
      description: undefined,
      baseURL: undefined,
      base: "/",
      language: "en",
      params: {},
      menu: "main",
      headerLinks: [],
      footerLinks: [],
      footerText: undefined,
      look: { accent: undefined, logo: undefined, styles: [], direction: "ltr" },
      edit: undefined,
      image: undefined,
      enableGitInfo: true,
      upstream: [],
      synonyms: [],
      placeholders: true,
      tabKeys: new Map(),
      externalLinks: { ignore: [], private: false, timeout: 20, days: 7 },
      parser: "satteri",
      printViews: true,
      buildDrafts: false,
      buildFuture: false,
      buildExpired: false,
      uglyURLs: false,
      uglySections: [],
      disablePathToLower: false,
      sectionPagesMenu: undefined,
      refLinksErrorLevel: "error",
      refLinksNotFoundURL: "",
      diagnostics: new Map(),
      manual: "",
      menus: {},
    });
  });

  test("of data/site.yml stand over the environment's, the folder's, the single file's", async () => {
    const { settings, lines } = await load({
      "data/site.yml": "title: Own\nparams: {a: own}\n",
      "config/production/params.yaml": "a: env\nb: env\n",
      "config/_default/hugo.toml": 'title = "Folder"\nlanguageCode = "de_AT"\n',
      "config/_default/params.toml": 'b = "folder"\nc = "folder"\n',
      "hugo.toml":
        'title = "Single"\ndisableKinds = ["RSS"]\nbuildDrafts = true\n[params]\nd = "single"\n',
      "config.toml": 'title = "Not read"\nbuildFuture = true\n',
    });
    expect(lines).toEqual([]);
    expect(settings).toMatchObject({
      title: "Own",
      language: "de-AT",
      buildDrafts: true,
      buildFuture: false,
      params: { a: "own", b: "env", c: "folder", d: "single" },
    });
  });

  test.each([
    ["baseURL: https://docs.example/a/b", "https://docs.example/a/b/ /a/b/"],
    ["baseURL: https://docs.example", "https://docs.example/ /"],
    ["baseURL: https://docs.example/a/\nbase: /c", "https://docs.example/a/ /c/"],
    ["baseURL: /docs", "undefined /docs/"],
    ["base: docs", "undefined /docs/"],
    ['baseURL: ""', "undefined /"],
  ])("addresses of %j", async (text, expected) => {
    const { settings, lines } = await load({ "data/site.yml": text });
    expect(lines).toEqual([]);
    expect(`${settings.baseURL} ${settings.base}`).toBe(expected);
  });

  test.each([
    [
      "parser: fast",
      '1:9: error: Unexpected "fast" in "parser", expected satteri, remark [settings-type]',
    ],
    [
      "baseURL: docs.example",
      '1:10: error: Unexpected "docs.example" in "baseURL", expected an absolute address [settings-type]',
    ],
    [
      "buildDrafts: [true]",
      '1:14: error: Unexpected list in "buildDrafts", expected true or false [settings-type]',
    ],
    [
      "header:\n  - Guides",
      '2:5: error: Unexpected "Guides" in "header", expected a map [settings-type]',
    ],
    [
      "header:\n  - name: Guides",
      '2:5: error: Unexpected item of "header" without "url", expected name and url [settings-type]',
    ],
    [
      "footer:\n  - name: A\n    url: /a/\n    ulr: /b/",
      '4:5: warning: Unexpected setting "ulr" in "footer", expected name, url; did you mean "url"? [settings-unknown]',
    ],
    [
      "upstream:\n  - prefix: /sql/\n    url: example.com",
      '3:10: error: Unexpected "example.com" in "url", expected an absolute address [settings-type]',
    ],
    [
      "menus:\n  main:\n    - name: A\n      weight: first",
      '4:15: error: Unexpected "first" in "weight", expected a whole number [settings-type]',
    ],
    [
      "menus:\n  main: top",
      '2:9: error: Unexpected "top" in "main", expected a list [settings-type]',
    ],
    [
      "search:\n  synonyms:\n    - [gcp]",
      '3:7: error: Unexpected list in "synonyms", expected a list of two names or more for the same thing [settings-type]',
    ],
    [
      "search:\n  synonyms:\n    - [gcp, {a: b}]",
      '3:7: error: Unexpected list in "synonyms", expected a list of two names or more for the same thing [settings-type]',
    ],
    [
      "search:\n  synonym: []",
      '2:3: warning: Unexpected setting "synonym" in "search", expected synonyms; did you mean "synonyms"? [settings-unknown]',
    ],
    ["- a", "1:1: error: Unexpected settings, expected keys with values [settings-syntax]"],
  ])("%j", async (text, line) => {
    const { lines } = await load({ "data/site.yml": text });
    expect(lines).toEqual([`data/site.yml:${line}`]);
  });

  test("menus are read from every form of the configuration", async () => {
    const { settings, lines } = await load({
      "data/site.yml": "menu: side\n",
      "config/_default/menus.en.toml":
        '[[Side]]\nname = "A"\nidentifier = "a"\nweight = 2\n[[Side]]\nname = "B"\nparent = "a"\nurl = "/b/"\n',
      "hugo.yaml": "menu:\n  main:\n    - pageRef: /c\n",
    });
    expect(lines).toEqual([]);
    expect(settings.menu).toBe("side");
    const shown = Object.entries(settings.menus).flatMap(([menu, entries]) =>
      entries.map(({ identifier, name, url, pageRef, parent, weight }) =>
        [menu, identifier, name, url, pageRef, parent, weight].map((part) => part ?? "-").join(" "),
      ),
    );
    expect(shown).toEqual(["main -  - /c - 0", "side a A - - - 2", "side - B /b/ - a 0"]);
  });

  test("Hugo's uglyURLs may name sections", async () => {
    const { settings } = await load({ "hugo.toml": "[uglyURLs]\nposts = true\nother = false\n" });
    expect([settings.uglyURLs, settings.uglySections]).toEqual([false, ["posts"]]);
  });

  test("synonyms are lists of names for one thing", async () => {
    const { settings, lines } = await load({
      "data/site.yml": "search:\n  synonyms:\n    - [GCP, Google Cloud]\n    - [9.6, old]\n",
    });
    expect(lines).toEqual([]);
    expect(settings.synonyms).toEqual([
      ["GCP", "Google Cloud"],
      ["9.6", "old"],
    ]);
  });

  test("upstream prefixes have both slashes, addresses none at the end", async () => {
    const { settings } = await load({
      "data/site.yml": "upstream:\n  - prefix: sql\n    url: https://up.example/docs/\n",
    });
    expect(settings.upstream).toEqual([{ prefix: "/sql/", url: "https://up.example/docs" }]);
  });
});
