/** The same input gives the same bytes: elsewhere, later, on another machine, in another order. */
import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outputOf } from "../helpers/output.ts";
import { inRepository } from "../helpers/repository.ts";

const FILES: Readonly<Record<string, string>> = {
  "data/site.yml": `title: Gauges
baseURL: https://g.example/
edit: https://github.com/o/r/blob/main/{path}
search: { synonyms: [[turn, rotate]] }
`,
  "data/tools.yml": "- name: mount\n  description: Turn it.\n  code: turn --left\n",
  "data/partials/hint.md": "A hint.\n",
  "content/_index.md": "---\ntitle: Home\n---\nStart.\n",
  "content/part.md": "---\nheadless: true\n---\n## Shared\n\nText.\n",
  "content/z/_index.md": "---\ntitle: Z\nlist: table\n---\nOver İ and ı.\n",
  "content/z/b.md":
    "---\ntitle: I\ndate: 2024-03-31T01:30:00+02:00\n---\n{{% hint %}}\n\n```sql\nSELECT 1;\n```\n",
  "content/z/a.md": '---\ntitle: Ä i\nlastmod: 2024-10-27\n---\n{{% include-headless "/part" %}}\n',
  "content/z/c.md":
    '---\ntitle: 日本語\n---\n{{% include-example file="tools" example="mount" %}}\n\n日本語の文章です。\n',
  "static/robots.txt": "User-agent: *\n",
};

/** Four days later, for all that asks the clock. */
const LATER = `const Then = Date;
globalThis.Date = class extends Then {
  constructor(...values) { values.length > 0 ? super(...values) : super(Then.now() + 345600000); }
  static now() { return Then.now() + 345600000; }
};`;

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

/** Lays the site; `names` is the order in which its files are written. */
function lay(root: string, names = Object.keys(FILES)): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), FILES[name] ?? "");
  }
}

interface Way {
  readonly root?: string;
  readonly cache?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What the command is run by. */
  readonly by?: readonly string[];
}

/** Builds as a process of its own; gives its output and what it told, without the time it took. */
async function built(out: string, { root = at("site"), cache, environment, by = [] }: Way = {}) {
  const caching = cache === undefined ? ["--no-cache"] : ["--cache", cache];
  const args = ["build", "--site", root, "--out", at(out), ...caching];
  const [program = "", ...rest] = [
    ...by,
    process.execPath,
    inRepository("src/launch.mjs"),
    ...args,
  ];
  const child = spawn(program, rest, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      told += String(text);
    });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect([code, told]).toEqual([0, told]);
  return outputOf(at(out));
}

const has = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

describe("the same bytes come out", () => {
  let first: Map<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "waymark-same-"));
    lay(at("site"));
    first = await built("first");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("in another folder, of files that were written in another order at another time", async () => {
    const root = at("a much longer way", "to", "the site");
    lay(root, Object.keys(FILES).reverse());
    for (const name of Object.keys(FILES)) utimesSync(join(root, name), 1, 1_000_000);
    expect(await built("deep/er/out", { root })).toEqual(first);
  });

  test("days later, in another time zone and another language", async () => {
    const clock = at("clock.mjs");
    writeFileSync(clock, LATER);
    const environment = {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      NODE_OPTIONS: `--import=${clock}`,
    };
    expect(await built("later", { environment })).toEqual(first);
  });

  test("with a cache that is empty, full, or one of another site", async () => {
    lay(at("other"), ["data/site.yml", "data/tools.yml", "content/z/c.md", "content/_index.md"]);
    await built("other-out", { root: at("other"), cache: at("cache") });
    for (const out of ["mixed", "mixed", "full"])
      expect(await built(out, { cache: at("cache") })).toEqual(first);
  });

  test.skipIf(!has("taskset", "-c", "0", "true"))("on one processor", async () => {
    expect(await built("one", { by: ["taskset", "-c", "0"] })).toEqual(first);
  });

  // util-linux; `-e` gives the exit code of the command.
  test.skipIf(!has("script", "-qec", "true", "/dev/null"))("on a terminal", async () => {
    const by = ["sh", "-c", 'script -qec "$*" /dev/null', "sh"];
    expect(await built("terminal", { by })).toEqual(first);
  });
});

/** Mounts a file system in memory, which only root may; undefined where that fails. */
function mounted(place: string, options: string): (() => void) | undefined {
  mkdirSync(place, { recursive: true });
  if (!has("mount", "-t", "tmpfs", "-o", options, "tmpfs", place)) return undefined;
  return () => {
    spawnSync("umount", [place]);
  };
}

describe("a cache that cannot be written to", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "waymark-full-"));
    lay(at("site"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(["size=16k", "ro"])("is no fault (%s)", async (options) => {
    const name = options.replace("=", "-");
    const unmount = mounted(at(name), options);
    try {
      // Where nothing may be mounted, a file in the way of the cache's folders does nearly the same.
      if (unmount === undefined)
        for (let i = 0; i < 256; i++) writeFileSync(at(name, i.toString(16).padStart(2, "0")), "");
      const plain = await built(`plain-${name}`);
      for (let i = 0; i < 2; i++)
        expect(await built(`out-${name}`, { cache: at(name) })).toEqual(plain);
    } finally {
      unmount?.();
    }
  });

  test("or has entries of others, damaged ones, and folders in their places, is no fault", async () => {
    const plain = await built("plain");
    await built("out", { cache: at("cache") });
    const entries = readdirSync(at("cache"), { recursive: true, encoding: "utf8" })
      .map((name) => at("cache", name))
      .filter((path) => statSync(path).isFile())
      .sort();
    const [head] = entries.map((path) => readFileSync(path));
    for (const [index, path] of entries.entries()) {
      const bytes = readFileSync(path);
      if (index % 4 === 0) writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
      if (index % 4 === 1)
        writeFileSync(
          path,
          bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte)),
        );
      if (index % 4 === 2) writeFileSync(path, head ?? "");
      if (index % 4 === 3) {
        rmSync(path);
        mkdirSync(join(path, "deep"), { recursive: true });
      }
    }
    expect(entries.length).toBeGreaterThan(4);
    for (const out of ["fresh", "out"])
      expect(await built(out, { cache: at("cache") })).toEqual(plain);
  });
});
