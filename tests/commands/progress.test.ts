/** Progress as a terminal and a log of a build server show it, by a clock of the test. */
import { describe, expect, test } from "vitest";
import { type ProgressOutput, withProgress } from "../../src/commands/progress.ts";
import { beginStep, pageDone } from "../../src/timing/steps.ts";

const CLEAR = "\r\u001B[2K";

/** What is written while a build of `pages` pages takes `pageMs` for each. */
async function written(
  pages: number,
  pageMs: number,
  output: Pick<ProgressOutput, "isTTY" | "columns">,
  environment: Record<string, string> = {},
): Promise<string> {
  let time = 0;
  let text = "";
  const write = (part: string): void => {
    text += part;
  };
  const build = async (): Promise<void> => {
    beginStep("Rendering pages", pages);
    for (let page = 0; page < pages; page++) {
      time += pageMs;
      pageDone();
    }
    beginStep("Making the search index");
  };
  await withProgress({ ...output, write }, build, { environment, now: () => time });
  return text;
}

describe("on a terminal", () => {
  const terminal = { isTTY: true, columns: 80 };

  test("one line is drawn again with the step, the pages and the rate, then goes away", async () => {
    const drawn = (await written(2_000, 100, terminal)).split(CLEAR);
    expect(drawn[1]).toBe(`[${" ".repeat(24)}] Rendering pages: 0 of 2,000`);
    expect(drawn[1_001]).toBe(
      `[============            ] Rendering pages: 1,000 of 2,000, 10 a second`,
    );
    expect(drawn.at(-1)).toBe("");
    expect(drawn.join("")).not.toContain("\n");
  });

  test("it is not drawn more often than the eye can follow", async () => {
    expect((await written(1_000, 1, terminal)).split(CLEAR).length).toBeLessThan(15);
  });

  test("it never wraps", async () => {
    const lines = (await written(50, 200, { isTTY: true, columns: 30 })).split(CLEAR);
    expect(Math.max(...lines.map((line) => line.length))).toBe(29);
  });
});

describe("without a terminal, on a build server, on a dumb terminal", () => {
  test.each([
    [{ isTTY: false }, {}],
    [{ isTTY: true }, { CI: "true" }],
    [{ isTTY: true }, { TERM: "dumb" }],
  ])("%j %j: plain lines, some seconds apart", async (output, environment) => {
    expect(await written(170, 100, output, environment)).toBe(
      "Rendering pages: 100 of 170, 10 a second\nRendering pages: 150 of 170, 10 a second\n",
    );
  });

  test("a short build says nothing", async () => {
    expect(await written(99, 100, { isTTY: false })).toBe("");
  });
});

test("a failure is passed on, and nobody listens any more", async () => {
  let text = "";
  const write = (part: string): void => {
    text += part;
  };
  const failing = withProgress({ write, isTTY: true }, () => Promise.reject(new Error("fails")), {
    environment: {},
  });
  await expect(failing).rejects.toThrow("fails");
  beginStep("Reading", 1);
  expect(text).toBe(CLEAR);
});
