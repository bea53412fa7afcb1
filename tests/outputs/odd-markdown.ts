/** Markdown that is hard to write again, by what is hard in it. */
export const ODD: readonly (readonly [name: string, markdown: string])[] = [
  [
    "tabs in lists",
    '1. One\n\n2. {{< tabs >}}{{< tab "A *b*" >}}\n## In A\n\nText.\n\n```sh\na\n```\n{{< /tab >}}{{< tab "C" >}}\n- x\n- y\n{{< /tab >}}{{< /tabs >}}\n\n   After.\n\n3. Three\n',
  ],
  [
    "tabs in tabs, followed by text and by tabs",
    '{{< tabs >}}{{< tab "A" >}}{{< tabs >}}{{< tab "B" >}}\nb\n{{< /tab >}}{{< tab "C" >}}\nc\n{{< /tab >}}{{< /tabs >}}\n\nafter\n{{< /tab >}}{{< /tabs >}}\n\n{{< tabs >}}{{< tab "D" >}}\nd\n{{< /tab >}}{{< /tabs >}}\n\nEnd.\n',
  ],
  [
    "pipes in code in tables",
    "| a | b |\n|---|:-:|\n| `x \\| y` | c \\| d |\n| `` ` `` | **e**f |\n",
  ],
  [
    "code with fences",
    "````md\n```sh\na\n```\n````\n\n~~~\n~~~~\n```\n~~~\n\n- ```sh\n  b\n\n\n  c\n  ```\n",
  ],
  [
    "code in braces",
    '~~~sh {title="a \\"b\\" `c`"}\na\n~~~\n\n``` {title="no-language.txt"}\nb\n```\n',
  ],
  ["indented code", "Text.\n\n    a\n      b\n\n    c\n\n- item\n\n      d\n"],
  [
    "HTML blocks",
    '<div class="x">\n\n*a* [b](b.md)\n\n</div>\n\n<p>c <a href="/b/#part">d</a> <img src="/i.png" alt="e"></p>\n\n<!-- comment -->\n\n<details><summary>f</summary>\n\ng\n\n</details>\n',
  ],
  [
    "HTML in lines",
    "a <kbd>Ctrl</kbd>+<kbd>C</kbd> H<sub>2</sub>O<br>b <!-- c --> d &amp; &lt;e&gt; &copy; f\n",
  ],
  [
    "escapes",
    "\\*a\\* \\# b \\[c](d) \\`e\\` \\<f> \\\\g 1\\. h_i_j __k__l* _m_n 3 * 4 * 5 a~b~c ~~d~~ $e$ ^f^ &amp;amp;\n\n\\- g\n\n\\+ h\n\n1\\) i\n\n\\# j\n\n\\> k\n\n\\| l | m |\n\n&#32;n\n",
  ],
  ["stars at the edges of words", "**a**b *c*d e**f:**g **h(**i) ***j** k* **l *m***n\n"],
  [
    "definition lists",
    "Term **x** `y`\n: one\n: two\n\nOther\n\n: three\n\n  ```sh\n  a\n  ```\n\n  - b\n\n\\: no definition\n",
  ],
  ["footnotes", "a[^1] b[^n] c[^1]\n\n[^1]: One *two*.\n\n    More.\n\n[^n]: `x`\n"],
  [
    "nested admonitions",
    "{{< warning >}}\nOuter.\n\n{{< note >}}\nInner with `code`.\n\n1. a\n\n   ```sh\n   b\n   ```\n{{< /note >}}\n\nLast.\n{{< /warning >}}\n\n> [!TIP] Own *title*\n> Text.\n>\n> > Quote.\n",
  ],
  ["headings in lists", "- ## A `b`\n\n  c\n\n1. ### D *e*\n   - #### F\n"],
  [
    "headings",
    "# A\n\nB\n===\n\nC **d**\n---\n\n## E # f ##\n\n### [g](b.md) `h|i`\n\n#### 1. (Optional) j\n\n##### *k*\n\n## A. l {#own}\n",
  ],
  ["hard breaks", "a  \nb\\\nc\nd\n\n- e  \n  f\n\n> g\\\n> h\n"],
  [
    "placeholders in prose",
    "Use `<host>`, \\<port> and &lt;name&gt;, also **`<PASSWORD>`** and <db>.\n\n```sh\npsql -h <host> -p \\<port>\n```\n",
  ],
  [
    "links",
    '[a](b.md) [b](/b/#part "Title \\"x\\"") <https://c.example/?a=1&b=2> https://d.example/e_f_g www.h.example [i] [j][k] [`l`](b.md) [](b.md) [m \\] n](b.md)\n\n[i]: b.md\n[k]: <https://l.example/a b> "t"\n',
  ],
  [
    "images",
    '![a *b*](/i.png "t") [![c](/i.png)](b.md)\n\n{{< figure src="/i.png" alt="d" caption="*e* f" >}}\n',
  ],
  [
    "tasks and mixed lists",
    "- [ ] a\n- [x] b\n\n* c\n\n+ d\n\n3. e\n4. f\n\n7) g\n\n- h\n\n\n\n- i\n",
  ],
  ["blocks in cells", "| a |\n|---|\n| <ul><li>b</li><li>`c`</li></ul> |\n| d<br>e |\n"],
  ["summary", '{{< details "More **b** `c`" >}}\n- d\n\n## E\n{{< /details >}}\n\nf\n'],
  ["quotes and rules", "> a\n>\n> - b\n>   > c\n\n***\n\n---\n\nd\n"],
  ["typography", '"a" -- \'b\' --- c... don\'t <<d>> `"e"`\n'],
  ["code beside code", "`a` `b` ``c`d`` `` ` `` ` e `\n"],
  ["empty parts", "-\n- a\n\n>\n\n| |\n|-|\n| |\n\n## \n\nb\n"],
  ["numbers and signs at the start of lines", "a\n1986\\. b\nc\n\\+ d\n\n+1 e\n\n12) f\n"],
  ["emoji, other scripts, joiners", "日本語**太字**です *مرحبا* 👩‍👩‍👧 é a\u00a0b\u200bc\n"],
];
