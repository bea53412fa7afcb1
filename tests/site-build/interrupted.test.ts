/** Builds that are killed, builds beside others, and folders that nothing may be built into. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../../src/cache/digest.ts";
import { openBatchStore } from "../../src/cache/store.ts";
import { buildSite } from "../../src/project/build.ts";
import { outRefusal } from "../../src/project/out-folder.ts";
import { Project } from "../../src/project/project.ts";
import { siteFiles } from "../../src/project/site-inputs.ts";
import { openWorkFolder, removeLitter } from "../../src/project/work-folder.ts";
import { namesIn, outputOf } from "../helpers/output.ts";
import { inRepository } from "../helpers/repository.ts";

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-interrupted-"));
  for (let i = 0; i < 20; i++) write(`site/content/p${i}.md`, `# Page ${i}\n\nText.\n`);
  write("site/data/site.yml", "title: Gauges\nbaseURL: https://g.example/\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

async function build(out: string, cacheFolder?: string): Promise<void> {
  const cache = cacheFolder === undefined ? undefined : openBatchStore(cacheFolder);
  const files = cache && siteFiles(at("site"), [out]);
  const project = await Project.open(at("site"), { cache, isBuild: true });
  expect(await buildSite(project, out, { cache, files })).toBe(true);
}

interface Ended {
  readonly code: number | null;
  readonly told: string;
}

/** The command in a process group of its own. */
function command(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const all = [inRepository("src/launch.mjs"), "build", "--site", at("site"), ...args];
  const child = spawn(process.execPath, all, {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let told = "";
  child.stderr?.on("data", (text) => {
    told += String(text);
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code) => resolve({ code, told })),
  );
  return { child, ended };
}

/** How many files a build has written: to its folder of work, and to its cache. */
function written(): number {
  return readdirSync(folder)
    .filter((name) => name === "cache" || name.startsWith(".out-"))
    .reduce((sum, name) => sum + countIn(at(name)), 0);
}

function countIn(path: string): number {
  try {
    return readdirSync(path, { recursive: true }).length;
  } catch {
    return 0;
  }
}

describe("a build that is killed", () => {
  test("leaves the last output whole, the next one is right, and no litter stays", {
    timeout: 240_000,
  }, async () => {
    await build(at("out"), at("cache"));
    const files = namesIn(at("out")).length;
    // From the first file that is written to about the last; the last ones may have been done.
    for (const [index, share] of [0, 0.3, 0.7, 1].entries()) {
      const before = outputOf(at("out"));
      write("site/content/p3.md", `# Page 3\n\nAfter ${index}.\n`);
      await build(at("cold"));
      const cold = outputOf(at("cold"));
      const start = written();
      const { child, ended } = command("--out", at("out"), "--cache", at("cache"));
      let isOver = false;
      void ended.then(() => {
        isOver = true;
      });
      while (!isOver && written() <= start + share * files) await setImmediate();
      if (child.pid !== undefined && !isOver) process.kill(-child.pid, "SIGKILL");
      await ended;
      // Killed between two lines, the last output lies where the next build finds it.
      if (!existsSync(at("out"))) removeLitter(at("out"));
      const now = outputOf(at("out"));
      expect([before, cold].some((one) => isSame(one, now))).toBe(true);
      await build(at("out"), at("cache"));
      expect(outputOf(at("out"))).toEqual(cold);
      expect(readdirSync(folder).sort()).toEqual(["cache", "cold", "out", "site"]);
    }
  });

  test("while the folders change places leaves an output that the next one puts back", () => {
    const left = folderOf(deadProcess(), hostname());
    write(`${left}/previous/index.html`, "the last");
    removeLitter(at("out"));
    expect(readFileSync(at("out/index.html"), "utf8")).toBe("the last");
    expect(existsSync(at(left))).toBe(false);
  });

  test("in its very first moment leaves nothing either", () => {
    mkdirSync(at(folderOf(deadProcess(), hostname())));
    removeLitter(at("out"));
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  test("is told from one that goes on, here or elsewhere, and from folders of others", () => {
    const running = openWorkFolder(at("out"));
    const remote = folderOf(deadProcess(), "elsewhere");
    const mine = [".out-backup", ".out-12-notes1", ".out-abc123", `${remote}-mine`];
    for (const name of [remote, ...mine]) mkdirSync(at(name));
    removeLitter(at("out"));
    const work = dirname(running.site).slice(folder.length + 1);
    const left = (): string[] => readdirSync(folder).filter((name) => name.startsWith(".out-"));
    expect(left().sort()).toEqual([...mine, remote, work].sort());
    // A day later nobody works there any more.
    utimesSync(at(remote), 1, 1);
    removeLitter(at("out"));
    expect(left().sort()).toEqual([...mine, work].sort());
  });
});

describe("builds at once", () => {
  test("into one folder, and into two with one cache, are all right", {
    timeout: 120_000,
  }, async () => {
    await build(at("cold"));
    const outs = ["out", "out", "out", "other"];
    const all = outs.map((out) => command("--out", at(out), "--cache", at("cache")).ended);
    for (const { code, told } of await Promise.all(all)) expect([code, told]).toEqual([0, told]);
    expect(outputOf(at("out"))).toEqual(outputOf(at("cold")));
    expect(outputOf(at("other"))).toEqual(outputOf(at("cold")));
    expect(readdirSync(folder).sort()).toEqual(["cache", "cold", "other", "out", "site"]);
  });

  test("find their folder while another one moves it", async () => {
    mkdirSync(at("out"));
    write("out/index.html", "");
    const code = `const { renameSync } = require("node:fs");
      const { parentPort, workerData: [out, away] } = require("node:worker_threads");
      parentPort.postMessage("");
      for (let i = 0; i < 20_000; i++) { renameSync(out, away); renameSync(away, out); }`;
    const mover = new Worker(code, { eval: true, workerData: [at("out"), at("away")] });
    let isOver = false;
    const ended = once(mover, "exit").then(() => {
      isOver = true;
    });
    await once(mover, "message");
    while (!isOver) {
      expect(outRefusal(at("site"), at("out"))).toBeUndefined();
      siteFiles(at("site"), [at("out")]);
      openWorkFolder(at("out")).remove();
      await setImmediate();
    }
    await ended;
  });

  test("take the place of what another one has put there meanwhile", () => {
    const [one, two] = [openWorkFolder(at("out")), openWorkFolder(at("out"))];
    for (const [name, work] of Object.entries({ one, two })) {
      mkdirSync(work.site);
      writeFileSync(join(work.site, "index.html"), name);
    }
    one.finish();
    two.finish();
    one.remove();
    two.remove();
    expect(readFileSync(at("out/index.html"), "utf8")).toBe("two");
    expect(readdirSync(folder).sort()).toEqual(["out", "site"]);
  });
});

describe("an output", () => {
  test("behind a link stays behind it", async () => {
    mkdirSync(at("elsewhere"));
    symlinkSync(at("elsewhere"), at("out"));
    await build(at("out"));
    expect(existsSync(at("elsewhere/index.html"))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["elsewhere", "out", "site"]);
  });

  test("never takes the place of the site, of a part of it, or of anything that was not built", async () => {
    write("mine/notes.txt", "Mine.");
    write("file", "Mine.");
    write("site/static/index.html", "Mine.");
    const places = {
      "": "a folder that does not hold the site",
      site: "a folder that does not hold the site",
      "site/content": "a folder that the site is not made from",
      "site/static/deep": "a folder that the site is not made from",
      mine: "a folder that is new or empty, or holds a built site",
      file: "a folder",
    };
    const before = outputOf(folder);
    for (const [place, expected] of Object.entries(places))
      expect(outRefusal(at("site"), at(place)), place).toBe(expected);
    for (const place of ["site/dist", "new/deep", "cache/new"])
      expect(outRefusal(at("site"), at(place)), place).toBeUndefined();
    const { code, told } = await command("--out", at("mine")).ended;
    expect([code, told.split("\n")[0]]).toEqual([
      2,
      `Unexpected --out ${at("mine")}, expected ${places.mine}.`,
    ]);
    expect(outputOf(folder)).toEqual(before);
  });
});

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}

/** The name of the folder that a build of a process makes beside `out`. */
function folderOf(id: number, host: string): string {
  return `.out-${id}-${digestOf(host).slice(0, 8)}-abc123`;
}

/** The number of a process that has ended: no system gives numbers as high. */
function deadProcess(): number {
  return 2 ** 30;
}
