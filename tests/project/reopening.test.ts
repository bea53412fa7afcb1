/** A project that was reopened after edits, and read only what they changed, is the project that would be opened now. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inMemory } from "../../src/cache/memory.ts";
import { openStore } from "../../src/cache/store.ts";
import { pageFrame } from "../../src/project/page-entry.ts";
import { Project } from "../../src/project/project.ts";
import { EDITS, type Edit, type Files, PAGE, SITE, shown, write } from "./edited-site.ts";

/** Moves a file, if it is there. */
function move(files: Files, from: string, to: string): void {
  const text = files.get(from);
  if (text === undefined) return;
  files.delete(from);
  files.set(to, text);
}

/** What changes the whole of a site: addresses, menus, sections, defaults, names of files. */
const WIDE: readonly Edit[] = [
  (files, n) => files.set("content/gauge.md", `---\ntitle: Gauge\nweight: ${n % 3}\n---\nText.\n`),
  (files, n) =>
    files.set(
      "content/read.md",
      `---\ntitle: Read\nmenu:\n  main:\n    name: Menu ${n % 2}\naliases: [/old-${n % 2}/]\n---\nText.\n`,
    ),
  (files, n) =>
    files.set(
      "content/level/_index.md",
      `---\ntitle: Level\ncascade:\n  draft: ${n % 2 === 0}\n  description: All ${n % 3}\n---\nText.\n`,
    ),
  (files, n) =>
    files.set("content/level/deep.md", `---\ntitle: Deep\ndraft: ${n % 2 === 1}\n---\nText.\n`),
  (files) => files.delete("content/level/_index.md"),
  (files) => files.delete("content/_index.md"),
  (files) => move(files, "content/gauge.md", "content/level/gauge.md"),
  (files) => move(files, "content/level/gauge.md", "content/gauge.md"),
  (files) => move(files, "content/level/deep.md", "content/level/deeper/index.md"),
  (files) => move(files, "content/level/deeper/index.md", "content/level/deep.md"),
  (files) => move(files, "data/tools.yml", "data/tools.yaml"),
  (files) => move(files, "data/tools.yml", "data/kept/tools.yml"),
  (files) => move(files, "data/kept/tools.yml", "data/tools.yml"),
  (files, n) => files.set("data/tools.json", JSON.stringify([{ name: "mount", code: `j${n}` }])),
  (files) => files.delete("data/tools.json"),
  (files, n) => files.set("data/site.yml", `title: Own ${n % 3}\nuglyURLs: ${n % 2 === 0}\n`),
  (files) => files.set("data/site.yml", "title: [\n"),
  (files) => files.delete("data/site.yml"),
  (files) => files.delete("hugo.toml"),
  (files, n) => files.set("config/_default/params.toml", `version = "c${n % 2}"\n`),
  (files) => files.delete("config/_default/params.toml"),
  (files, n) => files.set("content/gauge.md", PAGE("Gauge", `[x](/static-${n % 2}.txt)\n`)),
  (files, n) => files.set(`static/static-${n % 2}.txt`, "x"),
  (files) => files.delete("static/static-0.txt"),
  (files) => files.set("content/level/beside.txt", "x"),
  (files) => files.delete("content/level/beside.txt"),
  (files, n) => files.set("content/no-title.md", `# Told ${n % 2}\n\n{{% page-missing %}}\n`),
  (files) => files.set("content/no-title.md", "---\ntitle: [\n---\n"),
  (files) => files.delete("content/no-title.md"),
  (files, n) => files.set("layouts/shortcodes/told.html", `<b>{{ .Get 0 }}${n % 2}</b>\n`),
  (files, n) => files.set("content/read.md", PAGE("Read", `{{< told "${n % 2}" >}}\n`)),
];

const ALL = [...EDITS, ...WIDE];

/** Paths whose texts differ, from the site's root. */
function changedPaths(before: Files, now: Files): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter(
    (path) => before.get(path) !== now.get(path),
  );
}

/** All that can be seen, with what stands around articles. */
async function whole(project: Project): Promise<object> {
  const { site } = project;
  const seen = await shown(project);
  const entries = project.publishedPages.map((page) => pageFrame(project, page));
  project.checkUnused();
  return {
    seen,
    entries,
    settings: site.settings,
    aliases: [...site.aliases].map(([from, { url }]) => [from, url]),
    left: site.left.map(({ page, reason }) => [page.path, reason]),
    files: site.files,
    resources: site.resources,
    data: project.data.files().map(({ path, entries: all }) => [path, all.length]),
    partials: [...project.texts.partials().keys()],
    all: project.diagnostics({ allData: true }).map(({ id, message, span, pages }) => {
      const { line, column } = span.source.placeAt(span.start);
      return [id, message, span.source.path, line, column, pages];
    }),
  };
}

test.each([
  ["for authors, with what was made before", true],
  ["for an editor, without", false],
])("after any series of edits, %s", { timeout: 180_000 }, async (_, hasCache) => {
  const series = fc.array(fc.nat(ALL.length - 1), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(series, async (edits) => {
      const folder = mkdtempSync(join(tmpdir(), "waymark-reopening-"));
      try {
        const cache = hasCache ? inMemory(openStore(join(folder, "cache"))) : undefined;
        const files: Files = new Map(Object.entries(SITE));
        const root = write(folder, files);
        let project = await Project.open(root, { cache, isDev: hasCache });
        await whole(project);
        for (const [n, edit] of edits.entries()) {
          const before = new Map(files);
          ALL[edit]?.(files, n);
          write(folder, files);
          project = project.reopened(changedPaths(before, files));
          const fresh = await Project.open(root, { isDev: hasCache });
          expect(await whole(project)).toEqual(await whole(fresh));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test("only what has changed is read, and all else is shared", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-reopening-"));
  try {
    const files: Files = new Map(Object.entries(SITE));
    const root = write(folder, files);
    const first = await Project.open(root);
    await first.renderAll();

    files.set("data/tools.yml", "- name: mount\n  code: other\n");
    // Not named as changed, so that it is not seen.
    files.set("content/read.md", PAGE("Unseen", "Text.\n"));
    write(folder, files);
    const second = first.reopened(["data/tools.yml"]);
    expect(second.site).toBe(first.site);
    const [page] = second.publishedPages.filter(({ path }) => path === "content/gauge.md");
    expect(page && second.article(page).html).toContain("other");

    const third = second.reopened(["content/read.md"]);
    const titles = (project: Project): string[] => project.site.pages.map(({ title }) => title);
    expect(titles(second)).not.toContain("Unseen");
    expect(titles(third)).toContain("Unseen");
    const same = third.site.pages.filter((one) => second.site.pages.includes(one));
    expect(same).toHaveLength(third.site.pages.length - 1);

    files.set("data/tools.yml", "- name: mount\n  code: last\n");
    write(folder, files);
    const fourth = third.reopened(["data"]);
    expect(fourth.site).not.toBe(third.site);
    const entry = fourth.data.entry("tools", "mount");
    expect(entry.ok && entry.value.entry.source.text).toContain("last");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
