/** Data by path and name, from a site's folder. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toPlain } from "../../src/data/node.ts";
import { createDataStore } from "../../src/data/store.ts";
import type { Found } from "../../src/messages/found.ts";
import { headline } from "../../src/messages/report.ts";
import { ChangedPaths } from "../../src/text/changed-paths.ts";

let folder = "";
let root = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "waymark-data-")));
  root = join(folder, "site");
  mkdirSync(root);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string | Buffer): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** `ok`, or the complaint. */
function answer(found: Found<unknown>): string {
  if (found.ok) return "ok";
  const { id, message, suggestion } = found.complaint;
  return `${message}${suggestion === undefined ? "" : ` (${suggestion}?)`} [${id}]`;
}

function plain(found: Found<{ value: Parameters<typeof toPlain>[0] }>): unknown {
  return found.ok ? toPlain(found.value.value) : answer(found);
}

describe("files", () => {
  test("by path, with or without extension, in any case, the exact one first", () => {
    write("data/examples/Create.yml", "a: upper\n");
    write("data/examples/create.yml", "a: lower\n");
    write("data/m.json", '{"a": 1}');
    write("data/t.TOML", "a = 2\n");
    const store = createDataStore(root);
    expect(plain(store.named("examples/create"))).toEqual({ a: "lower" });
    expect(plain(store.named("examples/Create"))).toEqual({ a: "upper" });
    expect(plain(store.named("EXAMPLES/create.YML"))).toEqual({ a: "upper" });
    expect(plain(store.named("m"))).toEqual({ a: 1 });
    expect(plain(store.named("m.json"))).toEqual({ a: 1 });
    expect(plain(store.named("t"))).toEqual({ a: 2 });
    expect(answer(store.file("m.yml"))).toBe(
      'Unexpected data path "m.yml", expected a YAML, TOML or JSON file below data/ (m?) [data-missing]',
    );
    expect(store.paths()).toEqual(["examples/Create", "examples/create", "m", "t"]);
    expect(store.diagnostics()).toEqual([]);
  });

  test("a folder is a map of its files and folders", () => {
    write("data/a/one.yml", "1\n");
    write("data/a/b/two.json", "2");
    write("data/a/notes.md", "no data\n");
    write("data/three.yml", "3\n");
    const store = createDataStore(root);
    expect(store.named("A/")).toMatchObject({ ok: true, value: { target: "data/a/" } });
    expect(plain(store.named("a"))).toEqual({ one: 1, b: { two: 2 } });
    expect(plain(store.named(""))).toEqual({ a: { one: 1, b: { two: 2 } }, three: 3 });
  });

  test("a folder and a file of one name merge if both are maps, else the file counts", () => {
    write("data/a/x.yml", "from folder\n");
    write("data/a.yml", "x: from file\ny: 1\n");
    write("data/b/x.yml", "1\n");
    write("data/b.yml", "- name: n\n  content: c\n");
    const store = createDataStore(root);
    expect(plain(store.named("a"))).toEqual({ x: "from folder", y: 1 });
    expect(plain(store.named("b"))).toEqual([{ name: "n", content: "c" }]);
    expect(answer(store.entry("b", "n"))).toBe("ok");
    expect(plain(store.named(""))).toEqual({
      a: { x: "from folder", y: 1 },
      b: [{ name: "n", content: "c" }],
    });
  });

  test("of two files with one key the first counts, with a warning", () => {
    write("data/a.yml", "1\n");
    write("data/a.json", "2");
    const store = createDataStore(root);
    expect(plain(store.named("a"))).toBe(2);
    expect(plain(store.named("a.yml"))).toBe(1);
    expect(store.diagnostics().map(headline)).toEqual([
      'data/a.yml:1:1: warning: Unexpected second data file for "a", expected one; data/a.json counts [data-conflict]',
    ]);
  });

  test("several data folders: the first wins", () => {
    write("data/a.yml", "1\n");
    write("theme/data/a.yml", "2\n");
    write("theme/data/b.yml", "3\n");
    const store = createDataStore(root, ["data", "theme/data", "none"]);
    expect(plain(store.named("a"))).toBe(1);
    expect(plain(store.named("b"))).toBe(3);
  });

  test("settings are no data of pages", () => {
    write("data/site.yml", "a: [\n");
    write("data/a/site.yml", "1\n");
    const store = createDataStore(root);
    store.checkAll();
    expect(store.paths()).toEqual(["a/site"]);
    expect(store.diagnostics()).toEqual([]);
  });

  test("a site without data", () => {
    const store = createDataStore(root);
    store.checkAll();
    expect(store.paths()).toEqual([]);
    expect(answer(store.file("a"))).toBe(
      'Unexpected data path "a", expected a YAML, TOML or JSON file below data/ [data-missing]',
    );
  });
});

