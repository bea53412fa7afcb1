/** The manual's part on starting and writing pages says what is so: the code answers for it. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { codeLanguage, languageProblem } from "../../src/markdown/code-languages.ts";
import { headingIdOf } from "../../src/markdown/heading-ids.ts";
import { fenceOf } from "../../src/markdown/remark-fences.ts";
import { type DiagnosticId, levelOf } from "../../src/messages/catalog.ts";
import { asText } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { FRONT_MATTER } from "../../src/site/front-matter-table.ts";
import { SETTINGS } from "../../src/site/settings-table.ts";
import { loadSite } from "../../src/site/site.ts";
import type { NavItem } from "../../src/site/types.ts";
import { Source } from "../../src/text/source.ts";
import { withSite } from "../helpers/case.ts";
import { inRepository, REPOSITORY } from "../helpers/repository.ts";

const DRAWINGS = "data/manual/diagrams";

const project = await Project.open(REPOSITORY);

/** A page of the manual, resolved. */
function treeOf(name: string): Root {
  const page = project.site.pages.find(({ path }) => path === `content/authoring/${name}.md`);
  if (page?.source === undefined) throw new Error(`No page "${name}" in the manual.`);
  return project.render(page.source, page).tree;
}

/** The texts of all code blocks of a page. */
function codeOf(name: string): string[] {
  return blocksOf(name).map(({ text }) => text);
}

/** The files that a page shows, by path; the blocks of a page that have a title with a slash. */
function filesOf(name: string): Map<string, string> {
  const titled = blocksOf(name).filter(({ title }) => title.includes("/"));
  return new Map(titled.map(({ title, text }) => [title, `${text}\n`]));
}

function blocksOf(name: string): { title: string; text: string }[] {
  const blocks: { title: string; text: string }[] = [];
  visit(treeOf(name), "code", (code) => {
    blocks.push({ title: fenceOf(code).title ?? "", text: code.value.trimEnd() });
  });
  return blocks;
}

/** The rows of the tables of a page; with `id`, of those right below that heading. */
function rowsOf(name: string, id?: string): Nodes[][] {
  let heading: string | undefined;
  const rows: Nodes[][] = [];
  visit(treeOf(name), (node) => {
    if (node.type === "heading") heading = headingIdOf(node);
    if (node.type !== "table" || (id !== undefined && heading !== id)) return;
    rows.push(...node.children.slice(1).map(({ children }) => children));
  });
  return rows;
}

/** The code in a table's cell. */
function codes(cell: Nodes | undefined): string[] {
  const found: string[] = [];
  if (cell !== undefined) visit(cell, "inlineCode", ({ value }) => void found.push(value));
  return found;
}

function firstCodes(name: string, ...ids: string[]): string[] {
  return ids.flatMap((id) => rowsOf(name, id)).flatMap(([cell]) => codes(cell));
}

function waymark(...args: string[]): { code: number | null; out: string; err: string } {
  const command = [inRepository("src/launch.mjs"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    cwd: REPOSITORY,
  });
  return { code: status, out: stdout, err: stderr };
}

describe("the quick start", () => {
  const files = filesOf("quick-start");
  const shown = codeOf("quick-start").join("\n\n");

  test("makes a site that builds without a message", async () => {
    await withSite(files, async (root) => {
      const out = join(root, "out");
      const built = waymark("build", "--site", root, "--out", out);
      expect(built.code).toBe(0);
      expect(built.err).toMatch(/^Built 4 pages in .* s: no errors, no warnings\.\n$/);
      expect(shown).toContain(waymark("check", "--site", root).out.trim());
      const page = readFileSync(join(out, "guides/backup/index.html"), "utf8");
      expect(page).toMatch(/<li>\s*<p>Copy the database[\s\S]*Copied 12 tables[\s\S]*<\/li>/);
      expect(page).toContain('href="/guides/install/#get"');
    });
  });

  test("tells beforehand what is missing after the third step", async () => {
    const first = ["data/site.yml", "content/_index.md"].map(
      (path) => [path, files.get(path) ?? ""] as const,
    );
    await withSite(new Map(first), async (root) => {
      const opened = await Project.open(root);
      await opened.renderAll();
      expect(opened.diagnostics().map(asText)).toHaveLength(2);
      for (const diagnostic of opened.diagnostics()) expect(shown).toContain(asText(diagnostic));
    });
  });
});

