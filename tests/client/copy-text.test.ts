/** What of a code block is copied. */
import { describe, expect, test } from "vitest";
import { type CodeLine, commandText } from "../../src/client/copy-text.ts";

function line(text: string, more: Partial<CodeLine> = {}): CodeLine {
  return { text, prompt: "", isLeftOut: false, ...more };
}

describe("commandText", () => {
  test("takes everything where nothing is marked", () => {
    expect(commandText([line("SELECT 1"), line(""), line("  FROM a;")])).toBe(
      "SELECT 1\n\n  FROM a;",
    );
  });

  test("leaves out prompts, answers and lines that are taken away", () => {
    expect(
      commandText([
        line("shop=# SHOW a", { prompt: "shop=# " }),
        line(" a", { isLeftOut: true }),
        line("", { isLeftOut: true }),
        line("$ exit", { prompt: "$ " }),
      ]),
    ).toBe("SHOW a\nexit");
  });

  test("nothing of nothing", () => {
    expect(commandText([])).toBe("");
    expect(commandText([line("a", { isLeftOut: true })])).toBe("");
  });
});
