/** Hugo's rules for addresses, sections, menus, drafts and what is handed down. */
import { describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { loadSite, type Site } from "../../src/site/site.ts";
import type { NavBranch } from "../../src/site/types.ts";
import { aliasUrl, pageUrl } from "../../src/site/urls.ts";
import { withSite } from "../helpers/case.ts";

const SETTINGS = { disablePathToLower: false, uglyURLs: false };

function load(files: Record<string, string>, use: (site: Site) => void): Promise<void> {
  return withSite(files, async (root) => use(loadSite(root, new Date("2026-11-01"))));
}

function matter(fields: string, body = ""): string {
  return `---\n${fields}\n---\n${body}`;
}

describe("addresses", () => {
  test.each([
    ["guides/My First.md", {}, "/guides/my-first/"],
    ["_index.md", { kind: "home" }, "/"],
    ["a/_index.md", { kind: "section" }, "/a/"],
    ["a/leaf/index.md", {}, "/a/leaf/"],
    ["a/b.md", { slug: "-other-" }, "/a/other/"],
    ["a/b.md", { url: "/X/Y" }, "/X/Y/"],
    ["a/b.md", { url: "/v1.2/a" }, "/v1.2/a"],
    ["a/b.md", { url: "/v1.2/a/" }, "/v1.2/a/"],
    ["a/c#?!.md", {}, "/a/c%23/"],
    ["a/2024.01-x.md", {}, "/a/2024.01-x/"],
    ["Ä/é.md", {}, "/ä/é/"],
    ["a/ b  - c .md", {}, "/a/-b-c/"],
    ["a/100%25 x².md", {}, "/a/100%25-x/"],
    ["a/50% off.md", {}, "/a/50-off/"],
    ["a/???.md", {}, "/a/"],
    ["a/b.md", { slug: "C d/E" }, "/a/c-d/e/"],
    ["a/b.md", { slug: "---" }, "/a/b/"],
    ["a/b.md", { url: "x?y#z" }, "/x%3Fy%23z/"],
    ["a/b.md", { url: "//x//y" }, "/x/y/"],
    ["a/_index.md", { kind: "section", slug: "other" }, "/a/"],
  ] as const)("%s %j → %s", (path, parts, url) => {
    const base = { path, kind: "page", slug: undefined, url: undefined } as const;
    expect(pageUrl({ ...base, ...parts }, SETTINGS)).toBe(url);
  });

  test("ugly ones name files, sections keep folders", () => {
    const ugly = { ...SETTINGS, uglyURLs: true };
    const page = { slug: undefined, url: undefined };
    expect(pageUrl({ ...page, path: "a/b.md", kind: "page" }, ugly)).toBe("/a/b.html");
    expect(pageUrl({ ...page, path: "a/_index.md", kind: "section" }, ugly)).toBe("/a/");
    const some = { ...SETTINGS, uglySections: ["a"] };
    expect(pageUrl({ ...page, path: "a/b.md", kind: "page" }, some)).toBe("/a/b.html");
    expect(pageUrl({ ...page, path: "c/b.md", kind: "page" }, some)).toBe("/c/b/");
  });

  test.each([
    ["/x", "/x/"],
    ["old", "/a/old/"],
    ["../old", "/old/"],
    ["/x.html", "/x.html"],
    ["", "it is empty"],
    ["/", "it is the home page"],
    ["../../up", "it leaves the site"],
    ["a\\b", "it has characters that no address has"],
    ["//x//./y/", "/x/y/"],
  ])("alias %j of /a/b/ → %s", (alias, expected) => {
    const found = aliasUrl(alias, "/a/b/");
    expect(found.ok ? found.url : found.reason).toBe(expected);
  });
});

describe("pages", () => {
  test("sections are made for top folders; drafts, future and expired pages are left out", async () => {
    const files = {
      "content/guide/a.md": matter("title: A"),
      "content/guide/deep/b.md": matter("title: B"),
      "content/guide/draft.md": matter("title: D\ndraft: true"),
      "content/guide/future.md": matter("title: F\ndate: 2099-01-01"),
      "content/guide/expired.md": matter("title: E\nexpiryDate: 2020-01-01"),
      "content/guide/plain.md": "# From the text\n\nWords.\n",
    };
    await load(files, (site) => {
      expect(site.pages.map(({ url, title }) => `${url} ${title}`)).toEqual([
        "/ Documentation",
        "/guide/ Guide",
        "/guide/a/ A",
        "/guide/deep/b/ B",
        "/guide/plain/ From the text",
      ]);
      const guide = site.pages.find(({ url }) => url === "/guide/");
      expect(site.sections.children(guide ?? site.home).map(({ title }) => title)).toEqual([
        "A",
        "B",
        "From the text",
      ]);
    });
  });

  test("headless and cascading build options keep pages for others to read", async () => {
    const files = {
      "content/headless/_index.md": matter(
        "title: H\nbuild:\n  render: never\n  list: never\ncascade:\n  build:\n    render: never\n    list: never",
      ),
      "content/headless/part.md": matter("title: Part"),
      "content/alone.md": matter("title: Alone\nheadless: true"),
    };
    await load(files, (site) => {
      expect(site.pages.map(({ path }) => path)).toEqual(["content/_index"]);
      expect(site.allPages.map(({ path }) => path)).toContain("content/headless/part.md");
    });
  });

  test("a cascade with a target reaches only the pages that it names; the nearest wins", async () => {
    const files = {
      "content/a/_index.md": matter(
        "title: A\ncascade:\n  - audience: all\n  - audience: few\n    _target:\n      path: /a/x/**",
      ),
      "content/a/x/_index.md": matter("title: X\ncascade:\n  audience: near"),
      "content/a/x/p.md": matter("title: P"),
      "content/a/q.md": matter("title: Q\naudience: own"),
      "content/a/r.md": matter("title: R"),
    };
    await load(files, (site) => {
      const audience = (url: string): unknown =>
        site.pages.find((page) => page.url === url)?.frontMatter.params.audience;
      expect([audience("/a/x/p/"), audience("/a/q/"), audience("/a/r/")]).toEqual([
        "near",
        "own",
        "all",
      ]);
    });
  });

  test("front matter reads YAML, TOML and JSON alike", async () => {
    const files = {
      "content/y.md": matter("Title: 1.10\nWeight: 3\nparams:\n  Deep:\n    Key: v"),
      "content/t.md": '+++\ntitle = "T"\nweight = 3\n[params]\nDeep = { Key = "v" }\n+++\nText.\n',
      "content/j.md":
        '{ "title": "J", "weight": 3, "params": { "Deep": { "Key": "v" } } }\nText.\n',
      "content/none.md": "{{< note >}}Text.{{< /note >}}\n",
    };
    await load(files, (site) => {
      expect(site.diagnostics.map(headline)).toEqual([]);
      for (const name of ["y", "t", "j"]) {
        const page = site.pages.find(({ url }) => url === `/${name}/`);
        expect(page?.frontMatter).toMatchObject({ weight: 3, params: { deep: { key: "v" } } });
      }
      expect(site.pages.find(({ url }) => url === "/y/")?.title).toBe("1.10");
    });
  });
});

describe("menus", () => {
  const files = {
    "hugo.toml": '[[menus.main]]\nidentifier = "top"\nname = "Top"\nweight = 5\npageRef = "/g"\n',
    "content/g/_index.md": matter("title: G"),
    "content/g/a.md": matter("title: A\nmenu:\n  main:\n    parent: top\n    weight: 20"),
    "content/g/b.md": matter(
      "title: B\nmenus:\n  main:\n    parent: top\n    weight: 10\n    name: Bee\n    identifier: b",
    ),
    "content/g/c.md": matter("title: C\nmenu:\n  main:\n    parent: b"),
    "content/g/d.md": matter("title: D\nmenu: [main, other]"),
    "content/g/e.md": matter("title: E\nmenu: main\nweight: 1"),
  };

  function shown(items: readonly NavBranch[]): unknown[] {
    return items.map(({ name, isCurrent, isOpen, hasChildren, children }) => [
      `${name}${isCurrent ? "*" : ""}${isOpen ? "" : hasChildren ? "+" : ""}`,
      ...(children.length > 0 ? [shown(children)] : []),
    ]);
  }

  test("stand by weight, name, identifier, with parents from settings and pages", async () => {
    await load(files, (site) => {
      expect(site.navigation.items.map(({ name }) => name)).toEqual(["E", "Top", "D"]);
      const page = site.pages.find(({ url }) => url === "/g/c/") ?? site.home;
      const navigation = site.navigation.forPage(page, [], (url) => url);
      expect(shown(navigation.items)).toEqual([["E"], ["Top", [["Bee", [["C*"]]], ["A"]]], ["D"]]);
    });
  });

  test("a group without a page below it is not shown", async () => {
    const settings =
      "menus:\n  main:\n    - {name: Empty, identifier: x}\n    - {name: Inner, parent: x}\n";
    await load({ ...files, "data/site.yml": settings }, (site) => {
      expect(site.navigation.items.map(({ name }) => name)).not.toContain("Empty");
    });
    await load(
      { "content/_index.md": "", "content/a.md": "", "data/site.yml": settings },
      (site) => {
        expect(site.navigation.items.map(({ name }) => name)).toEqual(["A"]);
      },
    );
  });

  test("a page shows its own branch and the tops of the others", async () => {
    await load(files, (site) => {
      const page = site.pages.find(({ url }) => url === "/g/e/") ?? site.home;
      expect(shown(site.navigation.forPage(page, [], (url) => url).items)).toEqual([
        ["E*"],
        ["Top+"],
        ["D"],
      ]);
    });
  });

  test("give the order of reading", async () => {
    await load(files, (site) => {
      const page = site.pages.find(({ url }) => url === "/g/c/") ?? site.home;
      const { previous, next } = site.navigation.neighbours(page);
      expect([previous?.title, next?.title]).toEqual(["B", "A"]);
    });
  });

  test("with parents in a circle are told, and nothing hangs", async () => {
    const circle = {
      "content/a.md": matter("title: A\nmenu:\n  main:\n    identifier: a\n    parent: b"),
      "content/b.md": matter("title: B\nmenu:\n  main:\n    identifier: b\n    parent: a"),
    };
    await load(circle, (site) => {
      expect(site.diagnostics.map(headline)).toEqual([
        'content/a.md:6:13: warning: Unexpected parent "b", which stands below "a" itself [menu-parent]',
        'content/b.md:6:13: warning: Unexpected parent "a", which stands below "b" itself [menu-parent]',
      ]);
      expect(site.navigation.items).toHaveLength(2);
    });
  });

  test("a site without one is navigated by its sections", async () => {
    await load(
      { "content/s/_index.md": matter("title: S"), "content/s/p.md": matter("title: P") },
      (site) => {
        const page = site.pages.find(({ url }) => url === "/s/p/") ?? site.home;
        const above = site.sections.ancestors(page);
        expect(shown(site.navigation.forPage(page, above, (url) => url).items)).toEqual([
          ["S", [["P*"]]],
        ]);
      },
    );
  });
});
