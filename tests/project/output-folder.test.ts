/** How an output is written beside the one that it replaces. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { digestsIn } from "../../src/project/built-files.ts";
import { OutputFolder } from "../../src/project/output-folder.ts";

let root: string;
let previous: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "waymark-output-"));
  previous = join(root, "previous");
  mkdirSync(join(previous, "a"), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const open = (old?: string): OutputFolder => new OutputFolder(join(root, "next"), old);
const inode = (file: string): number => statSync(file).ino;
const text = (file: string): string => readFileSync(file, "utf8");

test("a file with the bytes of the previous one is that file, with its time", () => {
  for (const [name, content] of [
    ["same.html", "same"],
    ["other.html", "old!"],
    ["longer.html", "old"],
  ] as const) {
    writeFileSync(join(previous, "a", name), content);
    utimesSync(join(previous, "a", name), 1000, 1000);
  }
  const output = open(previous);
  output.write("a/same.html", "same");
  output.write("a/other.html", "new!");
  output.write("a/longer.html", "older");
  output.write("a/new.html", "new");
  const next = (name: string): string => join(output.folder, "a", name);
  expect(inode(next("same.html"))).toBe(inode(join(previous, "a/same.html")));
  expect(statSync(next("same.html")).mtimeMs).toBe(1_000_000);
  expect(inode(next("other.html"))).not.toBe(inode(join(previous, "a/other.html")));
  expect(text(next("other.html"))).toBe("new!");
  expect(text(next("longer.html"))).toBe("older");
  expect(text(join(previous, "a/other.html"))).toBe("old!");
  expect(output.digests).toEqual(digestsIn(output.folder));
});

test("a file that is written again leaves the previous one alone", () => {
  writeFileSync(join(previous, "x"), "one");
  const output = open(previous);
  output.write("x", "one");
  output.write("x", "two");
  expect(text(join(output.folder, "x"))).toBe("two");
  expect(text(join(previous, "x"))).toBe("one");
  expect(output.digests).toEqual(digestsIn(output.folder));
});

test("what is no file in the previous output is written", () => {
  mkdirSync(join(previous, "folder"));
  writeFileSync(join(root, "elsewhere"), "text");
  symlinkSync(join(root, "elsewhere"), join(previous, "linked"));
  const output = open(previous);
  for (const path of ["folder", "linked"]) output.write(path, "text");
  expect(inode(join(output.folder, "linked"))).not.toBe(inode(join(root, "elsewhere")));
  expect(text(join(output.folder, "folder"))).toBe("text");
});

test("without a previous output all is written", () => {
  const output = open();
  output.write("deep/er/x", "one");
  expect(text(join(output.folder, "deep/er/x"))).toBe("one");
  expect(output.has("deep/er/x")).toBe(true);
  expect(output.has("deep/er")).toBe(false);
});

test("folders are copied whole, links followed", () => {
  const from = join(root, "static");
  mkdirSync(join(from, "deep"), { recursive: true });
  writeFileSync(join(from, "deep/image.bin"), Buffer.from([0, 255, 7]));
  chmodSync(join(from, "deep/image.bin"), 0o444);
  symlinkSync(join(from, "deep"), join(from, "again"));
  const output = open(previous);
  output.copy(from);
  output.copy(join(from, "deep/image.bin"), "page/image.bin");
  for (const path of ["deep/image.bin", "again/image.bin", "page/image.bin"])
    expect([...readFileSync(join(output.folder, path))]).toEqual([0, 255, 7]);
  expect([...output.digests.keys()].sort()).toEqual([
    "again/image.bin",
    "deep/image.bin",
    "page/image.bin",
  ]);
});

test("a file is kept by its stamp, or else by its digest", () => {
  const first = new OutputFolder(previous);
  first.write("a/x.html", "text");
  const stamp = first.stampOf("a/x.html");
  const digest = first.digests.get("a/x.html") ?? "";
  const output = open(previous);
  expect(output.keep("a/x.html", "another", "another")).toBe(false);
  expect(output.has("a/x.html")).toBe(false);
  expect(output.keep("a/x.html", "not looked at", stamp)).toBe(true);
  expect(output.stampOf("a/x.html")).toBe(stamp);
  writeFileSync(join(previous, "a/x.html"), "TEXT");
  utimesSync(join(previous, "a/x.html"), 1000, 1000);
  expect(output.keep("a/x.html", digest, stamp)).toBe(false);
  writeFileSync(join(previous, "a/x.html"), "text");
  expect(output.keep("a/x.html", digest, stamp)).toBe(true);
  expect(output.keep("gone.html", digest, stamp)).toBe(false);
});
