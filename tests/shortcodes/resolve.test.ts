/** What shortcodes become in a page's Markdown: Hugo's rules, and where ours are better. */
import rehypeStringify from "rehype-stringify";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkRehype from "remark-rehype";
import { describe, expect, test } from "vitest";
import { remarkShortcodes } from "../../src/markdown/remark-shortcodes.ts";
import { testHost } from "../helpers/host.ts";

const SNIPPETS = {
  one: "Snippet one.\n",
  list: "- first\n- second\n",
  steps: "1. first\n1. second\n",
  prose: "Lead.\n\n- point\n- other\n",
  code: "Run:\n\n```sh\nls\n\npwd\n```\n",
  product: "Waymark",
  heading: "## From a snippet\n\nText.\n",
  rows: "c | d\ne | f\n",
  outer: "Before.\n\n{{% prose %}}\n\nAfter.\n",
  "inner-box": "{{< box >}}\nIn *the* box.\n{{< /box >}}\n",
  lines: "a\nb\n",
  badge: '<span class="b">new</span>\n',
};

async function html(markdown: string): Promise<string> {
  const file = await remark()
    .use(remarkGfm)
    .use(remarkShortcodes, { host: testHost(SNIPPETS) })
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process({ path: "page.md", value: markdown });
  expect(file.messages.map(String)).toEqual([]);
  return String(file).replace(/\n+/g, "");
}

interface Row {
  readonly name: string;
  readonly markdown: string;
  readonly expected: string;
}

function rows(table: readonly (readonly [string, string, string])[]): Row[] {
  return table.map(([name, markdown, expected]) => ({ name, markdown, expected }));
}

describe("what % inserts is Markdown in place", () => {
  test.each(
    rows([
      ["a paragraph", "{{% one %}}", "<p>Snippet one.</p>"],
      ["inside of a sentence", "Use {{% product %}} now.", "<p>Use Waymark now.</p>"],
      [
        "a trailing line break does not break a sentence",
        "Say {{% one %}} Twice.",
        "<p>Say Snippet one. Twice.</p>",
      ],
      [
        "in a list item",
        "1. {{% prose %}}\n1. next",
        "<ol><li><p>Lead.</p><ul><li>point</li><li>other</li></ul></li><li><p>next</p></li></ol>",
      ],
      [
        "two in one item, with a blank line",
        "1. {{% prose %}}\n\n   {{% one %}}",
        "<ol><li><p>Lead.</p><ul><li>point</li><li>other</li></ul><p>Snippet one.</p></li></ol>",
      ],
      [
        "two in one item, without one: no lazy continuation",
        "1. {{% prose %}}\n   {{% one %}}",
        "<ol><li><p>Lead.</p><ul><li>point</li><li>other</li></ul><p>Snippet one.</p></li></ol>",
      ],
      [
        "code keeps its blank lines in an item",
        "- {{% code %}}",
        '<ul><li><p>Run:</p><pre><code class="language-sh">lspwd</code></pre></li></ul>',
      ],
      [
        "list items continue the list",
        "- zero\n{{% list %}}\n- third",
        "<ul><li>zero</li><li>first</li><li>second</li><li>third</li></ul>",
      ],
      [
        "steps continue steps",
        "1. zero\n{{% steps %}}",
        "<ol><li>zero</li><li>first</li><li>second</li></ol>",
      ],
      [
        "a block quote",
        "> {{% prose %}}\n> end",
        "<blockquote><p>Lead.</p><ul><li>point</li><li>other</li></ul><p>end</p></blockquote>",
      ],
      [
        "table rows",
        "A | B\n--|--\n{{% rows %}}\ng | h",
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr><tr><td>g</td><td>h</td></tr></tbody></table>",
      ],
      [
        "inside of a fence",
        "```txt\nx\n{{% lines %}}\ny\n```",
        '<pre><code class="language-txt">xaby</code></pre>',
      ],
      [
        "inside of a fence in an item",
        "- a\n\n  ```txt\n  {{% lines %}}\n  y\n  ```",
        '<ul><li><p>a</p><pre><code class="language-txt">aby</code></pre></li></ul>',
      ],
      ["in inline code", "`{{% product %}}`", "<p><code>Waymark</code></p>"],
      [
        "snippets in snippets",
        "- {{% outer %}}",
        "<ul><li><p>Before.</p><p>Lead.</p><ul><li>point</li><li>other</li></ul><p>After.</p></li></ul>",
      ],
      [
        "text right after a file does not run on in its list",
        "{{% prose %}}\nEnd.",
        "<p>Lead.</p><ul><li>point</li><li>other</li></ul><p>End.</p>",
      ],
      [
        "text after a snippet without a line break runs on",
        "We like\n{{% product %}}\na lot.",
        "<p>We likeWaymarka lot.</p>",
      ],
      [
        "a snippet with a block",
        "- {{% inner-box %}}",
        "<ul><li><section><p>In <em>the</em> box.</p></section></li></ul>",
      ],
    ]),
  )("$name", async ({ markdown, expected }) => {
    expect(await html(markdown)).toBe(expected);
  });
});

