/** What of an article is searched, and in which section it stands. */
import type { Root } from "hast";
import { htmlToHast } from "satteri";
import { describe, expect, test } from "vitest";
import { type Line, sectionsOf } from "../../src/search/sections.ts";

const parse = (html: string): Root => htmlToHast(html, { fragment: true }) as Root;

const shown = (lines: readonly Line[]): string[] =>
  lines.map(({ text, isCode }) => (isCode ? `| ${text}` : text));

/** The lines before the first section. */
const lines = (html: string): string[] => shown(sectionsOf(parse(html)).intro);

/** Sections as `kind id depth <parent: title / lines`. */
const outline = (html: string): string[] =>
  sectionsOf(parse(html)).sections.map(
    ({ kind, id, depth, parent, title, lines }) =>
      `${kind} ${id} ${depth} <${parent}: ${title} / ${shown(lines).join(" / ")}`,
  );

describe("words of neighbouring elements stay apart", () => {
  test.each([
    [
      "cells",
      "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>",
      ["a", "b", "c", "d"],
    ],
    ["definitions", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", ["a", "b", "c"]],
    ["code lines with breaks", "<pre><code>a\nb</code></pre>", ["| a", "| b"]],
    [
      "code lines in spans",
      '<pre><code><span class="line">a</span><span class="line">b</span></code></pre>',
      ["| a", "| b"],
    ],
    ["summary", "<details><summary>a</summary>b</details>", ["a", "b"]],
    ["figcaption", "<figure><p>a</p><figcaption>b</figcaption></figure>", ["a", "b"]],
    ["aside", "a<aside>b</aside>c", ["a", "b", "c"]],
    ["blockquote", "<blockquote>a</blockquote>b", ["a", "b"]],
    ["list items", "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", ["a", "b", "c"]],
    [
      "header, footer and unknown elements",
      "<header>a</header><footer>b</footer><x-y>c</x-y>d",
      ["a", "b", "c", "d"],
    ],
    ["line breaks", "<p>a<br>b</p>", ["a", "b"]],
    ["pictures", '<p>a<img alt="b c">d</p>', ["a b c d"]],
  ])("%s", (_, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  test("but a word goes on over marks within it", () => {
    expect(lines("<p>re<em>plic</em>a <code>wal</code>_<b>level</b></p>")).toEqual([
      "replica wal_level",
    ]);
  });
});

describe("controls are left out", () => {
  test.each([
    ["links of headings", '<p>a<a class="anchor" href="#a">#</a></p>'],
    ["buttons", "<p>a</p><button>Copy</button>"],
    ["lists of tabs", '<div class="tablist"><a class="tab">Cloud</a></div>a'],
    ["navigation and forms", "<nav>b</nav>a<form>c</form>"],
    [
      "the label of a place, not a file's name",
      '<figcaption class="code-head"><span>Shell</span></figcaption>a',
    ],
    [
      "default labels of notes",
      '<aside class="note tip"><p class="note-label">Tip</p><p>a</p></aside>',
    ],
    ["drawings, scripts, styles", "<svg><text>b</text></svg>a<script>c</script><style>d</style>"],
    ["hidden elements", '<p hidden>b</p>a<i aria-hidden="true">c</i>'],
    ["links back from footnotes", '<p>a<a data-footnote-backref href="#x">↩</a></p>'],
    ["what the author excludes", "<p data-pagefind-ignore>b</p>a"],
    ["prompts", '<p><span class="prompt">$ </span>a</p>'],
  ])("%s", (_, html) => {
    expect(lines(html)).toEqual(["a"]);
  });

  test("a file's name, a note's own title and panels hidden until found stay", () => {
    expect(
      lines(
        '<figcaption class="code-head"><span>Text</span><span class="code-title">a.conf</span></figcaption><p class="note-label">Private preview</p><p hidden="until-found">b</p>',
      ),
    ).toEqual(["| a.conf", "Private preview", "b"]);
  });
});

describe("sections", () => {
  test("a heading's section ends at the next heading that is not below it", () => {
    expect(
      outline("x<h2 id=a>A</h2>1<h3 id=b>B</h3>2<h4 id=c>C</h4>3<h3 id=d>D</h3>4<h2 id=e>E</h2>5"),
    ).toEqual([
      "heading a 2 <-1: A / 1",
      "heading b 3 <0: B / 2",
      "heading c 4 <1: C / 3",
      "heading d 3 <0: D / 4",
      "heading e 2 <-1: E / 5",
    ]);
  });

  test("waypoints and tags are read with the heading", () => {
    expect(
      outline(
        '<h2 id="a" class="way"><b>A<span class="sr">.</span></b> <span>Go <span class="tag">Optional</span><a class="anchor" href="#a">#</a></span></h2>',
      ),
    ).toEqual(["heading a 2 <-1: A. Go (Optional) / "]);
  });

  test("a heading without id or text is text", () => {
    expect(outline("<h2 id=a>A</h2><h3>B</h3><h3 id=c></h3>1")).toEqual([
      "heading a 2 <-1: A / B / 1",
    ]);
  });

  test("panels are sections; text after them belongs to the section around again", () => {
    const inner =
      '<section class="panel" id="p2"><p class="panel-title">Cloud › SSH</p>2</section>';
    expect(
      outline(
        `<h2 id=a>A</h2>1<section class="panel" id="p"><p class="panel-title">Cloud</p>0${inner}<h3 id=h>H</h3>3</section>4<h3 id=b>B</h3>5`,
      ),
    ).toEqual([
      "heading a 2 <-1: A / 1 / 4",
      "tab p 4 <0: Cloud / 0",
      "tab p2 4 <1: Cloud › SSH / 2",
      "heading h 3 <1: H / 3",
      "heading b 3 <0: B / 5",
    ]);
  });

  test("no heading in a panel reaches out of it, whatever its depth", () => {
    expect(
      outline(
        '<h3 id=a>A</h3><section class="panel" id="p"><p class="panel-title">P</p><h2 id=b>B</h2>1</section>2',
      ),
    ).toEqual(["heading a 3 <-1: A / 2", "tab p 4 <0: P / ", "heading b 2 <1: B / 1"]);
  });

  test("headings in list items start sections too", () => {
    expect(outline("<ol><li>x<h3 id=a>A</h3>1</li><li>2</li></ol>3")).toEqual([
      "heading a 3 <-1: A / 1 / 2 / 3",
    ]);
  });

  test("a panel that no link can point to is text of the section around", () => {
    expect(outline('<h2 id=a>A</h2><section class="panel">1</section>')).toEqual([
      "heading a 2 <-1: A / 1",
    ]);
  });
});
