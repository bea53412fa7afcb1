/** The engine as a bundle: made once, the same as its sources, and never that of other sources. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestsIn } from "../../src/project/built-files.ts";
import { inRepository } from "../helpers/repository.ts";

const FILES = {
  "data/site.yml": "title: Tide tables\n",
  "content/_index.md": "---\ntitle: Tide tables\n---\n\n## High water\n\nAt noon.\n",
  "content/low.md":
    '---\ntitle: Low water\n---\n\n{{< note >}}\nAt *six*.\n{{< /note >}}\n\n```js\nconst six = "6";\n```\n',
};

/** A copy of the engine, with the packages of the repository but none of what is kept among them. */
let home: string;
let site: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "waymark-engine-"));
  site = mkdtempSync(join(tmpdir(), "waymark-site-"));
  for (const name of ["src", "package.json"])
    cpSync(inRepository(name), join(home, name), { recursive: true });
  mkdirSync(join(home, "node_modules"));
  for (const name of readdirSync(inRepository("node_modules")).filter((each) => each[0] !== "."))
    symlinkSync(inRepository("node_modules", name), join(home, "node_modules", name));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(site, path, ".."), { recursive: true });
    writeFileSync(join(site, path), text);
  }
});

afterAll(() => {
  for (const folder of [home, site]) rmSync(folder, { recursive: true, force: true });
});

const engines = (): string => join(home, "node_modules/.waymark/engines");
const bundle = (): string => join(engines(), readdirSync(engines())[0] ?? "", "run.mjs");
const waymark = (...args: string[]) =>
  spawnSync(process.execPath, [join(home, "src/launch.mjs"), ...args], { encoding: "utf8" });
const render = () => waymark("render", "content/low.md", "--site", site);

/** What the bundle says where it is loaded. */
const SIGN = "This is the bundle.";

describe("a bundle of the engine", () => {
  test("is made once by two at once, and nothing else is left", () => {
    const maker = pathToFileURL(join(home, "src/project/engine-bundle.ts")).href;
    const code = `const { bundleEngine } = await import(${JSON.stringify(maker)});
      await Promise.all([bundleEngine(), bundleEngine()]);`;
    execFileSync(process.execPath, ["--input-type=module", "-e", code]);
    expect(readdirSync(engines())).toHaveLength(1);
    expect(readFileSync(bundle(), "utf8")).toContain("export");
  });

  test("is what runs, and its builds have the bytes of those of the sources", () => {
    const outs = ["bundled", "from-sources"].map((name) => join(home, name));
    const [bundled = "", fromSources = ""] = outs;
    const build = (out: string): string =>
      waymark("build", "--site", site, "--out", out, "--no-cache").stderr;
    const whole = readFileSync(bundle(), "utf8");
    appendFileSync(bundle(), `;process.stderr.write(${JSON.stringify(SIGN)});`);
    expect(build(bundled)).toContain(SIGN);
    writeFileSync(bundle(), "throw 1;");
    expect(build(fromSources)).toContain("Built 2 pages");
    writeFileSync(bundle(), whole);
    expect(digestsIn(bundled)).toEqual(digestsIn(fromSources));
    expect(digestsIn(bundled).size).toBeGreaterThan(10);
  });

  test("runs without a compiler of TypeScript, once it has run", () => {
    // Node notes the modules of its own that it has loaded.
    const told = join(home, "told.mjs");
    writeFileSync(
      told,
      'process.on("exit", () => process.stderr.write(process.moduleLoadList.join()));',
    );
    const modules = (): string => {
      const args = ["--import", told, join(home, "src/launch.mjs"), "render", "content/low.md"];
      return spawnSync(process.execPath, [...args, "--site", site], { encoding: "utf8" }).stderr;
    };
    expect(modules()).toContain("NativeModule fs");
    expect(modules()).not.toContain("amaro");
  });

  test("that is damaged gives way to the sources", () => {
    const whole = readFileSync(bundle(), "utf8");
    const { stdout } = render();
    expect(stdout).toContain("<em>six</em>");
    for (const damaged of ["import './gone.mjs';", whole.slice(0, -40), "}"]) {
      writeFileSync(bundle(), damaged);
      expect(render().stdout).toBe(stdout);
    }
    writeFileSync(bundle(), whole);
  });

  test("is one of these sources, whatever their times are", () => {
    appendFileSync(bundle(), `;process.stderr.write(${JSON.stringify(SIGN)});`);
    const source = join(home, "src/text/utf8.ts");
    const text = readFileSync(source, "utf8");
    utimesSync(source, 1000, 1000);
    expect(render().stderr).toContain(SIGN);
    writeFileSync(source, `${text}// Changed.\n`);
    expect(render().stderr).not.toContain(SIGN);
    writeFileSync(source, text);
    expect(render().stderr).toContain(SIGN);
    writeFileSync(join(home, "src/text/new.ts"), "");
    expect(render().stderr).not.toContain(SIGN);
  });
});
