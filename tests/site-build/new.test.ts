/** `new` makes what passes every check, and never writes over anything. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withSite } from "../helpers/case.ts";
import { inRepository } from "../helpers/repository.ts";

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function waymark(cli: string, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const CLI = inRepository("src/launch.mjs");
const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/old.md": "---\ntitle: Old\nurl: /clash/\n---\n",
};

describe("new", () => {
  test.each([
    ["page", "guides/first-steps", "content/guides/first-steps.md"],
    ["page", "content/guides/first-steps.md", "content/guides/first-steps.md"],
    ["page", "guides/", "content/guides/_index.md"],
    ["page", "Über-uns", "content/Über-uns.md"],
    ["page", "2024", "content/2024.md"],
    ["page", "true", "content/true.md"],
    ["snippet", "snippets/backup", "data/snippets/backup.yml"],
    ["snippet", "backup#null", "data/backup.yml"],
    ["partial", "limits", "data/partials/limits.md"],
    ["partial", "Über/Größe", "data/partials/Über/Größe.md"],
    ["page", "a/b/UPPER", "content/a/b/UPPER.md"],
    ["snippet", "new#With a space", "data/new.yml"],
  ])("%s %s makes %s, which has no fault", async (kind, name, path) => {
    await withSite(SITE, async (root) => {
      const { out, err, code } = waymark(CLI, "new", kind, name, "--site", root);
      expect([err, code]).toEqual(["", 0]);
      expect(out.split("\n")[0]).toBe(`Made ${path}`);
      expect(out).toContain("Next: ");
      const text = readFileSync(join(root, path), "utf8");
      const { out: checked, code: faults } = waymark(CLI, "check", "--site", root);
      expect(faults).toBe(0);
      expect(checked).not.toMatch(/: (?:error|warning): /);
      const again = waymark(CLI, "new", kind, name, "--site", root);
      expect(again.code).toBe(2);
      expect(readFileSync(join(root, path), "utf8")).toBe(text);
    });
  });

  test("adds to a file whose faults were there before, and refuses new ones", async () => {
    const faulty = "- name: a\n  cod: x\n  content: '[x](/nowhere/)'\n";
    const map = "a: 1\n";
    const files = { ...SITE, "data/faulty.yml": faulty, "data/map.yml": map };
    await withSite(files, async (root) => {
      const added = waymark(CLI, "new", "snippet", "faulty#b", "--site", root);
      expect([added.err, added.code]).toEqual(["", 0]);
      expect(added.out.split("\n")[0]).toBe("Added it to data/faulty.yml");
      const text = readFileSync(join(root, "data/faulty.yml"), "utf8");
      expect(text).toBe(`${faulty}\n- name: b\n  description: |\n    The text of the snippet.\n`);
      const refused = waymark(CLI, "new", "snippet", "map#b", "--site", root);
      expect(refused.err).toContain("[data-syntax]");
      expect(refused.code).toBe(1);
      expect(readFileSync(join(root, "data/map.yml"), "utf8")).toBe(map);
    });
  });

  test("takes back what would not pass", async () => {
    await withSite(SITE, async (root) => {
      const { err, code } = waymark(CLI, "new", "page", "clash", "--site", root);
      expect(err).toContain("[page-url-clash]");
      expect(err).toContain("Not made: it would not pass the check.");
      expect(code).toBe(1);
      expect(existsSync(join(root, "content/clash.md"))).toBe(false);
      // The folders that were made for it go too.
      writeFileSync(join(root, "content/other.md"), "---\nurl: /deep/er/\n---\n");
      expect(waymark(CLI, "new", "page", "deep/er", "--site", root).code).toBe(1);
      expect(existsSync(join(root, "content/deep"))).toBe(false);
    });
  });

  test("adds an entry to a data file that is there, and only where it can be", async () => {
    const list = "- name: old\r\n  description: Text.\r\n";
    await withSite({ ...SITE, "data/list.yml": list, "data/map.yml": "a: 1\n" }, async (root) => {
      const { out, code } = waymark(CLI, "new", "snippet", "list#new one", "--site", root);
      expect([out.split("\n")[0], code]).toEqual(["Added it to data/list.yml", 0]);
      const text = readFileSync(join(root, "data/list.yml"), "utf8");
      expect(text).toBe(
        `${list}\r\n- name: new one\r\n  description: |\r\n    The text of the snippet.\r\n`,
      );
      const again = waymark(CLI, "new", "snippet", "list#new one", "--site", root);
      expect(again.err).toContain("which an entry of data/list.yml has already");
      expect(waymark(CLI, "new", "snippet", "map#new", "--site", root).code).toBe(1);
      expect(readFileSync(join(root, "data/map.yml"), "utf8")).toBe("a: 1\n");
    });
  });

  test("makes no page where none can be", async () => {
    await withSite({ ...SITE, "content/bundle/index.md": "Text.\n" }, async (root) => {
      const { err, code } = waymark(CLI, "new", "page", "bundle/more", "--site", root);
      expect(err).toContain("a folder with an index.md is one page");
      expect(code).toBe(2);
      expect(existsSync(join(root, "content/bundle/more.md"))).toBe(false);
      const below = waymark(CLI, "new", "page", "old.md/more", "--site", root);
      expect([below.err.includes("Nothing was written: "), below.code]).toEqual([true, 2]);
    });
  });

  test.each([
    [["page", "../outside"], 'Unexpected name "../outside"'],
    [["page", "a b"], 'Unexpected name "a b", expected letters, digits and hyphens'],
    [["page", "a b/c!"], 'did you mean "a-b/c"?'],
    [["page", "a.html"], 'expected one without ".html"'],
    [["snippet", "a.json"], 'expected one without ".json"'],
    [["snippet", "a#b#c"], 'Unexpected name "b#c"'],
    [["snippet", "diagrams/a"], "diagrams/ holds grammars"],
    [["partial", "a@b"], 'did you mean "a-b"?'],
    [["page", "l".repeat(300)], "Nothing was written: ENAMETOOLONG"],
    [["partial", "note"], 'Unexpected name "note", which a shortcode has already.'],
    [["snippet", "site"], 'Unexpected name "site"'],
    [["shortcode", "x"], "Unexpected --site"],
    [["thing", "x"], "Expected page, snippet, partial, shortcode and one NAME."],
    [["page"], "Expected page, snippet, partial, shortcode and one NAME."],
  ])("refuses %j", async (args, message) => {
    await withSite(SITE, async (root) => {
      const { err, code } = waymark(CLI, "new", ...args, "--site", root);
      expect(err).toContain(message);
      expect(code).toBe(2);
    });
  });

  test("shortcode makes a definition with its cases and its part in the manual", async () => {
    const home = mkdtempSync(join(tmpdir(), "waymark-new-"));
    try {
      for (const folder of ["src", "content", "data", "public", "package.json"])
        cpSync(inRepository(folder), join(home, folder), { recursive: true });
      symlinkSync(inRepository("node_modules"), join(home, "node_modules"));
      const cli = join(home, "src/launch.mjs");
      const cases = join(home, "tests/shortcodes/definitions");
      // A reserved word is no name of a constant.
      for (const name of ["zz-top", "new"]) {
        const { err, code } = waymark(cli, "new", "shortcode", name);
        expect([err, code]).toEqual(["", 0]);
        const read = (path: string): string => readFileSync(join(cases, name, path), "utf8");
        await withSite({ "content/input.md": read("good/input.md") }, async (root) => {
          const { out, err } = waymark(cli, "render", "content/input.md", "--site", root);
          expect([err, out]).toEqual(["", read("good/output.html")]);
        });
        await withSite({ "content/input.md": read("broken/input.md") }, async (root) => {
          const { out } = waymark(cli, "check", "--site", root);
          expect(out).toContain(read("broken/messages.txt"));
        });
      }
      const { out } = waymark(cli, "check");
      expect(out).not.toMatch(/^content\/authoring\/shortcodes\//m);
      expect(waymark(cli, "new", "shortcode", "zz-top").err).toContain("has already");
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
