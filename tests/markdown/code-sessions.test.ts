/** Prompts, commands and answers in sessions. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSession, type SessionKind } from "../../src/markdown/code-sessions.ts";

/** The commands of a session, as they are copied; undefined for code without prompts. */
function commands(kind: SessionKind, code: string): string[] | undefined {
  return readSession(code, kind)
    ?.filter(({ isAnswer }) => !isAnswer)
    .map(({ text }) => text);
}

describe("readSession", () => {
  test.each<[string, SessionKind, string, string[] | undefined]>([
    ["no prompt", "shell", "ls\n# a comment", undefined],
    ["one command", "shell", "$ ls\na\n\nb", ["ls"]],
    ["several", "shell", "$ ls\na\n$ pwd\n/", ["ls", "pwd"]],
    ["a backslash", "shell", "$ curl \\\n  -f \\\n  a\nok", ["curl \\", "  -f \\", "  a"]],
    ["a backslash in an answer", "shell", "$ ls\na\\\nb", ["ls"]],
    ["an escaped backslash", "shell", "$ echo \\\\\n\\", ["echo \\\\"]],
    ["a pipe and a list", "shell", "$ a |\nb &&\nc\nout", ["a |", "b &&", "c"]],
    [
      "a here-document",
      "shell",
      "$ cat <<'EOF' > f\nx\n$ y\n# it's\nEOF\nout",
      ["cat <<'EOF' > f", "x", "$ y", "# it's", "EOF"],
    ],
    ["an indented one", "shell", "$ cat <<-A\n\tx\n\tA\nout", ["cat <<-A", "\tx", "\tA"]],
    ["two of them", "shell", "$ a <<A <<B\nA\nB\nout", ["a <<A <<B", "A", "B"]],
    ["prompts for more", "shell", "$ cat <<A\n> x\n> A\nout", ["cat <<A", "x", "A"]],
    ["a here-string", "shell", "$ cat <<<A\nout", ["cat <<<A"]],
    ["an open quote", "shell", "$ psql -c 'SELECT\n  1'\n1", ["psql -c 'SELECT", "  1'"]],
    ["a quote in quotes", "shell", '$ a "it\'s"\nout', ['a "it\'s"']],
    ["a quote in a comment", "shell", "$ a # it's\nout", ["a # it's"]],
    ["a user and a host", "shell", "ann@db:~/x$ ls\na\nann@db# id\n0", ["ls", "id"]],
    ["the superuser", "terminal", "# id\n0\n# ls", ["id", "ls"]],
    ["a comment beside prompts", "terminal", "# first\n$ ls", ["ls"]],
    [
      "psql",
      "sql",
      "shop=# SELECT 1\nshop-#   + 2;\n 3\n(1 row)\n\nshop=> \\d\nlist",
      ["SELECT 1", "  + 2;", "\\d"],
    ],
    ["psql without prompts for more", "sql", "shop=# SELECT\n  1;\n 1", ["SELECT", "  1;"]],
    ["mysql", "sql", "mysql> SELECT\n    -> 1;\n| 1 |", ["SELECT", "1;"]],
    ["operators of SQL", "sql", "SELECT a\n    -> 'b'\ndata-> 'c'", undefined],
    [
      "Python",
      "python",
      ">>> def f():\n...   pass\n...\n>>> f()\n1",
      ["def f():", "  pass", "", "f()"],
    ],
    ["PowerShell", "powershell", "PS C:\\a> ls\nb", ["ls"]],
  ])("%s", (_, kind, code, expected) => {
    expect(commands(kind, code)).toEqual(expected);
  });

  test("any text: each line stays what it was", () => {
    const pieces = fc.constantFrom(
      ..."$ # > a b ' \" \\ <<A <<'B' A B | && =# -# ; \n".split(" "),
      " ",
      "\n",
      "$ ",
    );
    const kinds = fc.constantFrom<SessionKind>("shell", "terminal", "sql", "python", "powershell");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), kinds, (parts, kind) => {
        const code = parts.join("");
        const lines = readSession(code, kind);
        if (lines === undefined) return;
        expect(lines.map(({ prompt, text }) => prompt + text).join("\n")).toBe(code);
        expect(lines.filter(({ isAnswer, prompt }) => isAnswer && prompt !== "")).toEqual([]);
      }),
    );
  });
});
