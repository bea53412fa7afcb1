/** Builds that take what earlier ones kept: the output is that of a build that takes nothing. */
import { spawn } from "node:child_process";
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
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/cache/store.ts";
import { buildSite } from "../../src/project/build.ts";
import { inputsOf } from "../../src/project/built-site.ts";
import { Project } from "../../src/project/project.ts";
import { inRepository } from "../helpers/repository.ts";

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
  const cache = cacheFolder === undefined ? undefined : openStore(cacheFolder);
  const files = cache && inputsOf(root, [to]);
  const project = await Project.open(root, { cache, isBuild: true });
  expect(await buildSite(project, to, { cache, files })).toBe(true);
}

/** All files but those of Pagefind, which are never the same twice. */
function filesIn(at: string): Map<string, string> {
  const names = readdirSync(at, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("pagefind") && statSync(join(at, name)).isFile())
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(at, name), "latin1")]));
}

function timesIn(at: string): Map<string, number> {
  return new Map([...filesIn(at).keys()].map((name) => [name, statSync(join(at, name)).mtimeMs]));
}

/** Makes the output old, so that whatever is written again can be told. */
function age(at: string): void {
  for (const name of filesIn(at).keys()) utimesSync(join(at, name), 1_000_000, 1_000_000);
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
      expect(filesIn(out), name).toEqual(filesIn(cold));
      rmSync(cold, { recursive: true });
    }
  });

  test("writes nothing where nothing has changed, and puts right what has been changed", async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    const files = filesIn(out);
    age(out);
    await build(out, cache);
    expect(changedSince(out)).toEqual([]);
    writeFileSync(join(out, "b/index.html"), "lost");
    rmSync(join(out, "a/index.html"));
    writeFileSync(join(out, "stray.txt"), "");
    await build(out, cache);
    expect(filesIn(out)).toEqual(files);
  });

  test("leaves the times of files alone whose bytes are the same", async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    age(out);
    write("content/b.md", PAGE("B", "## Read\n\nAnother text.\n"));
    await build(out, cache);
    expect(changedSince(out)).toEqual(
      expect.arrayContaining(["b/index.html", "b/index.md", "llms-full.txt"]),
    );
    expect(changedSince(out)).not.toContain("a/index.html");
    expect(changedSince(out)).not.toContain("robots.txt");
    expect(changedSince(out)).not.toContain("c/index.html");
  });

  test("makes again what is damaged in the cache", async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    const files = filesIn(out);
    for (const name of readdirSync(cache, { recursive: true, encoding: "utf8" })) {
      const file = join(cache, name);
      if (statSync(file).isFile()) writeFileSync(file, readFileSync(file).subarray(0, 60));
    }
    await build(out, cache);
    expect(filesIn(out)).toEqual(files);
  });

  test("shares its cache with a build at the same time, and with one elsewhere", async () => {
    const cache = join(folder, "cache");
    const other = join(folder, "other");
    await Promise.all([build(out, cache), build(other, cache)]);
    expect(filesIn(out)).toEqual(filesIn(other));
    const moved = join(folder, "moved");
    renameSync(root, moved);
    const before = filesIn(out);
    root = moved;
    await build(other, cache);
    expect(filesIn(other)).toEqual(before);
  });
});

describe("a build that is killed", () => {
  test("leaves the last output whole, and the next one is right", {
    timeout: 240_000,
  }, async () => {
    const cache = join(folder, "cache");
    await build(out, cache);
    const before = filesIn(out);
    const args = ["--site", root, "--out", out, "--cache", cache];
    const command = [inRepository("src/cli.ts"), "build", ...args];
    // From the start of the process to about its end; the last ones may have been done.
    for (const wait of [200, 600, 1000, 1500, 2200, 3000]) {
      write("content/b.md", PAGE("B", `## Read\n\nAfter ${wait}.\n`));
      const child = spawn(process.execPath, command, { stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await setTimeout(wait);
      child.kill("SIGKILL");
      await ended;
      const now = filesIn(out);
      if (now.get("b/index.md") === before.get("b/index.md")) expect(now).toEqual(before);
      const cold = join(folder, "cold");
      await build(cold);
      if (now.get("b/index.md") !== before.get("b/index.md")) expect(now).toEqual(filesIn(cold));
      await build(out, cache);
      expect(filesIn(out)).toEqual(filesIn(cold));
      rmSync(cold, { recursive: true });
      before.clear();
      for (const [name, text] of filesIn(out)) before.set(name, text);
    }
  });
});
