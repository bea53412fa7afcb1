/** Menus of the configuration, sections and pages; the order of reading. */
import { describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import type { MenuItem } from "../../src/site/menus.ts";
import { loadSite, type Site } from "../../src/site/site.ts";
import { withSite } from "../helpers/case.ts";

type Files = Readonly<Record<string, string>>;

function load(files: Files, use: (site: Site) => void): Promise<void> {
  return withSite(files, async (root) => use(loadSite(root, new Date("2026-11-01"))));
}

function matter(fields: string): string {
  return `---\n${fields}\n---\n`;
}

/** `name url`, children in brackets. */
function shown(items: readonly MenuItem[] = []): string {
  return items
    .map(({ name, url, children }) => {
      const below = children.length === 0 ? "" : ` [${shown(children)}]`;
      return `${name} ${url ?? "-"}${below}`;
    })
    .join(", ");
}

describe("menus", () => {
  test("pageRef names a page by path, file or address; its values fill the entry", async () => {
    const files = {
      "hugo.yaml": [
        "menus:",
        "  main:",
        "    - {pageRef: /g, url: /lost/}",
        "    - {pageRef: g/Page One.md, weight: 1}",
        "    - {pageRef: g/two, name: Two!}",
        "    - {name: Out, url: 'https://example.com', weight: 9}",
      ].join("\n"),
      "content/g/_index.md": matter("title: Guides\nweight: 5"),
      "content/g/Page One.md": matter("title: One"),
      "content/g/two.md": matter("title: Two\nweight: 7"),
    };
    await load(files, ({ menus, diagnostics }) => {
      expect(diagnostics.map(headline)).toEqual([]);
      expect(shown(menus.get("main"))).toBe(
        "One /g/page-one/, Guides /g/, Two! /g/two/, Out https://example.com",
      );
    });
  });

  test("sectionPagesMenu has the top sections; the configuration goes first", async () => {
    const files = {
      "hugo.yaml":
        "sectionPagesMenu: main\nmenus:\n  main:\n    - {identifier: a, name: Mine, url: /a/}\n",
      "content/a/x.md": matter("title: X"),
      "content/b/_index.md": matter("title: B\nweight: 1"),
      "content/b/c/_index.md": matter("title: C"),
    };
    await load(files, ({ menus, diagnostics }) => {
      expect(shown(menus.get("main"))).toBe("B /b/, Mine /a/");
      expect(diagnostics).toEqual([]);
    });
  });

  test("only pages of every list stand in menus; each menu is its own", async () => {
    const files = {
      "content/a.md": matter("title: A\nmenu: main"),
      "content/b.md": matter("title: B\nmenu: main\nbuild: {list: local}"),
      "content/c.md": matter("title: C\nmenu: main\nheadless: true"),
      "content/d.md": matter("title: D\nmenu: foot"),
    };
    await load(files, ({ menus }) => {
      expect([...menus].map(([name, items]) => `${name}: ${shown(items)}`)).toEqual([
        "main: A /a/",
        "foot: D /d/",
      ]);
    });
  });

  test("unknown parents, also in the configuration, become entries and are told", async () => {
    const files = {
      "hugo.yaml":
        "menus:\n  main:\n    - {identifier: guides, name: G}\n    - {name: X, parent: gudies}\n",
      "content/a.md": matter("title: A\nmenu: {main: {parent: gudies}}"),
    };
    await load(files, ({ menus, diagnostics }) => {
      expect(shown(menus.get("main"))).toBe("G -, gudies - [A /a/, X -]");
      const message = 'Unexpected parent "gudies", expected the identifier of a menu entry';
      expect(diagnostics.map(headline)).toEqual([
        `content/a.md:3:23: warning: ${message}; did you mean "guides"? [menu-parent]`,
        `hugo.yaml:4:25: warning: ${message}; did you mean "guides"? [menu-parent]`,
      ]);
    });
  });

  test("what hangs on a circle is kept", async () => {
    const entry = (id: string, parent: string): string =>
      matter(`title: ${id}\nmenu: {main: {identifier: ${id}, parent: ${parent}}}`);
    const files = {
      "content/a.md": entry("a", "b"),
      "content/b.md": entry("b", "a"),
      "content/c.md": entry("c", "a"),
      "content/d.md": entry("d", "d"),
    };
    await load(files, ({ menus, diagnostics }) => {
      expect(shown(menus.get("main"))).toBe("a /a/ [c /c/], b /b/, d /d/");
      expect(diagnostics.map(({ id, span }) => `${span.source.path} ${id}`)).toEqual([
        "content/a.md menu-parent",
        "content/b.md menu-parent",
        "content/d.md menu-parent",
      ]);
    });
  });
});

describe("reading", () => {
  test("pages outside of the menu have the neighbours of their section that are outside too", async () => {
    const files = {
      "content/s/_index.md": matter("title: S\nmenu: main"),
      "content/s/a.md": matter("title: A\nweight: 3"),
      "content/s/b.md": matter("title: B\nweight: 2\nmenu: main"),
      "content/s/c.md": matter("title: C\nweight: 1"),
      "content/t/d.md": matter("title: D"),
    };
    await load(files, (site) => {
      const around = (path: string): string => {
        const page = site.pages.find((candidate) => candidate.path === path) ?? site.home;
        const { previous, next } = site.navigation.neighbours(page);
        return `${previous?.title ?? "-"} ${next?.title ?? "-"}`;
      };
      expect(around("content/s/_index.md")).toBe("B -");
      expect(around("content/s/b.md")).toBe("- S");
      expect(around("content/s/c.md")).toBe("- A");
      expect(around("content/s/a.md")).toBe("C -");
      expect(around("content/t/d.md")).toBe("- -");
    });
  });

  test("a page's share of the navigation does not grow with other branches", async () => {
    const count = (size: number): Promise<number> => {
      const pages = Array.from({ length: size }, (_, i) => [
        `content/other/p${i}.md`,
        matter(`title: P${i}`),
      ]);
      const files = {
        "content/mine/a.md": matter("title: A"),
        "content/other/_index.md": matter("title: Other"),
        ...Object.fromEntries(pages),
      };
      return withSite(files, async (root) => {
        const site = loadSite(root);
        const page = site.byUrl.get("/mine/a/") ?? site.home;
        const navigation = site.navigation.forPage(page, site.sections.ancestors(page), (u) => u);
        return JSON.stringify(navigation).length;
      });
    };
    expect(await count(40)).toBe(await count(1));
  });
});
