/** Where time goes: own time of phases, sums of pages and snippets, nothing unless asked. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  during,
  forNode,
  forPage,
  forSnippet,
  type Recording,
  rememberOwners,
  startRecording,
  stopRecording,
  waitingIn,
} from "../../src/timing/recorder.ts";
import { timingTable } from "../../src/timing/table.ts";

/** A clock that stands still until a test moves it. */
let time = 0;
const spend = (milliseconds: number): void => {
  time += milliseconds;
};

beforeEach(() => {
  time = 0;
  vi.spyOn(performance, "now").mockImplementation(() => time);
});

afterEach(() => {
  stopRecording();
  vi.restoreAllMocks();
});

function recorded(): Recording {
  const recording = stopRecording();
  if (recording === undefined) throw new Error("Nothing was recorded.");
  return recording;
}

const timeOf = ({ phases }: Recording, wanted: string): number | undefined =>
  phases.find(({ name }) => name === wanted)?.milliseconds;

describe("recording", () => {
  test("a phase inside of another has its own time, at any depth and after errors", () => {
    startRecording();
    during("resolve", () => {
      spend(5);
      during("parse", () => spend(20));
      expect(() =>
        during("render", () => {
          spend(1);
          during("highlight", () => spend(100));
          throw new Error("fails");
        }),
      ).toThrow("fails");
      spend(2);
    });
    spend(3);
    const recording = recorded();
    const times = ["resolve", "parse", "render", "highlight", "read"].map((name) =>
      timeOf(recording, name),
    );
    expect(times).toEqual([7, 20, 1, 100, 0]);
    expect(recording.total).toBe(131);
  });

  test("a phase that waits leaves the time of others that run meanwhile to them", async () => {
    startRecording();
    await waitingIn("write", async () => {
      spend(10);
      await waitingIn("search", async () => {
        await pause(0);
        spend(4);
      });
      await pause(0);
      during("render", () => spend(30));
      spend(1);
    });
    const recording = recorded();
    expect(timeOf(recording, "write")).toBe(11);
    expect(timeOf(recording, "search")).toBe(4);
    expect(timeOf(recording, "render")).toBe(30);
  });

  test("pages and snippets are summed, the slowest first", () => {
    startRecording();
    const code = { type: "code" };
    forPage("content/a.md", () => forSnippet("data/a.yml#x", () => spend(4)));
    forPage("content/b.md", () => {
      forSnippet("data/a.yml#x", () => spend(6));
      forSnippet("data/b.yml#y", () => spend(1));
      rememberOwners([code], () => "data/b.yml#y");
      forNode(code, () => spend(50));
      forNode({ type: "code" }, () => spend(9));
    });
    expect(recorded()).toMatchObject({
      pages: [
        { name: "content/b.md", milliseconds: 66, count: 1 },
        { name: "content/a.md", milliseconds: 4, count: 1 },
      ],
      snippets: [
        { name: "data/b.yml#y", milliseconds: 51, count: 1 },
        { name: "data/a.yml#x", milliseconds: 10, count: 2 },
      ],
    });
  });

  test("nothing is kept unless asked, and nodes are not even listed", async () => {
    const list = vi.fn(function* () {
      yield {};
    });
    expect(during("parse", () => 1)).toBe(1);
    expect(await waitingIn("write", async () => 2)).toBe(2);
    expect(forPage("a", () => forSnippet("b", () => forNode({}, () => 3)))).toBe(3);
    const nodes = list();
    rememberOwners(nodes, () => "x");
    expect(nodes.next().done).toBe(false);
    expect(stopRecording()).toBeUndefined();
    expect(performance.now).not.toHaveBeenCalled();
  });
});

describe("the table", () => {
  test("has every phase, adds up, and names the ten slowest", () => {
    startRecording();
    during("read", () => spend(250));
    during("highlight", () => spend(500));
    spend(250);
    for (let page = 1; page <= 12; page++)
      forPage(`content/${page}.md`, () => during("render", () => spend(page * 100)));
    forSnippet("data/a.yml#x", () => undefined);
    const table = timingTable(recorded());
    expect(table.split("\n").slice(0, 10)).toEqual([
      "Phase               Time  Share",
      "  read            0.25 s    3 %",
      "  parse           0.00 s    0 %",
      "  resolve         0.00 s    0 %",
      "  highlight       0.50 s    6 %",
      "  render          7.80 s   89 %",
      "  search          0.00 s    0 %",
      "  write           0.00 s    0 %",
      "  other           0.25 s    3 %",
      "  all             8.80 s  100 %",
    ]);
    expect(table).toContain("\nSlowest pages\n 1200.0 ms  content/12.md\n");
    expect(table).toContain("content/3.md");
    expect(table).not.toContain("content/2.md");
    expect(table).toMatch(/\n +0\.0 ms +1 use +data\/a\.yml#x\n$/);
  });
});
