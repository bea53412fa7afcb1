/** The commands as a whole: exit codes, what they print, what they leave behind. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { withSite } from "../helpers/case.ts";
import { inRepository } from "../helpers/repository.ts";

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function waymark(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRepository("src/launch.mjs"), ...args],
    {
      encoding: "utf8",
      cwd: inRepository(),
    },
  );
  return { code: status, out: stdout, err: stderr };
}

const GOOD = {
  "hugo.toml": 'title = "Little docs"\nbaseURL = "https://docs.example/base/"\n',
  "content/_index.md": "---\ntitle: Home\n---\nWelcome to [the guide](/guide/first/).\n",
  "content/guide/_index.md": "---\ntitle: Guide\n---\n",
  "content/guide/first.md":
    '---\ntitle: First\naliases: [/old/first/, /old/a.html]\n---\n{{< note >}}Text.{{< /note >}}\n\n{{% include-example file="demo" example="a" %}}\n',
  "data/demo.yml": "- name: a\n  description: Run this.\n  code: SELECT 1;\n",
  "static/robots.txt": "User-agent: *\n",
};

describe("build", () => {
  test("writes pages, redirects, static files and the search index below the base path", async () => {
    await withSite(GOOD, async (root) => {
      const out = join(root, "out");
      const { code, err } = waymark("build", "--site", root, "--out", out);
      expect(err).toContain("no errors, no warnings");
      expect(code).toBe(0);
      const page = readFileSync(join(out, "guide/first/index.html"), "utf8");
      expect(page).toContain("Run this.");
      expect(page).toContain('lang="en"');
      const home = readFileSync(join(out, "index.html"), "utf8");
      expect(home).toContain('href="/base/guide/first/"');
      for (const [alias, file] of [
        ["/old/first/", "old/first/index.html"],
        ["/old/a.html", "old/a.html"],
      ] as const) {
        const redirect = readFileSync(join(out, file), "utf8");
        expect(redirect).toContain(`<title>${alias} has moved</title>`);
        expect(redirect).toContain('content="0; url=/base/guide/first/"');
        expect(redirect).toContain('href="https://docs.example/base/guide/first/"');
      }
      expect(existsSync(join(out, "robots.txt"))).toBe(true);
      expect(existsSync(join(out, "404.html"))).toBe(true);
      const index = readdirSync(join(out, "pagefind"));
      expect(index).toContain("pagefind.js");
      expect(index.filter((name) => /ui|highlight|playground/.test(name))).toEqual([]);
      // Nothing is left beside the output.
      expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
    });
  });

  test("fails with all errors, exit code 1, and leaves the last output as it was", async () => {
    const broken = {
      ...GOOD,
      "content/guide/second.md":
        "---\ntitle: Second\n---\n{{< noet >}}x{{< /noet >}}\n\n[dead](/nowhere/)\n",
      "content/guide/third.md":
        '---\ntitle: Third\n---\n{{% include-example file="demo" example="b" %}}\n',
    };
    await withSite(broken, async (root) => {
      const out = join(root, "out");
      mkdirSync(out);
      writeFileSync(join(out, "index.html"), "as it was");
      const { code, err } = waymark("build", "--site", root, "--out", out);
      expect(code).toBe(1);
      expect(err).toContain('content/guide/second.md:4:5: error: Unexpected shortcode "noet"');
      expect(err).toContain('did you mean "note"?');
      expect(err).toContain("content/guide/second.md:6:8: error:");
      expect(err).toContain("content/guide/third.md:4:");
      expect(readdirSync(out)).toEqual(["index.html"]);
      expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
    });
  });
});

describe("other commands", () => {
  test("check writes nothing and says what is wrong, as text, JSON and annotations", async () => {
    const files = { ...GOOD, "content/bad.md": "---\ntitle: Bad\n---\n[dead](/nowhere/)\n" };
    await withSite(files, async (root) => {
      const text = waymark("check", "--site", root);
      expect(text.code).toBe(1);
      expect(text.out).toContain("content/bad.md:4:8: error:");
      const json = waymark("check", "--site", root, "--format", "json");
      expect(JSON.parse(json.out)).toMatchObject([
        { file: "content/bad.md", line: 4, column: 8, id: "link-missing" },
      ]);
      const github = waymark("check", "--site", root, "--format", "github");
      expect(github.out).toMatch(/^::error file=content\/bad\.md,line=4,/);
      // In a repository that has the site in a folder, annotations count from its root.
      const above = spawnSync(
        process.execPath,
        [inRepository("src/launch.mjs"), "check", "--site", root, "--format", "github"],
        { encoding: "utf8", cwd: dirname(root) },
      );
      expect(above.stdout).toContain(`::error file=${basename(root)}/content/bad.md,line=4,`);
      expect(existsSync(join(root, "dist"))).toBe(false);
    });
  });

  test("render prints one article in each form", async () => {
    await withSite(GOOD, async (root) => {
      const render = (to: string): Ran =>
        waymark("render", "content/guide/first.md", "--site", root, "--to", to);
      expect(render("html").out).toContain('<aside class="note"');
      expect(render("markdown").out).toContain("```mzsql\nSELECT 1;\n```");
      expect(JSON.parse(render("mdast").out)).toMatchObject({ type: "root" });
      expect(JSON.parse(render("shortcodes").out)).toMatchObject({
        nodes: [
          { type: "call", name: "note" },
          { type: "text" },
          { type: "call", name: "include-example" },
          { type: "text" },
        ],
      });
    });
  });

  test("where lists the uses of an entry, a file and a shortcode", async () => {
    await withSite(GOOD, async (root) => {
      const where = (name: string): string => waymark("where", name, "--site", root).out;
      const entry = [
        "entry data/demo.yml#a (data/demo.yml:1:3)",
        "└─ content/guide/first.md:7:1",
        "Used by 1 page.\n",
      ];
      expect(where("demo")).toBe(entry.join("\n"));
      expect(where("data/demo.yml#a")).toBe(entry.join("\n"));
      expect(where("note")).toBe(
        "shortcode note\n└─ content/guide/first.md:5:1\nUsed by 1 page.\n",
      );
      expect(where("tip")).toBe("shortcode tip\nNothing uses it.\n");
      const { code, err } = waymark("where", "demmo", "--site", root);
      expect(err).toContain('Unexpected name "demmo"');
      expect(err).toContain('did you mean "demo"');
      expect(code).toBe(2);
    });
  });

  test("where shows the way from a snippet to its pages, and from a page to its snippets", async () => {
    const files = {
      "content/a.md": '{{% outer %}}\n\n{{< yaml-table data="rows" >}}\n',
      "content/b.md": "Text.\n\n{{% outer %}}\n",
      "data/partials/outer.md": 'Outer.\n\n{{% include-from-yaml data="texts" name="inner" %}}\n',
      "data/texts.yml": "- name: inner\n  content: Inner.\n- name: lone\n  content: Lone.\n",
      "data/rows.yml": "- k: v\n",
    };
    await withSite(files, async (root) => {
      const where = (...args: string[]): string => waymark("where", ...args, "--site", root).out;
      expect(where("texts").split("\n")).toEqual([
        "entry data/texts.yml#inner (data/texts.yml:1:3)",
        "└─ data/partials/outer.md:3:1",
        "   ├─ content/a.md:1:1",
        "   └─ content/b.md:3:1",
        "Used by 2 pages.",
        "",
        "entry data/texts.yml#lone (data/texts.yml:3:3)",
        "Nothing uses it.",
        "",
      ]);
      expect(where("/a/").split("\n")).toEqual([
        "page content/a.md",
        "It uses:",
        "├─ content/a.md:1:1 partial data/partials/outer.md",
        "│  └─ data/partials/outer.md:3:1 entry data/texts.yml#inner",
        "└─ content/a.md:3:1 data data/rows.yml",
        "",
      ]);
      expect(JSON.parse(where("inner", "--json"))).toEqual({
        name: "inner",
        things: [
          {
            kind: "entry",
            target: "data/texts.yml#inner",
            file: "data/texts.yml",
            line: 1,
            column: 3,
            pages: ["content/a.md", "content/b.md"],
            users: [
              {
                file: "data/partials/outer.md",
                line: 3,
                column: 1,
                within: "data/partials/outer.md",
                users: [
                  { file: "content/a.md", line: 1, column: 1, within: "content/a.md", users: [] },
                  { file: "content/b.md", line: 3, column: 1, within: "content/b.md", users: [] },
                ],
              },
            ],
          },
        ],
      });
    });
  });

  test.each([
    [["brew"], "Unexpected command"],
    [["build", "--stie", "x"], "--stie"],
    [["build", "--site", "/no/such/folder"], "expected a folder"],
    [["check", "--format", "xml"], "expected text, json, github"],
    [["render"], "Expected one FILE"],
    [["render", "no-such.md"], "expected a file"],
    [["where"], "Expected one NAME"],
    [["check", "--dry-run"], "Expected --fix with --dry-run."],
  ])("called wrongly: %j gives exit code 2", (args, message) => {
    const { code, err } = waymark(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

test("check --fix mends links in pages, data and partials, byte for byte, and once", async () => {
  const page =
    '\ufeff---\r\ntitle: Page\r\n---\r\n[a](/guide//first/)  \r\n[b](/old/first/?x=1) [c](/Guide/First/)\r\n\r\n{{% include-example file="links" example="a" %}}\r\n\r\n{{% part %}}';
  const data = '- name: a\n  description: "\\u0041 [x](/Guide/first/) [y](\\u002Fold/first/)"\n';
  const files = {
    ...GOOD,
    "content/page.md": page,
    "data/links.yml": data,
    "data/partials/part.md": "<a href='/old/first/'>/old/first/</a>\n",
    "content/kept.md":
      "<!-- waymark-ignore link-redirected: shows an alias -->\n[a](/old/first/)\n",
  };
  await withSite(files, async (root) => {
    const read = (path: string): string => readFileSync(join(root, path), "utf8");
    const fix = (...args: string[]): Ran => waymark("check", "--site", root, "--fix", ...args);
    const dry = fix("--dry-run");
    expect(dry.err).toBe("Would fix 5 places in 3 files. Nothing was written.\n");
    expect(dry.out.split("\n").filter((line) => /^[-+]/.test(line))).toEqual([
      "--- a/content/page.md",
      "+++ b/content/page.md",
      "-[a](/guide//first/)  \r",
      "-[b](/old/first/?x=1) [c](/Guide/First/)\r",
      "+[a](/guide/first/)  \r",
      "+[b](/guide/first/?x=1) [c](/guide/first/)\r",
      "--- a/data/links.yml",
      "+++ b/data/links.yml",
      '-  description: "\\u0041 [x](/Guide/first/) [y](\\u002Fold/first/)"',
      '+  description: "\\u0041 [x](/guide/first/) [y](\\u002Fold/first/)"',
      "--- a/data/partials/part.md",
      "+++ b/data/partials/part.md",
      "-<a href='/old/first/'>/old/first/</a>",
      "+<a href='/guide/first/'>/old/first/</a>",
    ]);
    expect(read("content/page.md")).toBe(page);

    const fixed = fix();
    expect(fixed.err).toBe("Fixed 5 places in 3 files.\n");
    // An escape in YAML is no exact place: it is told, and left to the author.
    expect(fixed.out.match(/\[link-(?:slashes|case|redirected)\]/g)).toEqual(["[link-redirected]"]);
    const mended = page
      .replace("/guide//first/", "/guide/first/")
      .replace("/old/first/?x", "/guide/first/?x")
      .replace("/Guide/First/", "/guide/first/");
    expect(read("content/page.md")).toBe(mended);
    expect(read("data/links.yml")).toBe(data.replace("/Guide/", "/guide/"));
    expect(read("content/kept.md")).toBe(files["content/kept.md"]);
    expect(fix().err).toBe("Fixed 0 places in 0 files.\n");
    expect(read("content/page.md")).toBe(mended);
  });
});

test("a command ends quietly when its reader has seen enough", async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => `{{< none${at} >}}\n`).join("\n");
  await withSite({ ...GOOD, "content/long.md": lines }, async (root) => {
    const command = `"${process.execPath}" src/launch.mjs check --site "${root}" | head -n 1`;
    const shell = { encoding: "utf8", cwd: inRepository() } as const;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], shell);
    expect(stdout).toBe("content/long.md: 3000 errors\n");
    expect(stderr).toBe("");
  });
});
