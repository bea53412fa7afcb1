/** Builds that take what earlier ones kept: the output is that of a build that takes nothing. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBatchStore } from "../../src/cache/store.ts";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { siteFiles } from "../../src/project/site-inputs.ts";
import { namesIn, outputOf } from "../helpers/output.ts";

const PAGE = (title: string, body: string): string => `---\ntitle: ${title}\n---\n${body}`;

const FILES: Readonly<Record<string, string>> = {
  "hugo.toml": 'title = "Gauges"\nbaseURL = "https://g.example/docs/"\n',
  "content/_index.md": PAGE("Home", "Start.\n"),
  "content/a.md": PAGE("A", '## Mount\n\n{{% include-example file="tools" example="mount" %}}\n'),
  "content/b.md": PAGE("B", "## Read\n\nSee [A](/a/#mount).\n"),
  "content/c/_index.md": PAGE("C", "Over the pages.\n"),
  "content/c/d.md": PAGE("D", "```sql\nSELECT 1;\n```\n"),
  "content/c/e.html.md": PAGE("E", "Text.\n"),
  "data/tools.yml": "- name: mount\n  description: Turn it.\n  code: turn --left\n",
  "static/robots.txt": "User-agent: *\n",
  "static/.well-known/security.txt": "Contact: mailto:a@g.example\n",
};

let folder: string;
let root: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-warm-"));
  root = join(folder, "site");
  out = join(folder, "out");
  for (const [name, text] of Object.entries(FILES)) write(name, text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  const file = join(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function build(to: string, cacheFolder?: string): Promise<void> {
  const cache = cacheFolder === undefined ? undefined : openBatchStore(cacheFolder);
  const files = cache && siteFiles(root, [to]);
  const project = await Project.open(root, { cache, isBuild: true });
  expect(await buildSite(project, to, { cache, files })).toBe(true);
}

function timesIn(at: string): Map<string, number> {
  return new Map(namesIn(at).map((name) => [name, statSync(join(at, name)).mtimeMs]));
}

/** Makes the output old, so that whatever is written again can be told. */
function age(at: string): void {
  for (const name of namesIn(at)) utimesSync(join(at, name), 1_000_000, 1_000_000);
}

function changedSince(at: string): string[] {
  return [...timesIn(at)].filter(([, time]) => time !== 1_000_000_000).map(([name]) => name);
}

describe("a warm build", () => {
  const EDITS: Readonly<Record<string, () => void>> = {
    "a page's text": () => write("content/b.md", PAGE("B", "## Read\n\nSee [it](/a/#mount).\n")),
    "a page's title": () => write("content/b.md", PAGE("Bee", "## Read\n\nSee [A](/a/).\n")),
    "an entry of a data file": () =>
      write("data/tools.yml", "- name: mount\n  description: Push it.\n  code: push\n"),
    "a new page": () => write("content/c/f.md", PAGE("F", "New.\n")),
    "a page that is gone": () => rmSync(join(root, "content/c/d.md")),
    "a page with another name": () =>
      renameSync(join(root, "content/c/e.html.md"), join(root, "content/c/g.md")),
    "a partial in place of a shortcode": () =>
      write(
        "layouts/shortcodes/include-example.md",
        `{{ .Get "example" }} of {{ .Get "file" }}.\n`,
      ),
    "the site's name": () => write("hugo.toml", 'title = "Dials"\n'),
    "a static file at a page's address": () => write("static/b/index.html", "<p>Mine\n"),
    "a file of a hidden folder": () =>
      write("static/.well-known/security.txt", "Contact: mailto:b@g.example\n"),
    "a static file that is gone": () => rmSync(join(root, "static/robots.txt")),
  };

  test("gives what a cold one gives, after each edit", { timeout: 240_000 }, async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    for (const [name, edit] of Object.entries(EDITS)) {
      edit();
      await build(out, cache);
      const cold = join(folder, "cold");
      await build(cold);
      expect(outputOf(out), name).toEqual(outputOf(cold));
      rmSync(cold, { recursive: true });
    }
  });

  test("writes nothing where nothing has changed, and puts right what has been changed", async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    const files = outputOf(out);
    age(out);
    await build(out, cache);
    expect(changedSince(out)).toEqual([]);
    writeFileSync(join(out, "b/index.html"), "lost");
    rmSync(join(out, "a/index.html"));
    writeFileSync(join(out, "stray.txt"), "");
    await build(out, cache);
    expect(outputOf(out)).toEqual(files);
  });

  test("leaves the times of files alone whose bytes are the same", async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    age(out);
    write("content/b.md", PAGE("B", "## Read\n\nAnother text.\n"));
    await build(out, cache);
    const isIndex = (name: string): boolean => name.startsWith("pagefind/");
    expect(changedSince(out).filter((name) => !isIndex(name))).toEqual([
      "b/index.html",
      "b/index.md",
      "llms-full.txt",
      "print/index.html",
    ]);
    // The records of other pages stay.
    const records = changedSince(out).filter((name) => name.endsWith(".pf_fragment"));
    expect(records.length).toBe(1);
  });

  test("makes again what is damaged in the cache", async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    const files = outputOf(out);
    for (const name of readdirSync(cache, { recursive: true, encoding: "utf8" })) {
      const file = join(cache, name);
      if (statSync(file).isFile()) writeFileSync(file, readFileSync(file).subarray(0, 60));
    }
    await build(out, cache);
    expect(outputOf(out)).toEqual(files);
  });

  test("shares its cache with a build at the same time, and with one elsewhere", async () => {
    const cache = join(folder, "cache");
    const other = join(folder, "other");
    await Promise.all([build(out, cache), build(other, cache)]);
    expect(outputOf(out)).toEqual(outputOf(other));
    const moved = join(folder, "moved");
    renameSync(root, moved);
    const before = outputOf(out);
    root = moved;
    await build(other, cache);
    expect(outputOf(other)).toEqual(before);
  });
});
