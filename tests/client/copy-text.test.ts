/** What of a code block is copied. */
import { describe, expect, test } from "vitest";
import { type CodeLine, commandText } from "../../src/client/copy-text.ts";

/** Lines as a page shows them: a dollar sign and a blank are a prompt. */
function lines(...texts: string[]): CodeLine[] {
  return texts.map((text) => ({ text, prompt: text.startsWith("$ ") ? "$ " : "" }));
}

describe("commandText", () => {
  test("takes everything where there are no prompts", () => {
    expect(commandText(lines("SELECT 1", "", "  FROM a;"))).toBe("SELECT 1\n\n  FROM a;");
  });

  test("leaves out prompts and answers", () => {
    expect(commandText(lines("$ psql -c 'SHOW a'", " a", "---", "$ exit"))).toBe(
      "psql -c 'SHOW a'\nexit",
    );
  });

  test("keeps the lines that go on after a backslash, and no more", () => {
    expect(commandText(lines("$ curl \\", "    -f \\", "    https://a.example", "ok"))).toBe(
      "curl \\\n    -f \\\n    https://a.example",
    );
  });

  test("a backslash in an answer keeps nothing", () => {
    expect(commandText(lines("$ ls", "a\\", "b"))).toBe("ls");
  });

  test("nothing of nothing", () => {
    expect(commandText([])).toBe("");
  });
});