describe("what leaves the site", () => {
  test.each(["../a", "a/../../b", "..", "/etc/passwd", "a\\b", "a\0", "C:/a", "c:a"])(
    "%j",
    (path) => {
      write("data/a.yml", "1\n");
      expect(answer(createDataStore(root).named(path))).toBe(
        `Unexpected data path "${path}", expected one that stays inside of the site [data-outside]`,
      );
    },
  );

  test("links that lead out, of files and folders; links inside are followed", () => {
    write("../secret/a.yml", "- name: a\n  content: secret\n");
    write("shared/b.yml", "inside\n");
    mkdirSync(join(root, "data"));
    symlinkSync(join(folder, "secret/a.yml"), join(root, "data/a.yml"));
    symlinkSync(join(folder, "secret"), join(root, "data/out"));
    symlinkSync(join(root, "nowhere"), join(root, "data/dead.yml"));
    symlinkSync(join(root, "shared/b.yml"), join(root, "data/b.yml"));
    symlinkSync(join(root, "data"), join(root, "data/loop"));
    const store = createDataStore(root);
    const outside = (path: string) =>
      `Unexpected data path "${path}", expected one that stays inside of the site [data-outside]`;
    expect(answer(store.entry("a", "a"))).toBe(outside("a"));
    expect(answer(store.file("out/a"))).toBe(outside("out/a"));
    expect(answer(store.file("out"))).toBe(outside("out"));
    expect(answer(store.file("dead"))).toBe(outside("dead"));
    expect(plain(store.named("b"))).toBe("inside");
    expect(answer(store.file("loop/b"))).toMatch(/\[data-missing\]$/);
    expect(plain(store.named(""))).toEqual({ b: "inside" });
    store.checkAll();
    expect(store.diagnostics().map(headline)).toEqual([
      'data/a.yml:1:1: error: Unexpected data path "data/a.yml", expected one that stays inside of the site [data-outside]',
      'data/dead.yml:1:1: error: Unexpected data path "data/dead.yml", expected one that stays inside of the site [data-outside]',
    ]);
  });

  test("a data folder that is a link out of the site", () => {
    write("../secret/a.yml", "1\n");
    symlinkSync(join(folder, "secret"), join(root, "data"));
    expect(answer(createDataStore(root).file("a"))).toBe(
      'Unexpected data path "a", expected one that stays inside of the site [data-outside]',
    );
  });
});

describe("files that are refused", () => {
  test("more than 5 MB, not UTF-8, CSV, empty", () => {
    write("data/big.yml", `a: ${"x".repeat(5 * 1024 * 1024)}`);
    write("data/fits.yml", `a: ${"x".repeat(5 * 1024 * 1024 - 3)}`);
    write("data/latin.yml", Buffer.from("a: 1\nb: caf\xe9\n", "latin1"));
    write("data/table.csv", "a,b\n");
    write("data/empty.yml", "# later\n");
    const store = createDataStore(root);
    const size = "Unexpected data file data/big.yml, expected at most 5 MB";
    expect(answer(store.file("big"))).toBe(`${size} [data-size]`);
    expect(answer(store.file("fits"))).toBe("ok");
    expect(answer(store.file("empty"))).toBe(
      "Unexpected empty data file data/empty.yml, expected a value [data-shape]",
    );
    const csv = "Unexpected format of data/table.csv, expected YAML, TOML or JSON";
    expect(answer(store.file("table"))).toBe(`${csv} [data-syntax]`);
    store.checkAll();
    expect(store.diagnostics().map(headline)).toEqual([
      `data/big.yml:1:1: error: ${size} [data-size]`,
      "data/latin.yml:2:7: error: Unexpected bytes, expected text in UTF-8 [data-syntax]",
      `data/table.csv:1:1: error: ${csv} [data-syntax]`,
    ]);
  });

  test("a syntax error is told once, at its place; each use is told that there is one", () => {
    write("data/demo.yml", '\ufeff- name: a\n  code: "never closed\n');
    const store = createDataStore(root);
    const complaint =
      "Unexpected data file data/demo.yml with errors, expected one that can be parsed [data-syntax]";
    expect(answer(store.entry("demo", "a"))).toBe(complaint);
    expect(answer(store.named("demo"))).toBe(complaint);
    store.checkAll();
    expect(store.diagnostics().map(headline)).toEqual([
      'data/demo.yml:2:9: error: Unexpected " that nothing closes, expected its pair [data-syntax]',
    ]);
  });

  test("the byte order mark does not count as a column", () => {
    write("data/a.yml", "\ufeffa: b: c\n");
    const store = createDataStore(root);
    store.checkAll();
    expect(store.diagnostics().map((each) => each.span.source.placeAt(each.span.start))).toEqual([
      { line: 1, column: 5 },
    ]);
  });
});

