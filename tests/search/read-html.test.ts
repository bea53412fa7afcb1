/** The quick reader of articles gives what a full parser gives, or nothing. */
import type { Root } from "hast";
import { rehype } from "rehype";
import { htmlToHast } from "satteri";
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { readHtml } from "../../src/search/read-html.ts";
import { sectionsOf } from "../../src/search/sections.ts";
import { REPOSITORY } from "../helpers/repository.ts";

const processor = rehype().data("settings", { fragment: true }).freeze();

describe("HTML as articles are kept", () => {
  test.each([
    ["text and references", "<p>a &amp;&lt;b&gt; \"c\" 'd' &copy; &#x1F600;</p>"],
    ["void elements", '<p>a<br>b<img alt="&quot;c&quot; &amp; d" src="e"><wbr>f</p><hr>'],
    [
      "attributes",
      '<div id="a&amp;b" class="x  y" hidden data-pagefind-ignore>c</div><i class>d</i>',
    ],
    [
      "script, style and comments",
      "<script>if (a < b) '</p>'</script><style>a > b{}</style>c<!-- <p> -->d",
    ],
    ["drawings", '<svg viewBox="0 0 1 1"><path d="M0 0"/><linearGradient/></svg>a'],
    [
      "sections",
      '<h2 id="a">A</h2><p>b</p><section class="panel" id="p"><p class="panel-title">P</p>c</section>',
    ],
  ])("%s are read", (_, html) => {
    const written = processor.processSync(html).toString();
    const read = readHtml(written);
    const parsed = htmlToHast(written, { fragment: true });
    if (read === undefined || parsed.type !== "root") throw new Error(`Not read: ${written}`);
    expect(sectionsOf(read)).toEqual(sectionsOf(parsed));
  });
});

test("each article of this site is read", async () => {
  const project = await Project.open(REPOSITORY);
  for (const page of project.publishedPages) {
    const { html } = project.article(page);
    const parsed = htmlToHast(html, { fragment: true }) as Root;
    expect(readHtml(html), page.url).toBeDefined();
    expect(sectionsOf(html), page.url).toEqual(sectionsOf(parsed));
  }
});

describe("other HTML is left to the parser", () => {
  test.each([
    "<p>a",
    "a</p>",
    "<p>a</b></p>",
    "<p id=a>b</p>",
    "<p id='a'>b</p>",
    "<p\nid>b</p>",
    "<p>a&copy;</p>",
    "<p>&#x1F600;</p>",
    '<p id="&amp;">b</p>',
    "a < b",
    "<br/>",
    "<!doctype html>",
    "<!-- a",
    "<script>a",
  ])("%s", (html) => {
    expect(readHtml(html)).toBeUndefined();
  });
});
