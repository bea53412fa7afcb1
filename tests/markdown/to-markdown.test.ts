/** The Markdown of resolved trees. */
import type { Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { remarkAlerts } from "../../src/markdown/alerts.ts";
import { createParser } from "../../src/markdown/parser.ts";
import { toMarkdown } from "../../src/markdown/to-markdown.ts";
import { remarkTypography } from "../../src/markdown/typography.ts";
import { blockElement, inlineElement } from "../../src/shortcodes/nodes/elements.ts";
import { headlessTable, table } from "../../src/shortcodes/nodes/table.ts";
import { through } from "./helpers.ts";

const parse = createParser("satteri");

function again(markdown: string): string {
  return toMarkdown(through(markdown, remarkAlerts).tree);
}

describe("Markdown", () => {
  test.each([
    ["headings", "# a\n\n## b `c`\n"],
    ["lists", "3. a\n4. b\n   - c\n   - d\n"],
    ["tasks", "- [ ] a\n- [x] b\n"],
    ["code", "```sql\nSELECT 1;\n```\n"],
    ["code in items", "1. a\n\n   ```sh\n   b\n\n   c\n   ```\n"],
    ["tables", "| a | b |\n| - | -: |\n| `c` | d |\n"],
    ["footnotes", "a[^1]\n\n[^1]: b\n"],
    ["links", '[a](/b "c") <https://d.example> ![e](f.png)\n'],
    ["HTML", "<div>\na\n</div>\n\nb<br>c\n"],
    ["strikethrough", "~~a~~\n"],
  ])("%s come out as they went in", (_, markdown) => {
    expect(again(markdown)).toBe(markdown);
  });

  test("a figure's image is a paragraph of its own", () => {
    const text = (value: string): Root["children"][number] => ({
      type: "paragraph",
      children: [{ type: "text", value }],
    });
    const figure = blockElement("figure", {}, [{ type: "image", url: "/a.svg", alt: "A" }]);
    const tree: Root = { type: "root", children: [text("b"), figure, text("c")] };
    expect(toMarkdown(tree)).toBe("b\n\n![A](/a.svg)\n\nc\n");
  });

  test("alerts become quotes under their title", () => {
    expect(again("> [!NOTE] Mind\n> a\n> > [!TIP]\n> > b\n")).toBe(
      "> **Mind**\n>\n> a\n>\n> > **Tip**\n> >\n> > b\n",
    );
  });

  test("definitions become lists under their terms", () => {
    expect(again("A **b**\nB\n: c\n: d\n\nE\n\n: f\n\n  g\n\n  - h\n")).toBe(
      "**A b**\n\n**B**\n\n- c\n- d\n\n**E**\n\n- f\n\n  g\n\n  - h\n",
    );
  });

  test("code keeps its language and title; other options are left out", () => {
    expect(
      again('```sql {hl_lines=1 title="a.sql"}\na\n```\n\n```nofmt {output=true}\nb\n```\n'),
    ).toBe('**a.sql**\n\n```sql title="a.sql"\na\n```\n\n```text\nb\n```\n');
  });

  test("a colon that starts a line defines nothing", () => {
    const markdown = again("a\n\n\\: b\n");
    expect(markdown).toBe("a\n\n\\: b\n");
  });

  test("elements that Markdown lacks open up; drawings are told", () => {
    const [paragraph] = parse("b\n").children;
    if (paragraph?.type !== "paragraph") throw new Error("Expected a paragraph");
    const badge = inlineElement("span", { className: ["tag"] }, [{ type: "text", value: "New" }]);
    const key = inlineElement("kbd", {}, [{ type: "text", value: "Esc" }]);
    const svg = '<svg class="railroad" role="img" aria-label="CREATE &lt;a&gt; [b]"><g/></svg>';
    const tree: Root = {
      type: "root",
      children: [
        blockElement("figure", {}, [{ type: "html", value: svg }]),
        { type: "paragraph", children: [badge, { type: "text", value: " " }, key] },
        blockElement("details", {}, [paragraph]),
      ],
    };
    expect(toMarkdown(tree)).toBe("CREATE \\<a> \\[b]\n\nNew `Esc`\n\nb\n");
  });

  test("cells hold one line", () => {
    const cells = ["a", "*b* | c\n\nd", "- e\n- f", "```sql\ng\nh\n```"].map(
      (text) => parse(text).children,
    );
    const tree: Root = {
      type: "root",
      children: [table([[], []], [cells.slice(0, 2), cells.slice(2)])],
    };
    expect(toMarkdown(tree)).toBe(
      '| | |\n| - | - |\n| a | *b* \\| c<br>d |\n| <ul><li>e</li><li>f</li></ul> | <pre><code class="language-sql">g&#xA;h</code></pre> |\n',
    );
    expect(toMarkdown({ type: "root", children: [headlessTable(1, [cells.slice(0, 1)])] })).toBe(
      "| |\n| - |\n| a |\n",
    );
  });

  test("the given tree stays as it is", () => {
    const { tree } = through("> [!NOTE]\n> a\n\n```sql {hl_lines=1}\nb\n```\n", remarkAlerts);
    const before = JSON.stringify(tree);
    toMarkdown(tree);
    expect(JSON.stringify(tree)).toBe(before);
  });
});

describe("parsed again, it holds the same", () => {
  const SAMPLES = [
    '## A. "Quotes" -- don\'t <<go>>\n\nText *a **b*** `c` [d](/e).\n',
    "1. a\n\n   > [!WARNING]\n   > - b\n   >\n   > ```sql\n   > SELECT *;\n   > ```\n2. c\n",
    "Term *x*\n: a\n\n  1. b\n\n     ```sh\n     c\n     ```\n\n| `a\\|b` | **c** |\n|--|--|\n| [d](/e) | f_g*h |\n",
    "~one~ 2 * 3 * 4 _ <host> a_b_c \\* # x\n\n+ plus\n\n1\\. no list\n\n- a\n\n* b\n",
  ];

  test.each(SAMPLES)("%j", (markdown) => {
    const { tree } = through(markdown, remarkAlerts, remarkTypography);
    const once = toMarkdown(tree);
    const parsed = parse(once);
    expect(toMarkdown(parsed)).toBe(once);
    expect(held(parsed)).toEqual(held(tree));
  });
});

/** Headings, code, links and all words of a tree. */
function held(tree: Root): unknown {
  const found: unknown[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === "heading") found.push([node.depth, textOf(node)]);
    if (node.type === "code") found.push([node.lang, node.value]);
    if (node.type === "inlineCode") found.push(node.value);
    if (node.type === "link") found.push([node.url, textOf(node)]);
    if (node.type === "text") found.push(node.value);
  });
  return found;
}
