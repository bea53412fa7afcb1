/** Any text resolves or gives diagnostics: never an exception, never lost words. */
import fc from "fast-check";
import { toString as textOf } from "mdast-util-to-string";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { describe, expect, test } from "vitest";
import { remarkShortcodes } from "../../src/markdown/remark-shortcodes.ts";
import { testHost } from "../helpers/host.ts";

const HOST = testHost({
  snippet: "Text of *a* snippet.\n\n- item\n",
  outer: "{{% snippet %}} end",
  plain: "words",
});

/** Pieces that make tags, broken and whole, in all sorts of Markdown. */
const PIECES = [
  ..."{{< >}} {{% %}} {{</ {{< /box >}} {{% /box %}} box snippet outer word / /* */ ".split(" "),
  "{{< box >}}",
  '{{< box "a" >}}',
  "{{% snippet %}}",
  "{{% outer %}}",
  "{{< word x >}}",
  "{{</* box */>}}",
  "\n",
  "\n\n",
  "\r\n",
  "\t",
  "    ",
  "- ",
  "1. ",
  "> ",
  "# ",
  "```\n",
  "`",
  "|",
  "a",
  "é",
  "\u{1f6a9}",
  "\ufeff",
  "\ufdd0",
  '"',
  "\\",
  "[x](",
  ")",
  "[r]: /u\n",
  "<div>",
  "</div>",
  "<!--",
  "-->",
  "*",
  "_",
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(""));

async function resolve(value: string) {
  const processor = remark().use(remarkGfm).use(remarkShortcodes, { host: HOST });
  const { VFile } = await import("vfile");
  const file = new VFile({ path: "page.md", value });
  const tree = processor.runSync(processor.parse(file), file);
  return { tree, file };
}

describe("any text", () => {
  test("resolves without an exception; places lie inside of the file", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const { file } = await resolve(value);
        for (const { span } of file.data.shortcodes?.diagnostics.list() ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(span.source.text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("keeps every word that stands between tags, or tells why not", async () => {
    const word = fc.constantFrom("alpha", "bravo", "charlie", "delta");
    const tag = fc.constantFrom(
      "{{< box >}}",
      "{{< /box >}}",
      "{{% snippet %}}",
      "{{< word w >}}",
      "{{< snippet >}}",
    );
    const piece = fc.oneof(word, tag, fc.constantFrom("\n", "\n\n", " ", "- ", "1. ", "\n    "));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (parts) => {
        const { tree, file } = await resolve(parts.join(""));
        if ((file.data.shortcodes?.diagnostics.list() ?? []).length > 0) return;
        const shown = textOf(tree);
        for (const name of ["alpha", "bravo", "charlie", "delta"]) {
          const wanted = parts.filter((part) => part === name).length;
          expect(shown.split(name).length - 1).toBe(wanted);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe("thousands of calls", () => {
  test.each([
    ["on one line", "a {{< word x >}} ".repeat(10_000)],
    ["with bodies on one line", "a {{< box >}}b{{< /box >}} ".repeat(5_000)],
    ["of snippets on one line", "a {{% plain %}} ".repeat(5_000)],
    ["of snippets in a list", "1. {{% snippet %}}\n   {{% outer %}}\n".repeat(1_500)],
  ])(
    "%s resolve in linear time",
    async (_, value) => {
      const { file } = await resolve(value);
      expect(file.messages).toEqual([]);
    },
    15_000,
  );
});
