/** What a check told is told again as long as no file of the site is another one. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../../src/cache/store.ts";
import { report } from "../../src/messages/report.ts";
import { CheckedSite } from "../../src/project/checked-site.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const SITE = {
  "content/page.md":
    "\ufeff---\ntitle: A page\n---\n## One {#a}\n\n## Two {#a}\n\n{{% part %}} [x](/nowhere/)\n",
  "data/partials/part.md": "See [this](/nowhere/).\n",
  "data/empty.yml": "",
  "data/spare.yml": "- name: one\n  cod: x\n",
  "static/images/spare.png": "\u0000not a picture",
};

let cache: Store;

beforeEach(() => {
  cache = openStore(mkdtempSync(join(tmpdir(), "waymark-checked-")));
});

afterEach(() => rmSync(cache.folder, { recursive: true }));

/** Checks a site, and keeps what is told; `between`: what happens meanwhile. */
async function checkAndKeep(root: string, between: () => void = () => {}): Promise<string> {
  const checked = new CheckedSite(cache, root);
  const project = await Project.open(root, { isCheck: true });
  await project.renderAll();
  project.checkUnused();
  between();
  const told = project.diagnostics({ allData: true });
  checked.keep(project, told);
  return report(told, "json");
}

async function toldAgain(root: string): Promise<string | undefined> {
  const checked = new CheckedSite(cache, root);
  const told = checked.told(await Project.open(root, { isCheck: true }));
  return told && report(told, "json");
}

test("the same files are told the same, with all places", async () => {
  await withSite(SITE, async (root) => {
    expect(await toldAgain(root)).toBeUndefined();
    const told = await checkAndKeep(root);
    expect(told).toContain("image-unused");
    expect(told).toContain("the first heading with this id");
    expect(await toldAgain(root)).toBe(told);
  });
});

test.each([
  ["data/partials/part.md", "See this.\n"],
  ["data/empty.yml", "- a: 1\n"],
  ["content/new.md", "New.\n"],
  ["static/images/spare.png", "another"],
])("with another %s the site is looked at again", async (path, text) => {
  await withSite(SITE, async (root) => {
    await checkAndKeep(root);
    writeFileSync(join(root, path), text);
    expect(await toldAgain(root)).toBeUndefined();
  });
});

test("what was told of a site that changed meanwhile is not kept", async () => {
  await withSite(SITE, async (root) => {
    const change = (text: string) => () => writeFileSync(join(root, "data/partials/part.md"), text);
    await checkAndKeep(root, change("Now.\n"));
    expect(await toldAgain(root)).toBeUndefined();
    change(SITE["data/partials/part.md"])();
    expect(await toldAgain(root)).toBeUndefined();
  });
});
