/** The shell: kept, made again where it is damaged, made by several builds at once. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShell } from "../../src/project/shell.ts";
import { SHELL_NOTE } from "../../src/project/shell-format.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shells-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notes = () => readdirSync(folder).map((name) => join(folder, name, SHELL_NOTE));
const inodes = () => notes().map((note) => statSync(note).ino);

describe("a shell", () => {
  test("is made once by two builds at once, and taken by the next", async () => {
    await Promise.all([openShell("/", folder), openShell("/", folder)]);
    const [made, ...others] = inodes();
    expect(others).toEqual([]);
    await openShell("/", folder);
    expect(inodes()).toEqual([made]);
  });

  test("stands beside that of another base path", async () => {
    const shell = await openShell("/docs/", folder);
    expect(notes()).toHaveLength(2);
    const site = mkdtempSync(join(tmpdir(), "site-"));
    cpSync(shell.assets, site, { recursive: true });
    expect(readdirSync(site)).toEqual(["_assets"]);
    rmSync(site, { recursive: true });
  });

  test.each(["changed", "cut off", "missing"])(
    "with a file that is %s is made again",
    async (how) => {
      const [place = ""] = readdirSync(folder);
      const file = join(folder, place, "server/shell.mjs");
      const whole = readFileSync(file, "utf8");
      if (how === "missing") rmSync(file);
      else writeFileSync(file, how === "changed" ? `${whole};0` : whole.slice(0, 100));
      const before = inodes();
      await Promise.all([openShell("/", folder), openShell("/docs/", folder)]);
      expect(readFileSync(file, "utf8").length).toBe(whole.length);
      expect(inodes().filter((inode) => before.includes(inode))).toHaveLength(1);
    },
  );

  test("is made behind a link to its folder", async () => {
    const link = join(folder, "link");
    const real = mkdtempSync(join(tmpdir(), "real-"));
    symlinkSync(real, link);
    await openShell("/", link);
    expect(readdirSync(real)).toHaveLength(1);
    rmSync(link);
    rmSync(real, { recursive: true });
  });

  test("whose making is ended leaves nothing behind", async () => {
    const stop = new AbortController();
    const shell = openShell("/elsewhere/", folder, stop.signal);
    const before = notes();
    stop.abort();
    await expect(shell).rejects.toThrow();
    expect(notes().filter((note) => !before.includes(note))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith(".new-"))).toEqual([]);
  });
});