describe("entries", () => {
  beforeEach(() => {
    write("data/examples/demo.yml", "- name: create-connection\n  code: SELECT 1;\n- code: x\n");
    write("data/table.yml", "- name: a\n  content: b\n  kind: c\n");
    write("data/map.yml", "\na: 1\n");
  });

  test("by file and name", () => {
    const found = createDataStore(root).entry("examples/demo", "create-connection");
    expect(found).toMatchObject({
      ok: true,
      value: { target: "data/examples/demo.yml#create-connection", entry: { language: "mzsql" } },
    });
  });

  test("missing ones have the nearest name", () => {
    const store = createDataStore(root);
    expect(answer(store.entry("examples/demo", "create-conection"))).toBe(
      'Unexpected entry "create-conection", expected one of data/examples/demo.yml (create-connection?) [entry-missing]',
    );
    expect(answer(store.entry("exmaples/demo", "x"))).toBe(
      'Unexpected data path "exmaples/demo", expected a YAML, TOML or JSON file below data/ (examples/demo?) [data-missing]',
    );
    expect(answer(store.entry("examples", "x"))).toBe(
      "Unexpected folder at examples, expected a list of named entries [data-shape]",
    );
    expect(answer(store.entry("map", "x"))).toBe(
      "Unexpected map at data/map.yml, expected a list of named entries [data-shape]",
    );
    expect(store.diagnostics().map(headline)).toEqual([
      'data/examples/demo.yml:3:3: error: Unexpected entry without a name, expected a "name" field [entry-unnamed]',
      "data/map.yml:2:1: error: Unexpected map, expected a list of named entries [data-shape]",
    ]);
  });

  test("checkAll checks what looks like entries, but not what was used as a whole", () => {
    const all = createDataStore(root);
    all.checkAll();
    expect(all.diagnostics().map(({ id }) => id)).toEqual(["entry-unnamed", "entry-field-unknown"]);
    const used = createDataStore(root);
    used.named("table");
    used.checkAll();
    expect(used.diagnostics().map(({ id }) => id)).toEqual(["entry-unnamed"]);
  });
});

describe("reloading", () => {
  test("a changed file is read again, with its problems", () => {
    write("data/a.yml", "- name: a\n  code: [x]\n");
    write("data/b.yml", "a: 1\na: 2\n");
    const store = createDataStore(root);
    store.entry("a", "a");
    store.file("b");
    expect(store.diagnostics()).toHaveLength(2);
    write("data/a.yml", "- name: b\n  code: x\n");
    expect(answer(store.entry("a", "a"))).toBe("ok");
    write("data/b.yml", "a: 1\nb: 2\n");
    const next = store.reopened(new ChangedPaths(["data/a.yml"]));
    expect(answer(next.entry("a", "b"))).toBe("ok");
    expect(answer(next.entry("a", "a"))).toMatch(/\[entry-missing\]$/);
    expect(next.diagnostics()).toEqual([]);
    next.file("b");
    expect(next.diagnostics().map(({ id }) => id)).toEqual(["data-syntax"]);
    const all = next.reopened(new ChangedPaths([""]));
    all.file("b");
    expect(all.diagnostics()).toEqual([]);
  });

  test("added and removed files", () => {
    write("data/a.yml", "1\n");
    const store = createDataStore(root);
    write("data/b.yml", "2\n");
    rmSync(join(root, "data/a.yml"));
    expect(answer(store.file("b"))).toMatch(/\[data-missing\]$/);
    expect(answer(store.file("a"))).toBe(
      "Unexpected data file data/a.yml, expected one that can be read [data-missing]",
    );
    const next = store.reopened(new ChangedPaths(["data/b.yml"]));
    expect(plain(next.named("b"))).toBe(2);
    expect(next.paths()).toEqual(["b"]);
  });
});
