/** Hostile and huge texts: time must grow with the text, not with its square. */
import { describe, expect, test } from "vitest";
import { lex } from "../../src/shortcodes/lex.ts";
import { parse } from "../../src/shortcodes/parse.ts";
import { MappedText } from "../../src/text/mapped.ts";
import { Source } from "../../src/text/source.ts";
import { testBodyOf } from "../helpers/outline.ts";
import { workTime } from "../helpers/work-time.ts";

/** Generous: each takes well under a tenth of this on a slow machine. */
const MAX_MS = 2000;

const MANY = 10_000;
const MEGABYTE = 1_000_000;

/** Parses in time; gives the number of findings by id, and of nodes at the top. */
function parseInTime(text: string): { readonly nodes: number; readonly found: object } {
  const found: Record<string, number> = {};
  let nodes = 0;
  const time = workTime(() => {
    const template = parse(MappedText.of(new Source("page.md", text)), testBodyOf, ({ id }) => {
      found[id] = (found[id] ?? 0) + 1;
    });
    nodes = template.nodes.length;
  });
  expect(time).toBeLessThan(MAX_MS);
  return { nodes, found };
}

describe("many tags", () => {
  test.each<[string, string, number, object]>([
    ["calls", "{{< leaf >}}".repeat(MANY), MANY, {}],
    ["not closed", "{{< box >}}".repeat(MANY), 1, { "shortcode-not-closed": MANY }],
    ["of an unknown name", "{{< what >}}".repeat(MANY), MANY, {}],
    ["nested", "{{< box >}}".repeat(MANY) + "{{< /box >}}".repeat(MANY), 1, {}],
    ["surplus", "{{< /box >}}".repeat(MANY), 1, { "shortcode-not-open": MANY }],
    [
      "surplus, of a shortcode without a body",
      `{{< leaf >}}${"{{< /leaf >}}".repeat(MANY)}`,
      2,
      { "shortcode-no-body": MANY },
    ],
    [
      "crossed",
      "{{< box >}}".repeat(MANY) +
        "{{< note >}}".repeat(MANY) +
        "{{< /box >}}".repeat(MANY) +
        "{{< /note >}}".repeat(MANY),
      1,
      { "shortcode-crossed": MANY },
    ],
    [
      "not closed before the one around them is",
      `{{< box >}}${"{{< note >}}".repeat(MANY)}{{< /box >}}`,
      1,
      { "shortcode-not-closed": MANY },
    ],
    [
      "closed by a slip",
      "{{< box >}}{{< /bxo >}}".repeat(MANY),
      MANY,
      { "shortcode-not-open": MANY },
    ],
    ["commented out", "{{</* box */>}}".repeat(MANY), MANY, {}],
  ])("%s", (_, text, nodes, found) => {
    expect(parseInTime(text)).toEqual({ nodes, found });
  });
});

describe("many broken tags", () => {
  test.each<[string, string, object]>([
    ["opening delimiters", "{{<".repeat(MANY), { "shortcode-unclosed-tag": MANY }],
    ["tags without an end", "{{< box a=b ".repeat(MANY), { "shortcode-unclosed-tag": MANY }],
    ["comments without an end", "{{</* a ".repeat(10 * MANY), { "shortcode-comment": 10 * MANY }],
    [
      "comments with the other kind's end",
      "{{</* a */%}} ".repeat(MANY),
      { "shortcode-comment": MANY },
    ],
    [
      "quotes that open and end in other tags",
      '{{< a "'.repeat(MANY),
      { "shortcode-unclosed-tag": MANY - 1, "shortcode-string": 1 },
    ],
    [
      "raw values that open and end in other tags",
      "{{< a `".repeat(MANY),
      { "shortcode-unclosed-tag": MANY - 1, "shortcode-string": 1 },
    ],
    [
      "values that a plain quote ends and opens again",
      '{{<x \\"" "'.repeat(MANY),
      { "shortcode-unclosed-tag": MANY },
    ],
    [
      "values between all kinds of quotes",
      '{{<x \\"`" "`'.repeat(MANY),
      { "shortcode-unclosed-tag": MANY },
    ],
    ["tags without a name", "{{< >}}".repeat(MANY), { "shortcode-no-name": MANY }],
    ["stray signs", `{{< leaf ${"! ".repeat(MANY)}>}}`, { "shortcode-character": MANY }],
    ["equals signs", `{{< leaf ${"=".repeat(MANY)}>}}`, { "shortcode-character": MANY }],
    ["apostrophes", `{{< leaf ${"'a ".repeat(MANY)}>}}`, { "shortcode-character": MANY / 2 }],
  ])("%s", (_, text, found) => {
    expect(parseInTime(text).found).toEqual(found);
  });
});

describe("a megabyte", () => {
  test.each<[string, string, object]>([
    ["of braces", "{".repeat(MEGABYTE), {}],
    ["of braces before a tag", `${"{".repeat(MEGABYTE)}{{< leaf >}}`, {}],
    ["of a quoted value", `{{< leaf "${"a".repeat(MEGABYTE)}" >}}`, {}],
    ["of a quoted value with escapes", `{{< leaf "${'\\"'.repeat(MEGABYTE / 2)}" >}}`, {}],
    ["of a raw value", `{{< leaf \`${"a\n".repeat(MEGABYTE / 2)}\` >}}`, {}],
    ["of a bare value", `{{< leaf ${"a".repeat(MEGABYTE)} >}}`, {}],
    ["of a bare named value", `{{< leaf a=${"/".repeat(MEGABYTE)} >}}`, {}],
    ["of bare values", `{{< leaf ${"a ".repeat(MEGABYTE / 2)} >}}`, {}],
    ["of a key", `{{< leaf ${"a".repeat(MEGABYTE)}=b >}}`, {}],
    ["of a name", `{{< ${"a".repeat(MEGABYTE)} >}}`, {}],
    ["of slashes after a name", `{{< a${"/".repeat(MEGABYTE)} >}}`, { "shortcode-character": 1 }],
    ["of folders in a name", `{{< ${"a/".repeat(MEGABYTE / 2)}a >}}`, {}],
    ["of blanks", `{{<${" \n".repeat(MEGABYTE / 2)}leaf${" ".repeat(MEGABYTE)}>}}`, {}],
    [
      "of slashes between blanks",
      `{{< leaf${" /".repeat(MEGABYTE / 20)} >}}`,
      { "shortcode-character": MEGABYTE / 20 - 1 },
    ],
    ["of a value without its end", `{{< leaf "${"a".repeat(MEGABYTE)}`, { "shortcode-string": 1 }],
    ["of a comment", `{{</*${"*/".repeat(MEGABYTE / 2)}*/>}}`, {}],
  ])("%s", (_, text, found) => {
    expect(parseInTime(text).found).toEqual(found);
  });

  test("of names that are slips of each other", () => {
    const name = "a".repeat(MEGABYTE / 2);
    const { found } = parseInTime(`{{< ${name} >}}{{< /${name}b >}}`);
    expect(found).toEqual({ "shortcode-not-open": 1 });
  });
});

test("lexing takes time in proportion to the text", () => {
  const once = (count: number): number => {
    const text = '{{< a "b" c=`d` >}}text {{</* e */>}} {{< "f \\" {{% g'.repeat(count);
    return workTime(() => lex(text));
  };
  const best = (count: number): number => Math.min(once(count), once(count), once(count));
  // Sixty-four times as long would be the square.
  expect(best(20_000) / best(2500)).toBeLessThan(40);
});