describe("the page on commands", () => {
  const code = codeOf("commands");

  test("has the usage of each command", () => {
    const usage = waymark().err.split("\n").slice(2, -1);
    const lines = usage.map((line) => line.trim());
    expect(lines.length).toBeGreaterThan(5);
    const isUsage = (text: string): boolean => /^npm run (prepare$|\w+ -- .*\[)/.test(text);
    expect(code.filter(isUsage).sort()).toEqual(lines.sort());
  });

  test("has the exit codes", async () => {
    const codes = rowsOf("commands", "exit-codes").map(([cell]) => (cell ? textOf(cell) : ""));
    await withSite({ "content/a.md": "[b](/b/)\n", "good/content/b.md": "B\n" }, async (root) => {
      const runs = [
        waymark("check", "--site", join(root, "good")),
        waymark("check", "--site", root),
        waymark("check", "--wrong"),
      ];
      expect(runs.map(({ code }) => String(code))).toEqual(codes);
    });
  });

  test("shows what where and render print for the site of the quick start", async () => {
    await withSite(filesOf("quick-start"), async (root) => {
      const run = (...args: string[]): string => waymark(...args, "--site", root).out.trimEnd();
      for (const name of ["data/snippets/backup.yml", "snippets/backup", "run-backup"])
        expect(code).toContain(run("where", name));
      expect(code).toContain(run("where", "run-backup", "--json"));
      expect(code).toContain(run("where", "/guides/backup/"));
      const { out, code: exit } = waymark("where", "postgres-direct/before-you-begin");
      expect(exit).toBe(0);
      expect(out).toContain("partial data/partials/postgres-direct/before-you-begin.md");
      const page = join(root, "content/guides/backup.md");
      expect(code).toContain(run("render", page, "--to", "markdown"));
    });
  });

  test("shows the messages of a mistake in each format", async () => {
    const files = filesOf("quick-start");
    const path = "content/guides/backup.md";
    files.set(path, (files.get(path) ?? "").replace("#get", "#gte"));
    await withSite(files, async (root) => {
      for (const format of ["json", "github"])
        expect(code).toContain(waymark("check", "--site", root, "--format", format).out.trimEnd());
      const [text] = waymark("check", "--site", root).out.split("\n\nChecked");
      expect(code).toContain(text);
    });
  });
});

describe("the page on front matter", () => {
  test("has each field that is known, and no other", () => {
    const known = Object.keys(FRONT_MATTER);
    expect(known.length).toBeGreaterThan(20);
    const sections = ["title-and-description", "place", "addresses", "dates", "build", "params"];
    const documented = firstCodes("front-matter", ...sections, "end", "cascade", "ignored");
    const others = ["render", "list", "publishResources", "path", "kind", "environment"];
    // Parameters that layouts and search read.
    const parameters = [
      "card",
      "search",
      "pagerank",
      "disable_list",
      "disable_toc",
      "list",
      "columns",
      "list_groups",
    ];
    const inHead = ["images", "robots", "htmltitle"];
    const source = readFileSync(inRepository("src/site/url-tokens.ts"), "utf8");
    const tokens = [...source.matchAll(/case "(\w+)":/g)].map(([, name]) => `:${name}`);
    const fields = new Set([...known, ...parameters, ...inHead, ...others, ...tokens]);
    expect([...new Set(documented)].sort()).toEqual([...fields].sort());
  });

  test("has the levels of the catalog", () => {
    for (const [id, level] of rowsOf("front-matter", "diagnostics")) {
      const [name = ""] = codes(id);
      expect(level === undefined ? "" : textOf(level)).toBe(levelOf(name as DiagnosticId));
    }
  });
});

describe.each(["site", "front-matter", "menus", "links"])("the files that %s shows", (name) => {
  test("are accepted", async () => {
    for (const [path, text] of blocksOf(name).map(({ title, text }) => [title, text] as const)) {
      if (!path.includes("/")) continue;
      await withSite({ [path]: `${text}\n` }, async (root) => {
        const told = loadSite(root).diagnostics.filter(({ id }) => id !== "menu-parent");
        expect(told.map(asText)).toEqual([]);
      });
    }
  });
});

describe("the page on sites", () => {
  test("has each setting that is known, and no other", async () => {
    await withSite({ "data/site.yml": "zzzz: 1\n" }, async (root) => {
      const [unknown] = loadSite(root).diagnostics;
      const known = unknown?.message.split(", expected ")[1]?.split(", ") ?? [];
      expect(firstCodes("site", "settings").sort()).toEqual(known.sort());
    });
    const synonyms = Object.keys(SETTINGS).filter((name) => SETTINGS[name]?.isSilent);
    expect(firstCodes("site", "hugo").sort()).toEqual(synonyms.sort());
  });

  test("has the addresses of its files", async () => {
    const rows = rowsOf("site", "addresses").map((cells) => cells.flatMap(codes));
    const files = Object.fromEntries(rows.map(([path = ""]) => [path, "Text\n"]));
    await withSite(files, async (root) => {
      const urls = new Map(loadSite(root).pages.map(({ path, url }) => [path, url]));
      for (const [path = "", url] of rows) expect(urls.get(path)).toBe(url);
    });
  });
});

test("the menu of the page on menus is what its files make", async () => {
  const lines = (items: readonly NavItem[], depth = 0): string[] =>
    items.flatMap(({ name, url, children }) => [
      `${"  ".repeat(depth)}${url === undefined ? name : `${name}: ${url}`}`,
      ...lines(children, depth + 1),
    ]);
  await withSite(filesOf("menus"), async (root) => {
    expect(codeOf("menus")).toContain(lines(loadSite(root).navigation.items).join("\n"));
  });
});

test("the page on Markdown has the ids that headings get", async () => {
  const rows = rowsOf("markdown", "heading-ids").map((cells) => cells.flatMap(codes));
  expect(rows.length).toBeGreaterThan(4);
  const text = rows.map(([heading]) => heading).join("\n\n");
  const { tree } = project.render(new Source("content/ids.md", text));
  const ids: (string | undefined)[] = [];
  visit(tree, "heading", (heading) => void ids.push(headingIdOf(heading)));
  expect(ids).toEqual(rows.map(([, id]) => id));
});

test("the page on code blocks has each language, with its label", () => {
  const rows = rowsOf("code-blocks", "languages");
  const names = rows.flatMap(([label, cell]) =>
    codes(cell).map((name) => [name, label === undefined ? "" : textOf(label)] as const),
  );
  for (const [name, label] of names) {
    expect(languageProblem(name)).toBeUndefined();
    expect([name, codeLanguage(name).label]).toEqual([name, label]);
  }
  const source = readFileSync(inRepository("src/markdown/code-languages.ts"), "utf8");
  const known = [...source.matchAll(/(?:, |named\()"([a-z][^"]*)"(?:\]|, \{|, PLAIN)/g)];
  const all = known.flatMap(([, words = ""]) => words.split(" "));
  expect(names.map(([name]) => name).sort()).toEqual(all.sort());
});

describe("the drawings of the page on diagrams", () => {
  const grammars = readdirSync(inRepository(DRAWINGS)).filter((name) => name.endsWith(".yml"));

  // `UPDATE=1` draws them anew.
  test.each(grammars)("%s is drawn as it is now", async (name) => {
    const files = {
      "content/_index.md": '{{< diagram "drawn" >}}\n',
      "data/diagrams/drawn.yml": readFileSync(inRepository(DRAWINGS, name), "utf8"),
    };
    await withSite(files, async (root) => {
      const opened = await Project.open(root);
      const drawn = `${opened.article(opened.site.home).html}\n`;
      expect(opened.diagnostics()).toEqual([]);
      const path = inRepository(DRAWINGS, name.replace(/yml$/, "md"));
      if (process.env.UPDATE === "1") writeFileSync(path, drawn);
      expect(readFileSync(path, "utf8")).toBe(drawn);
    });
  });
});

test("a build writes the redirects of the page on links", async () => {
  await withSite(filesOf("links"), async (root) => {
    const out = join(root, "out");
    expect(waymark("build", "--site", root, "--out", out).code).toBe(0);
    const files = rowsOf("links", "redirects").map(([, cell]) => codes(cell)[0] ?? "");
    expect(files).toHaveLength(3);
    expect(files.filter((path) => !existsSync(join(out, path)))).toEqual([]);
  });
});
