/** Fixes are edits that change what they are meant to change, and nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/messages/diagnostic.ts";
import { applied, editOf, editsByFile } from "../../src/messages/edits.ts";
import { Source } from "../../src/text/source.ts";

/** A finding about the first occurrence of `replaces` in a text. */
function finding(
  text: string,
  replaces: string,
  suggestion: string,
  { path = "content/a.md", chain = [] as Finding["chain"], at = text.indexOf(replaces) } = {},
): Finding {
  const source = new Source(path, text);
  const span = { source, start: at, end: at + replaces.length };
  return {
    id: "link-missing",
    message: "Unexpected",
    span,
    suggestion,
    replaces,
    ...(chain && { chain }),
  };
}

const fixedText = (text: string, ...findings: Finding[]): string =>
  editsByFile(findings).reduce((at, { edits }) => applied(at, edits), text);

describe("a fix", () => {
  test("replaces what the source holds", () => {
    const text = "\ufeff[a](/A//b/)\r\n";
    expect(fixedText(text, finding(text, "/A//b/", "/a/b/"))).toBe("\ufeff[a](/a/b/)\r\n");
  });

  test.each([
    ["holds another text there", finding("[a](/b%2Fc/)", "/b/c/", "/d/", { at: 4 })],
    ["would need quotes or escapes", finding("[a](/b/)", "/b/", "/b (1)/")],
    ["would need quotes for a blank", finding("{{< tab AmazonRDS >}}", "AmazonRDS", "Amazon RDS")],
    ["would end a string of YAML", finding('x: "/b/"', "/b/", '/"b/', { path: "data/a.yml" })],
    ["would start as another kind of YAML", finding("x: b/", "b/", "@b/", { path: "data/a.yml" })],
    ["shows it to readers", finding("<p><a href='/A/'>/A/</a></p>", "/A/", "/a/", { at: 17 })],
    ["changes nothing", finding("[a](/b/)", "/b/", "/b/")],
    [
      "is relative, in text that several pages show",
      finding("[a](../old/)", "../old/", "/new/", {
        chain: [{ source: new Source("content/b.md", "x"), start: 0, end: 1 }],
      }),
    ],
    ["is relative, in data", finding("- '[a](../b/)'", "../b/", "/c/", { path: "data/a.yml" })],
  ])("is not offered where the source %s", (_, made) => {
    expect(editOf(made)).toBeUndefined();
  });

  test("puts a blank between quotes", () => {
    const text = '{{< tab "AmazonRDS" >}}';
    expect(fixedText(text, finding(text, "AmazonRDS", "Amazon RDS"))).toBe(
      '{{< tab "Amazon RDS" >}}',
    );
  });

  test("is made once for the same text on many pages, and not at all if they want others", () => {
    const text = "[a](/A/)";
    const [one, two] = [finding(text, "/A/", "/a/"), finding(text, "/A/", "/b/")];
    expect(fixedText(text, one, one)).toBe("[a](/a/)");
    expect(fixedText(text, one, two)).toBe(text);
  });

  test("that overlaps another one waits for the next round", () => {
    const text = "/AA/B/";
    const all = [finding(text, "A/B/", "a/b/"), finding(text, "/AA/", "/aa/")];
    expect(fixedText(text, ...all)).toBe("/aa/B/");
  });
});

test("whatever the source is, all that is not mended stays", () => {
  const piece = fc.oneof(
    fc.constantFrom("\ufeff", "\r\n", "\n", "\r", "\u{1f600}", "\ud800", "\t", "{{< x >}}", "`"),
    fc.string(),
  );
  const part = fc.record({
    kept: piece,
    old: fc.stringMatching(/^[A-Z]{1,4}$/),
    isOdd: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), piece, (parts, end) => {
      let text = "";
      const places: { at: number; old: string }[] = [];
      let expected = "";
      for (const { kept, old, isOdd } of parts) {
        text += `)${kept}(`;
        expected += `)${kept}(`;
        if (!isOdd) places.push({ at: text.length, old });
        text += old;
        expected += isOdd ? old : old.toLowerCase();
      }
      text += ")";
      expected += ")";
      const source = new Source("content/a.md", text + end);
      const findings = places.map(
        ({ at, old }): Finding => ({
          id: "link-missing",
          message: "Unexpected",
          span: { source, start: at, end: at + old.length },
          suggestion: old.toLowerCase(),
          replaces: old,
        }),
      );
      expect(fixedText(text + end, ...findings.toReversed(), ...findings)).toBe(expected + end);
    }),
  );
});
