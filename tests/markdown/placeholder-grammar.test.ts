/** Which text is a placeholder. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findCandidates,
  isPlaceholderName,
  type TextKind,
} from "../../src/markdown/placeholder-grammar.ts";

/** The names found; doubtful ones with a question mark. */
function names(text: string, kind: TextKind): string[] {
  return findCandidates(text, kind).map(({ name, isDoubtful }) => (isDoubtful ? `${name}?` : name));
}

describe("findCandidates", () => {
  test.each<[TextKind, string, string[]]>([
    ["script", "psql -h <host> -p <port>", ["host", "port"]],
    ["script", "'<PASSWORD>'", ["PASSWORD"]],
    ["script", "postgres://<user>:<password>@<host>", ["user", "password", "host"]],
    ["script", "com.amazonaws.vpce.<region>.vpce-svc-<service_id>", ["region", "service_id"]],
    [
      "script",
      "<your-region> <SSH_BASTION_HOST> <db.name>",
      ["your-region", "SSH_BASTION_HOST", "db.name"],
    ],
    ["script", "a = <your region>", ["your region"]],
    ["script", "FROM <table>, <source>", ["table", "source"]],
    ["script", "<key>=<value>", ["key", "value"]],
    ["script", "--name <größe>", ["größe"]],
    ["plain", "`<host>` and <database>", ["host", "database"]],
    // Too little to be sure of
    ["plain", "<table> <p>", ["table?", "p?"]],
    ["plain", "status <none>", ["none?"]],
    ["plain", "<schema>.<table>.<column>", ["schema", "table", "column"]],
    ["plain", "<host> and <table>", ["host", "table?"]],
    ["plain", "<div>.<p>", ["div?", "p?"]],
    ["script", "pg_v<version>", ["version?"]],
    ["script", "Vec<T> Map<String>", ["T?", "String?"]],
    ["plain", "List<int>", ["int?"]],
    ["plain", "for every <T>", ["T?"]],
    ["typed", 'connect("<host>/<table>")', ["host", "table?"]],
    // No placeholders
    ["typed", "Vec<T>, Map<String>, foo_<bar>", []],
    ["typed", "#include <stdio.h>\n#include <vector>", []],
    ["plain", "#include <stdio.h>", []],
    ["plain", "<stdio.h>", []],
    ["markup", "<host>", []],
    ["script", "cat <<EOF> out", []],
    ["script", "cat <<EOF\nEOF\n", []],
    ["script", "1 << 2 >> 3, a <- b, a <> b, a <= b, a => b", []],
    ["script", "a < b > c, a <b and c> d, a < host >", []],
    ["script", "WHERE a <b AND c> d", []],
    ["script", "mail <my file>log", []],
    ["script", "sort <in.txt >out.txt", []],
    ["script", "<me@example.com> <https://example.com/> <www.example.com>", []],
    ["script", "(?<year>[0-9]+) (?P<month>x)", []],
    ["script", "<note>text</note> <br>", []],
    ["script", "<IfModule mod_headers.c>\n</IfModule>", []],
    ["script", "</host> <!doctype html> <?xml ?> <host/> <1st> <> <a-> <a.>", []],
    ["script", '<a href="b">', []],
    ["script", "<a\nb> <a  b> <a\tb>", []],
  ])("%s %j", (kind, text, expected) => {
    expect(names(text, kind)).toEqual(expected);
  });

  test("finds each name between words, and its place", () => {
    const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{2,12}$/);
    const words = fc.stringMatching(/^[ a-z0-9'":/@.,;=-]{0,20}[ '":/@,;=-]$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, name), { maxLength: 12 }), words, (parts, last) => {
        const text = parts.map(([before, inner]) => `${before}<${inner}>`).join("") + last;
        const found = findCandidates(text, "script");
        expect(found.map((one) => one.name)).toEqual(parts.map(([, inner]) => inner));
        for (const one of found) expect(text.slice(one.start, one.end)).toBe(`<${one.name}>`);
      }),
    );
  });

  test("any text: in order, apart, within one line, with a name that can be one", () => {
    const pieces = fc.constantFrom(
      ..."< > << </ a host HOST T table 1 . - _ # ( ? \n = / @ é ".split(" "),
      " ",
    );
    const kinds = fc.constantFrom<TextKind>("script", "plain", "typed");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), kinds, (parts, kind) => {
        const text = parts.join("");
        let last = 0;
        for (const { name, start, end } of findCandidates(text, kind)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(`<${name}>`);
          expect(isPlaceholderName(name)).toBe(true);
          expect(name).not.toMatch(/[<>\n/@]/);
          last = end;
        }
      }),
    );
  });
});
