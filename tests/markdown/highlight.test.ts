/** Token classes of highlighted code. */
import { describe, expect, test } from "vitest";
import { codeLanguage, languageProblem } from "../../src/markdown/code-languages.ts";
import { type Line, sharedHighlighter } from "../../src/markdown/highlight.ts";

const highlighter = sharedHighlighter();

/** Lines with classes in brackets: `[tk SELECT] a`. */
function shown(code: string, language: string): string[] {
  return highlighter.highlight(code, language).map((line) => line.map(token).join(""));
}

function token([text, name]: Line[number]): string {
  return name === undefined ? text : `[${name} ${text}]`;
}

describe("SQL", () => {
  test.each([
    ["SELECT 'a''b', 1.5e3;", "[tk SELECT] [ts 'a''b'][tp ,] [tn 1.5e3][tp ;]"],
    ["select name, size from t", "[tk select] name[tp ,] size [tk from] t"],
    ["CREATE SOURCE s IN CLUSTER c", "[tk CREATE] [tk SOURCE] s [tk IN] [tk CLUSTER] c"],
    ["FROM POSTGRES CONNECTION pg", "[tk FROM] [tk POSTGRES] [tk CONNECTION] pg"],
    ["SSH TUNNEL x, AWS PRIVATELINK y", "[tk SSH] [tk TUNNEL] x[tp ,] [tk AWS] [tk PRIVATELINK] y"],
    ["ENVELOPE DEBEZIUM UPSERT", "[tk ENVELOPE] [tk DEBEZIUM] [tk UPSERT]"],
    [
      "ALTER TABLE t REPLICA IDENTITY FULL",
      "[tk ALTER] [tk TABLE] t [tk REPLICA] [tk IDENTITY] [tk FULL]",
    ],
    ["VALIDATE CONNECTION c", "[tk VALIDATE] [tk CONNECTION] c"],
    ["SUBSCRIBE (SELECT 1)", "[tk SUBSCRIBE] [tp (][tk SELECT] [tn 1][tp )]"],
    ["count(*), a.table", "[tf count][tp (*),] a[tp .]table"],
    ['"select" = a::int', '"select" [tp =] a[tp ::]int'],
    ["-- a SELECT", "[tc -- a SELECT]"],
    ["a /* b /* c */ d */ e", "a [tc /* b /* c */ d */] e"],
    ["$$ SELECT $$ $x$ y $x$", "[ts $$ SELECT $$] [ts $x$ y $x$]"],
    ["e'\\'' 'b'", "[ts e'\\''] [ts 'b']"],
    ["HOST '<host>', PORT <port>", "[tk HOST] [ts '<host>'][tp ,] [tk PORT] <port>"],
    ["a < b AND c > d", "a [tp <] b [tk AND] c [tp >] d"],
    ["\\d+ t", "[tk \\d+] t"],
  ])("%s", (code, expected) => {
    for (const language of ["sql", "mzsql", "postgres", "PostgreSQL", "pgsql"]) {
      expect(shown(code, language)).toEqual([expected]);
    }
  });

  test("a comment over lines", () => {
    expect(shown("/* a\nb */ c", "sql")).toEqual(["[tc /* a]", "[tc b */] c"]);
  });
});

describe("other languages", () => {
  test.each([
    ["sh", "psql -h 'a' # b", "[tf psql] [tk -h] [ts 'a'] [tc # b]"],
    ["json", '{"a": [1, true]}', '[tp {][tf "a"][tp :] [tp [][tn 1][tp ,] [tn true][tp ]}]'],
    ["yaml", "a: 'b' # c", "[tf a][tp :] [ts 'b'] [tc # c]"],
    ["toml", "a = 1", "a [tp =] [tn 1]"],
    ["ini", "wal_level = logical", "[tf wal_level] [tp =] logical"],
    ["python", "def f(): return 1", "[tk def] [tf f][tp ():] [tk return] [tn 1]"],
    ["js", "const a = 'b'", "[tk const] a [tp =] [ts 'b']"],
    ["ts", "let a: string", "[tk let] a[tp :] string"],
    ["html", '<a href="b">', '[tp <][tk a] [tf href][tp =][ts "b"][tp >]'],
    ["xml", "<a/>", "[tp <][tk a][tp />]"],
    ["rust", "fn a() {}", "[tk fn] [tf a][tp ()] [tp {}]"],
    ["java", "int a = 1;", "[tk int] a [tp =] [tn 1][tp ;]"],
    ["go", "func a() {}", "[tk func] [tf a][tp ()] [tp {}]"],
    ["dockerfile", "FROM a", "[tk FROM] a"],
    ["css", "a { color: red }", "[tk a] [tp {] [tf color][tp :] [tn red] [tp }]"],
    ["md", "# a", "[tp #][tk  a]"],
    ["properties", "a=b", "[tf a][tp =]b"],
    ["hcl", "a = 1", "a [tp =] [tn 1]"],
    ["terraform", "a = 1", "a [tp =] [tn 1]"],
  ])("%s: %s", (language, code, expected) => {
    expect(shown(code, language)).toEqual([expected]);
  });

  test.each(["text", "nofmt", "none", "console", "", "csv", "no-such-language"])(
    "%j is plain text",
    (language) => {
      expect(shown("SELECT 'a';\r\n\n-- b", language)).toEqual(["SELECT 'a';", "", "-- b"]);
    },
  );
});

test("a line beyond reading is plain", () => {
  expect(shown(`SELECT ${"a ".repeat(3_000)}`, "sql")).toEqual([`SELECT ${"a ".repeat(3_000)}`]);
});

test("labels", () => {
  const labels = ["mzsql", "postgres", "sql", "sh", "json", "nofmt", ""].map(
    (name) => codeLanguage(name).label,
  );
  expect(labels).toEqual(["Materialize", "PostgreSQL", "SQL", "Shell", "JSON", "Text", "Text"]);
});

test("a misspelt language", () => {
  expect(languageProblem("pyhton")).toEqual({
    id: "code-language",
    message: 'Unexpected code language "pyhton", expected a known one or "text"',
    suggestion: "python",
  });
  expect(languageProblem("Python")).toBeUndefined();
});

test("code in Markdown looks the same, whatever was highlighted before it", () => {
  const code = "```go\nreturn 1\n```\n\n```ini\na = b\n```";
  const first = shown(code, "markdown");
  shown("return 1", "go");
  shown("a = b", "ini");
  expect(shown(code, "markdown")).toEqual(first);
  expect(first).toContain("[tf a] [tp =] b");
});
