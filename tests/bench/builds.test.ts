/** Builds in alternation, and what is made of their results: tables, ratios, figures, a chart. */
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { type Recording, startRecording, stopRecording } from "../../src/timing/recorder.ts";
import { timingTable } from "../../src/timing/table.ts";
import { withSite } from "../helpers/case.ts";
import { chartOf } from "./builds/chart.ts";
import { figureFiles } from "./builds/figures.ts";
import { type BuildResult, median, stagesOf } from "./builds/results.ts";
import { runBuilds } from "./builds/run.ts";
import { SUBJECTS, type Subject } from "./builds/subjects.ts";
import { buildTable, ratiosOf, stageTable } from "./builds/tables.ts";
import { benchOptions } from "./options.ts";

/** A generator that copies its pages, and prints what it finds. */
const COPIER: Subject = {
  name: "Copier",
  dialect: "starlight",
  files: { "settings.txt": "one" },
  output: "out",
  kept: ["kept"],
  command: () => [
    "sh",
    "-c",
    "ls -d out kept settings.txt 2>/dev/null; mkdir -p kept; cp -R src/content/docs/. out",
  ],
};

/** Runs that took `seconds`, with a table of stages. */
function result(subject: string, pages: number, cold: number, edited: number): BuildResult {
  const run = (wallSeconds: number) => ({
    exitCode: 0,
    wallSeconds,
    cpuSeconds: wallSeconds * 2,
    peakMiB: 100 + pages,
    output: "Phase  Time\n  read            1.00 s   25 %\n  all             4.00 s  100 %\n",
  });
  const runs = { cold: [run(cold)], unchanged: [run(cold / 10)], edited: [run(edited)] };
  return { subject, pages, runs, outputBytes: 2e6, outputFiles: 7 };
}

const RESULTS = [
  result("Waymark", 100, 4, 1),
  result("Peer & co", 100, 8, 8),
  result("Waymark", 1_000, 40, 2),
  result("Peer & co", 1_000, 100, 80),
];

describe("builds", () => {
  test("run cold, unchanged and edited, with nothing of an earlier run for a cold one", async () => {
    await withSite({ "copier/kept/old": "", "copier/out/old": "" }, async (work) => {
      const lines: string[] = [];
      const log = (line: string): void => void lines.push(line);
      const options = { pages: 3, rounds: 2, work, log };
      const [copied] = await runBuilds({ ...options, subjects: [COPIER] });
      expect(copied?.runs.cold.map(({ output }) => output)).toEqual([
        "settings.txt\n",
        "settings.txt\n",
      ]);
      const later = copied?.runs.edited.map(({ output }) => output.split("\n").sort().join(" "));
      expect(later).toEqual([" kept out settings.txt", " kept out settings.txt"]);
      // Three guides, their section, its part, the home page.
      expect(copied?.outputFiles).toBe(6);
      expect(lines.filter((line) => line.includes("does not show"))).toEqual([
        "Copier does not show the edit.",
        "Copier does not show the edit.",
      ]);
    });
  });

  test("of what is not installed are left out", async () => {
    await withSite({}, async (work) => {
      const lines: string[] = [];
      const log = (line: string): void => void lines.push(line);
      const subjects = [{ ...COPIER, needs: "no-such-generator" }];
      expect(await runBuilds({ subjects, pages: 1, rounds: 1, work, log })).toEqual([]);
      expect(lines).toEqual(["Copier is left out: no-such-generator is not installed."]);
    });
  });

  test("of Waymark show the edit and tell their stages", async () => {
    await withSite({}, async (work) => {
      const lines: string[] = [];
      const log = (line: string): void => void lines.push(line);
      const subjects = benchOptions([]).subjects;
      const [built] = await runBuilds({ subjects, pages: 3, rounds: 1, work, log });
      expect(lines).toHaveLength(3);
      expect(
        Object.values(built?.runs ?? {})
          .flat()
          .map(({ exitCode }) => exitCode),
      ).toEqual([0, 0, 0]);
      expect(Object.keys(stagesOf(built?.runs.cold[0]?.output ?? ""))).toEqual([
        "read",
        "parse",
        "resolve",
        "highlight",
        "render",
        "search",
        "write",
        "other",
        "all",
      ]);
      expect(built?.outputFiles).toBeGreaterThan(20);
    });
  });
});

