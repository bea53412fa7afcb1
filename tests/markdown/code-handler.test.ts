/** Code blocks as figures. */
import { describe, expect, test } from "vitest";
import { remarkFences } from "../../src/markdown/remark-fences.ts";
import { htmlOf, through } from "./helpers.ts";

function html(markdown: string): string {
  return htmlOf(through(markdown, remarkFences).tree);
}

function figure(caption: string, code: string, classes = "code"): string {
  return `<figure class="${classes}"><figcaption class="code-head">${caption}</figcaption><pre tabindex="0">${code}</pre></figure>`;
}

describe("figures", () => {
  test.each([
    [
      "```postgres\nSHOW a;\nb\n```",
      figure(
        '<span data-markdown-ignore="">PostgreSQL</span>',
        '<code class="language-postgres"><span class="line"><span class="tk">SHOW</span> a<span class="tp">;</span></span>\n<span class="line">b</span></code>',
      ),
    ],
    [
      '```sql {hl_lines=2 title="a.sql"}\na\nb\n```',
      figure(
        '<span data-markdown-ignore="">SQL</span> <span class="code-title">a.sql</span>',
        '<code class="language-sql"><span class="line">a</span>\n<span class="line hl">b</span></code>',
      ),
    ],
    [
      "```\na\n```",
      figure(
        '<span data-markdown-ignore="">Text</span>',
        '<code><span class="line">a</span></code>',
      ),
    ],
    [
      '```text {title="a.conf"}\na\n```',
      figure(
        '<span class="code-title">a.conf</span>',
        '<code class="language-text"><span class="line">a</span></code>',
      ),
    ],
    [
      "    a\n\n    b",
      figure(
        '<span data-markdown-ignore="">Text</span>',
        '<code><span class="line">a</span>\n<span class="line"></span>\n<span class="line">b</span></code>',
      ),
    ],
    [
      "```text\n```",
      figure(
        '<span data-markdown-ignore="">Text</span>',
        '<code class="language-text"><span class="line"></span></code>',
      ),
    ],
    [
      "``` nofmt {output=true}\n id\n```",
      figure(
        '<span data-markdown-ignore="">Output</span>',
        '<code class="language-nofmt"><span class="line"> id</span></code>',
        "code out",
      ),
    ],
    [
      "```text {linenos=true linenostart=9 hl_lines=2}\na\nb\n```",
      figure(
        '<span data-markdown-ignore="">Text</span>',
        '<code class="language-text"><span class="line" data-n="9">a</span>\n<span class="line hl" data-n="10">b</span></code>',
        "code numbers",
      ),
    ],
    [
      "```console\n$ ls\na\n```",
      figure(
        '<span data-markdown-ignore="">Shell</span>',
        '<code class="language-console"><span class="line"><span class="prompt">$ </span>ls</span>\n<span class="line answer">a</span></code>',
      ),
    ],
    [
      "```sh\n$ ls # a\n```",
      figure(
        '<span data-markdown-ignore="">Shell</span>',
        '<code class="language-sh"><span class="line"><span class="prompt">$ </span><span class="tf">ls</span> <span class="tc"># a</span></span></code>',
      ),
    ],
    [
      "```text\n$ a < b && c\n```",
      figure(
        '<span data-markdown-ignore="">Text</span>',
        '<code class="language-text"><span class="line">$ a &#x3C; b &#x26;&#x26; c</span></code>',
      ),
    ],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test("what an option says to no one stays on the element; handlers do not", () => {
    expect(html("```text {#a .b data-c=d onclick=e}\nx\n```")).toContain(
      '<figure id="a" data-c="d" class="code b">',
    );
  });

  test("a node can be output without a fence that says so", () => {
    const { tree } = through("```sql\nSELECT\n```");
    const [code] = tree.children;
    if (code?.type !== "code") throw new Error("Expected code");
    code.data = { output: true };
    expect(htmlOf(tree)).toContain('class="code out"');
    expect(htmlOf(tree)).toContain('<span class="line">SELECT</span>');
  });
});
