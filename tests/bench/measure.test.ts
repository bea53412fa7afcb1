/** Measuring: processes that outlive their parents count, and what /proc says is read right. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { measure, parseStat, TreeWatch, treeOf } from "./process-tree.ts";

const HAS_PROC = existsSync("/proc/self/stat");

const state = (id: number, parent: number, session = 1) => ({
  id,
  parent,
  session,
  ownTicks: 0,
  childTicks: 0,
  residentPages: 0,
});

describe("a process", () => {
  test("is read from its line, whatever its name is", () => {
    const line = "42 (a) b (c)) S 7 42 40 0 -1 4194304 1 2 3 4 50 6 70 8 20 0 11 0 1 9 333 1";
    expect(parseStat(line)).toEqual({
      id: 42,
      parent: 7,
      session: 40,
      ownTicks: 56,
      childTicks: 78,
      residentPages: 333,
    });
  });

  test("belongs to the tree by its parent, its session, or because it did before", () => {
    const all = [
      state(9, 1),
      state(10, 1, 10),
      state(11, 10, 10),
      state(12, 11, 12),
      state(13, 1, 10),
      state(14, 1, 14),
    ];
    expect(
      treeOf(10, new Set([14, 99]), all)
        .map(({ id }) => id)
        .sort((a, b) => a - b),
    ).toEqual([10, 11, 12, 13, 14]);
  });

  test("that nobody waited for counts with its own time, others by what their parents know", () => {
    const watch = new TreeWatch(10);
    expect(watch.result().cpuSeconds).toBeNaN();
    watch.ended({ ...state(10, 1), ownTicks: 50, childTicks: 150 });
    expect(watch.result().cpuSeconds).toBe(2);
    watch.ended({ ...state(11, 1), ownTicks: 400 });
    expect(watch.result().cpuSeconds).toBe(4.5);
  });
});

describe("a command", () => {
  test("is run to its end, with its exit code and what it prints", async () => {
    const measured = await measure({
      command: process.execPath,
      arguments: ["-e", "console.log(process.env.WORD); console.error(2); process.exit(3)"],
      folder: tmpdir(),
      environment: { WORD: "one" },
    });
    expect(measured.exitCode).toBe(3);
    expect(measured.output).toContain("one\n");
    expect(measured.output).toContain("2\n");
    expect(measured.wallSeconds).toBeGreaterThan(0);
  });

  test.runIf(HAS_PROC)("is measured with the processes that it starts", async () => {
    const work =
      "for (const end = process.cpuUsage().user + 3e5; process.cpuUsage().user < end; );";
    const measured = await measure({
      command: "sh",
      arguments: ["-c", '"$0" -e "$1"; true', process.execPath, work],
      folder: tmpdir(),
    });
    expect(measured.cpuSeconds).toBeGreaterThan(0.3);
    expect(measured.peakMiB).toBeGreaterThan(0);
  });

  test.runIf(HAS_PROC)("has the memory of all its processes at one time", async () => {
    const hold =
      "globalThis.held = Buffer.alloc(1e8, 1); console.log(1); setInterval(() => {}, 1e6)";
    const shell = spawn("sh", ["-c", '"$0" -e "$1" & echo $!; wait', process.execPath, hold]);
    let output = "";
    for await (const part of shell.stdout) {
      output += String(part);
      if (output.split("\n").length > 2) break;
    }
    const watch = new TreeWatch(shell.pid ?? -1);
    watch.sample();
    process.kill(Number.parseInt(output.replace(/^1\n/, ""), 10));
    expect(watch.result().peakMiB).toBeGreaterThan(95);
  });

  test("that is not there fails", async () => {
    const run = { command: "no-such-command", arguments: [], folder: tmpdir() };
    expect((await measure(run)).exitCode).toBe(127);
  });
});
