/** A page that an earlier build kept is the page that would be made now, after any edits. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openStore, type Store } from "../../src/cache/store.ts";
import { Project, type ProjectOptions } from "../../src/project/project.ts";
import { startRecording, stopRecording } from "../../src/timing/recorder.ts";
import { EDITS, type Files, SITE, shown, write } from "./edited-site.ts";

const START = { numRuns: 25, endOnFailure: true } as const;

test.each([
  ["for readers", { isBuild: true }],
  ["for authors", { isDev: true }],
])("after any series of edits, %s", { timeout: 120_000 }, async (_, options) => {
  const series = fc.array(fc.nat(EDITS.length - 1), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(series, async (edits) => {
      const folder = mkdtempSync(join(tmpdir(), "waymark-pages-"));
      try {
        const store = openStore(join(folder, "cache"));
        const files: Files = new Map(Object.entries(SITE));
        await compare(folder, files, store, options);
        for (const [n, edit] of edits.entries()) {
          EDITS[edit]?.(files, n);
          await compare(folder, files, store, options);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    START,
  );
});

test("pages are taken from the cache, all of them, where nothing has changed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-pages-"));
  try {
    const store = openStore(join(folder, "cache"));
    const files: Files = new Map(Object.entries(SITE));
    const root = write(folder, files);
    const pagesMade = async (): Promise<string[]> => {
      write(folder, files);
      startRecording();
      const project = await Project.open(root, { cache: store, isBuild: true });
      await project.renderAll();
      return stopRecording()?.pages.map(({ name }) => name) ?? [];
    };
    expect((await pagesMade()).length).toBeGreaterThan(1);
    expect(await pagesMade()).toEqual([]);

    // An entry that no page names is nothing to anyone.
    files.set("data/tools.yml", `${files.get("data/tools.yml")}# changed\n`);
    expect(await pagesMade()).toEqual([]);

    files.set("data/shared/level.md", "Another text.\n");
    expect((await pagesMade()).length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function compare(
  folder: string,
  files: Files,
  cache: Store,
  options: ProjectOptions,
): Promise<void> {
  const root = write(folder, files);
  const warm = await shown(await Project.open(root, { ...options, cache }));
  const { isDev = false } = options;
  const cold = await shown(await Project.open(root, { isDev }));
  expect(warm).toEqual(cold);
}
