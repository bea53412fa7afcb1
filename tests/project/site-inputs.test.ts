/** The files that a site is made from: their contents name it, and who writes to them is seen. */
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { siteFiles } from "../../src/project/site-inputs.ts";
import { withSite } from "../helpers/case.ts";

const FILES = { "content/a.md": "one", "content/b.md": "two", "static/c/d.txt": "three" };

const CHANGES: readonly (readonly [string, (root: string) => void])[] = [
  ["other bytes of the same number", (root) => writeFileSync(join(root, "content/a.md"), "eno")],
  ["a file that is new", (root) => writeFileSync(join(root, "static/c/new"), "")],
  ["a file that is gone", (root) => rmSync(join(root, "content/b.md"))],
  ["another name", (root) => renameSync(join(root, "content/b.md"), join(root, "content/c.md"))],
  [
    "two files that change places",
    (root) => {
      const [a, b, c] = ["a.md", "b.md", "c"].map((name) => join(root, "content", name));
      renameSync(String(a), String(c));
      renameSync(String(b), String(a));
      renameSync(String(c), String(b));
    },
  ],
];

describe("the files of a site", () => {
  test.each(CHANGES)("are others with %s", async (_, change) => {
    await withSite(FILES, async (root) => {
      const files = siteFiles(root, []);
      const digest = files?.digest;
      expect(files?.areSame()).toBe(true);
      change(root);
      expect(files?.areSame()).toBe(false);
      expect(siteFiles(root, [])?.digest).not.toBe(digest);
    });
  });

  test("have the same digest at another time, in another place, and beside other folders", async () => {
    const digests: (string | undefined)[] = [];
    for (const time of [1_000, 2_000]) {
      await withSite(FILES, async (root) => {
        utimesSync(join(root, "content/a.md"), time, time);
        const before = siteFiles(root, [join(root, "out")]);
        mkdirSync(join(root, "out"));
        writeFileSync(join(root, "out/x"), String(time));
        mkdirSync(join(root, ".git"));
        writeFileSync(join(root, ".git/x"), String(time));
        expect(before?.areSame()).toBe(true);
        digests.push(before?.digest, siteFiles(root, [join(root, "out")])?.digest);
      });
    }
    expect(new Set(digests).size).toBe(1);
    expect(digests[0]).toMatch(/^[0-9a-f]+$/);
  });

  test("cannot be listed where a link leads to a folder", async () => {
    await withSite(FILES, async (root) => {
      const files = siteFiles(root, []);
      symlinkSync(join(root, "static"), join(root, "content/link"));
      expect(files?.areSame()).toBe(false);
      expect(siteFiles(root, [])).toBeUndefined();
    });
  });
});
