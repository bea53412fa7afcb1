/** Print views of a site of its own: what is on them, and which sections have one. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { describe, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const PAGE = (title: string, weight: number, text: string): string =>
  `---\ntitle: ${title}\nweight: ${weight}\nmenu: {main: {parent: ops, weight: ${weight}}}\n---\n${text}\n`;

const SITE = {
  "data/site.yml":
    "title: Little docs\nbaseURL: https://docs.example/base/\nmenus:\n  main:\n    - {identifier: ops, name: Operations, pageRef: /ops/}\n",
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/ops/_index.md":
    "---\ntitle: Operations\n---\nAbout [backups](backup.md#steps).\n\n## Steps\n",
  "content/ops/restore.md": PAGE(
    "Restore",
    2,
    "## Steps\n\nAfter [its steps](#steps) see [the steps](backup.md#steps), [all of it](/ops/backup/) and [the rest](/other/).[^1]\n\n[^1]: Of a page.\n",
  ),
  "content/ops/backup.md": PAGE(
    "Backup",
    1,
    `## Steps

{{< tabs >}}
{{< tab "Cloud" >}}
{{< tabs >}}
{{< tab "SSH tunnel" >}}
Dig it.
{{< /tab >}}
{{< tab "Direct" >}}
Go there.
{{< /tab >}}
{{< /tabs >}}
{{< /tab >}}
{{< tab "Self-hosted" >}}
Stay.
{{< /tab >}}
{{< /tabs >}}

<details name="one"><summary>More</summary>

Inside.[^1]

</details>

[^1]: Of a page.
`,
  ),
  "content/ops/deep/_index.md": "---\ntitle: Deep\n---\n",
  "content/ops/deep/dive.md": "---\ntitle: Dive\n---\n#### Low\n",
  "content/ops/hidden.md": "---\ntitle: Hidden\n_build: {list: never}\n---\n",
  "content/other/_index.md": "---\ntitle: Other\n---\nNothing below.\n",
};

async function built(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => void,
): Promise<void> {
  await withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    expect(project.diagnostics().filter(({ level }) => level === "error")).toEqual([]);
    await buildSite(project, join(root, "out"));
    use(join(root, "out"));
  });
}

function read(folder: string, path: string): Root {
  return fromHtml(readFileSync(join(folder, path, "index.html"), "utf8"));
}

const views = (folder: string): string[] =>
  globSync("**/print/index.html", { cwd: folder })
    .map((path) => path.replaceAll("\\", "/").replace("index.html", ""))
    .sort();

describe("a print view", () => {
  test("has all pages of a section in menu order, with ids of their own and links between them", async () => {
    await built(SITE, (folder) => {
      expect(views(folder)).toEqual(["ops/deep/print/", "ops/print/", "print/"]);
      const tree = read(folder, "ops/print");
      const all = (selector: string): Element[] => selectAll(selector, tree);
      expect(all("h1").map(textOf)).toEqual(["Operations"]);
      expect(all(".print-page > h2:first-child").map(textOf)).toEqual([
        "Backup",
        "Restore",
        "Deep",
        "Dive",
      ]);
      expect(all("nav.print-toc a").map(textOf)).toEqual(["Backup", "Restore", "Deep", "Dive"]);

      const ids = all("[id]").map(({ properties: { id } }) => String(id));
      expect(ids).toEqual([...new Set(ids)]);
      const targets = all('main a[href^="#"]').map(({ properties: { href } }) => String(href));
      expect(targets.filter((href) => !ids.includes(decodeURIComponent(href.slice(1))))).toEqual(
        [],
      );
      expect(targets).toEqual(
        expect.arrayContaining(["#page-backup--steps", "#page-restore--steps", "#page-backup"]),
      );
      for (const { properties } of all("[aria-describedby], [aria-labelledby]")) {
        for (const id of [properties.ariaDescribedBy, properties.ariaLabelledBy].flat())
          if (id !== undefined) expect(ids).toContain(id);
      }
      const outward = all('a[href="/base/other/"]').filter(
        ({ properties }) => properties.dataAddress !== undefined,
      );
      expect(outward.map(({ properties }) => properties.dataAddress)).toEqual([
        "https://docs.example/base/other/",
      ]);

      // The section's own text stays below its title, those of pages go below theirs.
      expect(all(".print-view > .prose.body h2").map(textOf)).toEqual(["Steps"]);
      expect(all("#page-backup--steps").map(({ tagName }) => tagName)).toEqual(["h3"]);
      expect(all("#page-deep-dive--low").map(({ tagName }) => tagName)).toEqual(["h5"]);
    });
  });

  test("shows every tab under its path, and details open", async () => {
    await built(SITE, (folder) => {
      const tree = read(folder, "ops/print");
      expect(selectAll(".open-title", tree).map(textOf)).toEqual([
        "Cloud",
        "Cloud › SSH tunnel",
        "Cloud › Direct",
        "Self-hosted",
      ]);
      expect(selectAll(".tab, .tablist, .tabs, [hidden] p", tree)).toEqual([]);
      const [details] = selectAll("main details", tree);
      expect(details?.properties).toMatchObject({ open: true });
    });
  });

  test("is for readers: not for search engines, the search and lists of pages", async () => {
    await built(SITE, (folder) => {
      const tree = read(folder, "ops/print");
      expect(selectAll('meta[name="robots"]', tree)[0]?.properties.content).toBe("noindex");
      expect(selectAll('link[rel="canonical"]', tree)[0]?.properties.href).toBe(
        "https://docs.example/base/ops/",
      );
      const links = (path: string): unknown[] =>
        selectAll('a[href$="/print/"]', read(folder, path)).map(
          ({ properties }) => properties.href,
        );
      expect(links("ops")).toEqual(["/base/ops/print/"]);
      expect(links("ops/backup")).toEqual([]);
      expect(links("other")).toEqual([]);
      for (const path of globSync("*.{txt,xml}", { cwd: folder }))
        expect(readFileSync(join(folder, path), "utf8")).not.toContain("/print/");
      expect(existsSync(join(folder, "ops/print/index.md"))).toBe(false);
    });
  });

  test.each([
    ["printViews: false", []],
    ["printViews: [/ops/deep/, other]", ["ops/deep/print/"]],
    ["printViews: [/]", ["print/"]],
  ])("with %s", async (setting, expected) => {
    const files = { ...SITE, "data/site.yml": `${SITE["data/site.yml"]}${setting}\n` };
    await built(files, (folder) => expect(views(folder)).toEqual(expected));
  });

  test("gives way to a page at its address, and is not made for more than a hundred pages", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, at) => [
        `content/many/p${at}.md`,
        `---\ntitle: P${at}\n---\n`,
      ]),
    );
    const taken = { "content/ops/print.md": "---\ntitle: Printers\n---\n" };
    await built({ ...SITE, ...many, ...taken }, (folder) => {
      expect(views(folder)).toEqual(["ops/deep/print/", "ops/print/"]);
      expect(selectAll("h1", read(folder, "ops/print")).map(textOf)).toEqual(["Printers"]);
    });
  });
});
