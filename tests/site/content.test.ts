/** The content tree: what is a page, what a resource, who inherits what. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { loadSite, type Site } from "../../src/site/site.ts";
import { withSite } from "../helpers/case.ts";

const NOW = new Date("2026-11-01");

type Files = Readonly<Record<string, string>>;

function load<T>(files: Files, use: (site: Site) => T): Promise<T> {
  return withSite(files, async (root) => use(loadSite(root, NOW)));
}

function matter(fields: string): string {
  return `---\n${fields}\n---\n`;
}

/** `url title`, of pages that get a file. */
function shown({ pages }: Site): string[] {
  return pages.map(({ url, title }) => `${url} ${title}`);
}

describe("the tree", () => {
  test("a leaf bundle holds its files; only its index is a page", async () => {
    const files = {
      "content/top/index.md": matter("title: Top"),
      "content/top/notes.md": matter("title: Notes"),
      "content/top/deep/index.md": matter("title: Deep"),
      "content/top/Img.PNG": "x",
      "content/s/b/index.md": matter("title: B\nslug: other"),
      "content/s/b/sub/a.svg": "x",
      "content/s/Plain Folder/a.svg": "x",
      "content/root.txt": "x",
    };
    await load(files, (site) => {
      expect(shown(site)).toEqual(["/ Documentation", "/s/ S", "/s/other/ B", "/top/ Top"]);
      expect(site.diagnostics.map(headline)).toEqual([]);
      expect([...site.files].sort()).toEqual([
        "/root.txt",
        "/s/other/sub/a.svg",
        "/s/plain-folder/a.svg",
        "/top/Img.PNG",
      ]);
    });
  });

  test("resources go with a page that is not built, or that keeps them", async () => {
    const files = {
      "content/s/draft/index.md": matter("title: D\ndraft: true"),
      "content/s/draft/a.svg": "x",
      "content/s/kept/index.md": matter("title: K\nbuild:\n  publishResources: false"),
      "content/s/kept/a.svg": "x",
    };
    await load(files, ({ files: found }) => expect([...found]).toEqual([]));
  });

  test("dot files, backups and other formats are no pages", async () => {
    const files = {
      "content/.hidden.md": "x",
      "content/.git/a.md": "x",
      "content/a.md~": "x",
      "content/a.html": "x",
      "content/b.markdown": matter("title: B"),
    };
    await load(files, (site) => expect(shown(site)).toEqual(["/ Documentation", "/b/ B"]));
  });

  test("titles come from front matter, the first line's heading, the file's name", async () => {
    const files = {
      "content/a.md": "# A *title* {#id}\n\nText.\n",
      "content/b-c.md": "Text.\n\n# Not the title\n",
      "content/d.md": "```sh\n# comment\n```\n",
      "content/e.md": `${matter("linkTitle: Short\ntitle: Long")}# Other\n`,
    };
    await load(files, (site) => {
      expect(site.pages.map(({ title, linkTitle }) => `${title}|${linkTitle}`)).toEqual([
        "Documentation|Documentation",
        "A *title*|A *title*",
        "B C|B C",
        "D|D",
        "Long|Short",
      ]);
    });
  });

  test("url takes tokens; a file is named by its dot", async () => {
    const files = {
      "content/posts/My Note.md": matter(
        "title: A note\ndate: 2026-02-03\nurl: /:year/:month/:day/:slug/:unknown/",
      ),
      "content/posts/b.md": matter("title: B\nurl: v1.2/:contentbasename"),
    };
    await load(files, (site) => {
      expect(shown(site)).toEqual([
        "/ Documentation",
        "/2026/02/03/a-note/:unknown/ A note",
        "/posts/ Posts",
        "/v1.2/b B",
      ]);
    });
  });
});

describe("symbolic links", () => {
  test("inside of the site are followed; others are told", async () => {
    await withSite({ "content/a.md": matter("title: A"), "shared/s.md": "" }, async (root) => {
      const outside = join(root, "..", `outside-${process.pid}.md`);
      writeFileSync(outside, "x");
      mkdirSync(join(root, "content/deep"));
      symlinkSync(join(root, "shared"), join(root, "content/linked"));
      symlinkSync(outside, join(root, "content/secret.md"));
      symlinkSync(join(root, "nothing"), join(root, "content/broken.md"));
      symlinkSync(join(root, "content"), join(root, "content/deep/loop"));
      const site = loadSite(root, NOW);
      expect(site.allPages.map(({ path }) => path)).toEqual([
        "content/_index",
        "content/a.md",
        "content/linked/_index",
        "content/linked/s.md",
      ]);
      expect(site.diagnostics.map(headline)).toEqual([
        "content/broken.md:1:1: error: Unexpected symbolic link, expected one to a file that exists [content-unreadable]",
        "content/deep/loop:1:1: error: Unexpected symbolic link, expected one that does not lead back to itself [content-unreadable]",
        "content/secret.md:1:1: error: Unexpected symbolic link, expected one that stays inside of the site [content-unreadable]",
      ]);
    });
  });
});