describe("results", () => {
  test("have a median of an even and an odd number", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, Number.NaN]);
  });

  test("have the stages that --timing prints", () => {
    startRecording();
    const recording: Recording = { ...(stopRecording() as Recording), total: 8_000 };
    expect(stagesOf(timingTable(recording))).toMatchObject({ parse: 0, other: 8, all: 8 });
  });

  test("stand in a table, a failed build as a dash", () => {
    const [one] = RESULTS;
    if (one === undefined) throw new Error("Expected a result.");
    const failed = one.runs.cold.map((run) => ({ ...run, exitCode: 1 }));
    const rows = buildTable([one, { ...one, runs: { ...one.runs, cold: failed } }]).split("\n");
    expect(rows[1]?.split(/ {2,}/).slice(1)).toEqual([
      "Waymark",
      "100",
      "4.0",
      "8.0",
      "0.4",
      "0.8",
      "1.0",
      "2.0",
      "200",
      "2.0",
      "7",
    ]);
    expect(rows[2]).toMatch(/^ {2}Waymark +100 +– +– +0\.4/);
    expect(stageTable([one])).toContain("Waymark, 100             1.00  4.00\n");
  });

  test("are compared with peers, with themselves, and with fewer pages", () => {
    expect(ratiosOf(RESULTS)).toEqual([
      { name: "100 pages, cold, against Peer & co", value: 0.5 },
      { name: "100 pages, one edit, against Peer & co", value: 0.125 },
      { name: "100 pages, unchanged, against cold", value: 0.1 },
      { name: "100 pages, one edit, against cold", value: 0.25 },
      { name: "1000 pages, cold, against Peer & co", value: 0.4 },
      { name: "1000 pages, one edit, against Peer & co", value: 0.025 },
      { name: "1000 pages, unchanged, against cold", value: 0.1 },
      { name: "1000 pages, one edit, against cold", value: 0.05 },
      { name: "1000 pages against 100, cold, time", value: 10 },
      { name: "1000 pages against 100, cold, memory", value: 5.5 },
    ]);
  });
});

describe("what the manual shows", () => {
  test("has data for tables with a row for each size, each part and each generator", () => {
    const files = figureFiles(RESULTS);
    const rows = (name: string): Record<string, string>[] =>
      (
        load(files.get(`data/manual-inside/${name}.yml`) ?? "") as {
          rows: Record<string, string>[];
        }
      ).rows;
    expect(rows("build-times")).toEqual([
      {
        site: "100 guides",
        cold: "1.00",
        unchanged: "10 %",
        edited: "25 %",
        memory: "200 MiB",
        output: "2 MB",
      },
      {
        site: "1,000 guides",
        cold: "10",
        unchanged: "10 %",
        edited: "5 %",
        memory: "1,100 MiB",
        output: "2 MB",
      },
    ]);
    expect(rows("build-parts")[0]).toMatchObject({ phase: "`read`", time: "25 %" });
    expect(
      rows("build-peers").map(({ generator, cold, edited }) => [generator, cold, edited]),
    ).toEqual([
      ["Waymark", "1.00", "0.05"],
      ["Peer & co", "2.50", "2.00"],
    ]);
  });

  test("has no comparison where there was none", () => {
    const files = figureFiles(RESULTS.filter(({ subject }) => subject === "Waymark"));
    expect([...files.keys()]).toEqual([
      "data/manual-inside/build-times.yml",
      "data/manual-inside/build-parts.yml",
    ]);
  });

  test("has a chart with bars to scale, in the color of the text, told in words", () => {
    const rows = [
      { name: "A", cold: 10, edited: 5 },
      { name: "B & <c>", cold: 20, edited: Number.NaN },
    ];
    const tree = fromHtml(chartOf("Times", rows), { fragment: true, space: "svg" });
    const widths = selectAll("rect", tree).map(({ properties }) => Number(properties.width));
    expect(widths).toEqual([245, 122.5, 490, 0]);
    const svg = select("svg", tree);
    expect(svg?.properties).toMatchObject({ fill: "currentColor", viewBox: "0 0 680 152" });
    expect(textOf(select("title", tree) ?? tree)).toBe("Times");
    expect(textOf(select("desc", tree) ?? tree)).toBe(
      "A: 1.00 cold, 0.50 after one edit. B & <c>: 2.00 cold, not measured, after one edit.",
    );
    expect(selectAll("[style], script, [fill^='#']", tree)).toEqual([]);
  });
});

describe("what is asked for", () => {
  test("by default is Waymark alone at sizes that take minutes", () => {
    const { sizes, subjects, suites, isWriting } = benchOptions([]);
    expect([sizes, subjects.map(({ name }) => name), suites.size, isWriting]).toEqual([
      [100, 1_000],
      ["Waymark"],
      5,
      false,
    ]);
  });

  test("may be sizes in any order, peers, some parts", () => {
    const options = benchOptions([
      "--sizes",
      "1000,10",
      "--peers",
      "hugo,vitepress",
      "--only",
      "dev",
    ]);
    expect(options.sizes).toEqual([10, 1_000]);
    expect(options.subjects).toEqual([SUBJECTS.waymark, SUBJECTS.hugo, SUBJECTS.vitepress]);
    expect([...options.suites]).toEqual(["dev"]);
  });

  test.each([
    ["--sizes", "few"],
    ["--sizes", "0"],
    ["--peers", "jekyll"],
    ["--only", "x"],
    ["--rounds", "-1"],
  ])("is refused: %s %s", (option, value) => {
    expect(() => benchOptions([`${option}=${value}`])).toThrow(`Unexpected ${option} ${value}`);
  });
});