describe("what < encloses is Markdown of its own", () => {
  test.each(
    rows([
      [
        "a block",
        "{{< box >}}\n\n## In\n\ntext\n\n{{< /box >}}",
        "<section><h2>In</h2><p>text</p></section>",
      ],
      [
        "a block between lines of a paragraph",
        "before\n{{< box >}}x{{< /box >}}\nafter",
        "<p>before</p><section><p>x</p></section><p>after</p>",
      ],
      [
        "nested, same name",
        '{{< box "a" >}}{{< box "b" >}}x{{< /box >}}y{{< /box >}}',
        '<section title="a"><section title="b"><p>x</p></section><p>y</p></section>',
      ],
      [
        "deep indentation is no code",
        "1. step\n\n        {{< box >}}\n        text\n        {{< /box >}}",
        "<ol><li><p>step</p><section><p>text</p></section></li></ol>",
      ],
      [
        "a body indented as a whole",
        "{{< box >}}\n    text\n\n    - a\n{{< /box >}}",
        "<section><p>text</p><ul><li>a</li></ul></section>",
      ],
      [
        "inner lines at column one belong to the item",
        "1. one\n\n   {{< box >}}\n{{< box >}}\n\ntext\n\n```sh\nls\n```\n\n{{< /box >}}\n   {{< /box >}}\n\n2. two",
        '<ol><li><p>one</p><section><section><p>text</p><pre><code class="language-sh">ls</code></pre></section></section></li><li><p>two</p></li></ol>',
      ],
      [
        "in a block quote",
        "> {{< box >}}\n> text\n> {{< /box >}}",
        "<blockquote><section><p>text</p></section></blockquote>",
      ],
      ["a snippet alone", "{{< prose >}}", "<p>Lead.</p><ul><li>point</li><li>other</li></ul>"],
      ["a snippet in a sentence", "Use {{< product >}} now.", "<p>Use Waymark now.</p>"],
      ["a word in a heading", "## The {{< word x >}}", "<h2>The x</h2>"],
      ["a word in a link's address", "[a](/{{< word x >}}/)", '<p><a href="/x/">a</a></p>'],
      [
        "a word in inline code and fences",
        "`{{< word x >}}`\n\n```\n{{< word y >}}\n```",
        "<p><code>x</code></p><pre><code>y</code></pre>",
      ],
      [
        "a word in a table cell",
        'a | b\n--|--\n{{< word "x | y" >}} | z',
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>x | y</td><td>z</td></tr></tbody></table>",
      ],
      ["a word in an attribute", '<p title="{{< word "a<b" >}}">x</p>', '<p title="a&lt;b">x</p>'],
      [
        "HTML of a snippet in a sentence",
        "A {{< badge >}} b.",
        '<p>A <span class="b">new</span> b.</p>',
      ],
      [
        "HTML in a line beside a word",
        "<u>a</u> {{< word x >}} <b>{{< word y >}}</b>",
        "<p><u>a</u> x <b>y</b></p>",
      ],
      [
        "HTML in a line beside a block",
        "<u>a</u> {{< box >}}x{{< /box >}}",
        "<p><u>a</u></p><section><p>x</p></section>",
      ],
      [
        "a block in raw HTML",
        "<div>\n{{< box >}}*x*{{< /box >}}\n</div>",
        "<div><section><p><em>x</em></p></section></div>",
      ],
      [
        "emphasis around a word",
        "**{{< word x >}}** and *{{< word y >}}*",
        "<p><strong>x</strong> and <em>y</em></p>",
      ],
      [
        "a definition from the page",
        "{{< box >}}[a][r]{{< /box >}}\n\n[r]: /there/",
        '<section><p><a href="/there/">a</a></p></section>',
      ],
      [
        "CRLF and tabs",
        "-\tone\r\n\r\n\t{{< box >}}\r\n\ttext\r\n\t{{< /box >}}\r\n",
        "<ul><li><p>one</p><section><p>text</p></section></li></ul>",
      ],
    ]),
  )("$name", async ({ markdown, expected }) => {
    expect(await html(markdown)).toBe(expected);
  });
});

describe("commented-out shortcodes print literally", () => {
  test.each(
    rows([
      ["in a sentence", "Write {{</* box */>}}.", "<p>Write {{&#x3C; box >}}.</p>"],
      [
        "in code",
        "```md\n{{%/* one */%}}\n```",
        '<pre><code class="language-md">{{% one %}}</code></pre>',
      ],
      [
        "inside of a body they stay literal",
        "{{< box >}}`{{</* word x */>}}`{{< /box >}}",
        "<section><p><code>{{&#x3C; word x >}}</code></p></section>",
      ],
      ["what looks like HTML is text", "{{</*box*/>}}", "<p>{{&#x3C;box>}}</p>"],
    ]),
  )("$name", async ({ markdown, expected }) => {
    expect(await html(markdown)).toBe(expected);
  });
});