test("bytes that are not UTF-8 are told with their place", async () => {
  await withSite({ "content/_index.md": "" }, async (root) => {
    const bytes = Buffer.from("---\ntitle: A\n---\nna\u00efve", "latin1");
    writeFileSync(join(root, "content/a.md"), bytes);
    expect(loadSite(root, NOW).diagnostics.map(headline)).toEqual([
      "content/a.md:4:3: error: Unexpected bytes that are not UTF-8, expected a text file in UTF-8 [content-encoding]",
    ]);
  });
});

describe("cascades", () => {
  function audience({ allPages }: Site): Record<string, unknown> {
    return Object.fromEntries(
      allPages.map(({ path, frontMatter }) => [
        path.replace("content/", ""),
        frontMatter.params.audience,
      ]),
    );
  }

  test("own value, own cascade, nearest section, configuration", async () => {
    const files = {
      "hugo.yaml": "cascade:\n  audience: site\n",
      "content/_index.md": matter("title: Home"),
      "content/a/_index.md": matter("title: A\ncascade:\n  params:\n    audience: a"),
      "content/a/b/_index.md": matter("title: B\naudience: own\ncascade:\n  audience: b"),
      "content/a/b/c.md": matter("title: C"),
      "content/a/d.md": matter("title: D\nparams:\n  audience: own"),
      "content/a/e.md": matter("title: E\ncascade:\n  audience: e"),
      "content/f.md": matter("title: F"),
    };
    await load(files, (site) => {
      expect(audience(site)).toEqual({
        "_index.md": "site",
        "a/_index.md": "a",
        "a/b/_index.md": "own",
        "a/b/c.md": "b",
        "a/d.md": "own",
        "a/e.md": "e",
        "f.md": "site",
      });
    });
  });

  test("targets are globs over paths and kinds; the first that fits counts", async () => {
    const cascade = [
      "title: A",
      "cascade:",
      "  - audience: sections",
      "    target: {kind: section}",
      "  - audience: dev",
      "    target: {environment: development}",
      "  - audience: one",
      "    _target: {path: '/a/{x,y z}'}",
      "  - audience: rest",
      "    target: {path: '/A/**'}",
    ];
    const files = {
      "content/a/_index.md": matter(cascade.join("\n")),
      "content/a/x.md": matter("title: X"),
      "content/a/x/q.md": matter("title: Q"),
      "content/b.md": matter("title: B"),
    };
    await load(files, (site) => {
      expect(audience(site)).toMatchObject({
        "a/_index.md": "sections",
        "a/x.md": "one",
        "a/x/q.md": "rest",
        "b.md": undefined,
      });
    });
  });

  test("any field is handed down, with its place where it is written", async () => {
    const files = {
      "content/a/_index.md": matter("title: A\ncascade:\n  weight: 7\n  draft: perhaps"),
      "content/a/p.md": matter("title: P"),
      "content/a/q.md": matter("title: Q\nweight: 1"),
    };
    await load(files, (site) => {
      const weights = site.pages.map(({ path, frontMatter }) => `${path} ${frontMatter.weight}`);
      expect(weights.slice(1)).toEqual([
        "content/a/_index.md 7",
        "content/a/p.md 7",
        "content/a/q.md 1",
      ]);
      expect(site.diagnostics.map(headline)).toEqual([
        'content/a/_index.md:5:10: error: Unexpected "perhaps" in "draft", expected true or false [front-matter-type]',
      ]);
    });
  });
});

describe("addresses", () => {
  test("a generated section gives way in what is told", async () => {
    const files = { "content/a.md": matter("title: A"), "content/a/b.md": matter("title: B") };
    await load(files, (site) => {
      expect(site.diagnostics.map(headline)).toEqual([
        "content/a.md:1:1: error: Unexpected second page at /a/, content/a/_index has that address [page-url-clash]",
      ]);
    });
  });

  test("aliases are those of published pages, relative ones beside the page", async () => {
    const files = {
      "content/a/b.md": matter("title: B\naliases: [old, /x.html, /y]"),
      "content/a/hidden.md": matter("title: H\nbuild: {render: never}\naliases: [/z/]"),
    };
    await load(files, (site) => {
      expect([...site.aliases].map(([url, page]) => `${url} ${page.url}`)).toEqual([
        "/a/old/ /a/b/",
        "/x.html /a/b/",
        "/y/ /a/b/",
      ]);
    });
  });
});
