/** Articles as parts of a longer document. */
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { articleWithin } from "../../src/print/article.ts";
import { partsOf, written } from "../../src/print/tags.ts";
import { Project } from "../../src/project/project.ts";
import { REPOSITORY } from "../helpers/repository.ts";

function within(html: string, ids: readonly string[] = []): string {
  return articleWithin(html, {
    prefix: "page-a",
    ids: new Set(ids),
    shift: 1,
    url: "/docs/a/",
    placeOf: (href) => (href.startsWith("/docs/b/") ? "#page-b" : undefined),
    addressOf: (path) => `https://docs.example${path}`,
  });
}

describe("an article within a document", () => {
  test.each([
    ["headings go down, not below the last level", "<h2>A</h2><h6>B</h6>", "<h3>A</h3><h6>B</h6>"],
    ["ids get the page's name", '<p id="x"></p>', '<p id="page-a--x"></p>'],
    [
      "references follow their ids, others stay",
      '<label for="x" aria-describedby="x y"></label><a href="#x">1</a><a href="#y">2</a>',
      '<label for="page-a--x" aria-describedby="page-a--x y"></label><a href="#page-a--x">1</a><a href="#y">2</a>',
    ],
    [
      "so do those of escaped ids",
      '<a href="#caf%C3%A9">1</a><a href="#a&#x26;b">2</a>',
      '<a href="#page-a--caf%C3%A9">1</a><a href="#page-a--a&#x26;b">2</a>',
    ],
    [
      "so do those of drawings",
      '<svg viewBox="0 0 1 1"><linearGradient id="x"></linearGradient><path fill="url(#x)"></path><use xlink:href="#x"></use></svg>',
      '<svg viewBox="0 0 1 1"><linearGradient id="page-a--x"></linearGradient><path fill="url(#page-a--x)"></path><use xlink:href="#page-a--x"></use></svg>',
    ],
    [
      "links within the document lead to places of it, others show where they lead",
      '<a href="/docs/b/#z">1</a><a href="/docs/c/?q=1&#x26;r=2">2</a><a href="https://example.com/">3</a>',
      '<a href="#page-b">1</a><a href="/docs/c/?q=1&#x26;r=2" data-address="https://docs.example/docs/c/?q=1&#x26;r=2">2</a><a href="https://example.com/">3</a>',
    ],
    [
      "relative addresses hold from elsewhere",
      '<img src="pixel.png" srcset="a.png 1x, ../b.png 2x" alt="">',
      '<img src="/docs/a/pixel.png" srcset="/docs/a/a.png 1x, /docs/b.png 2x" alt="">',
    ],
    [
      "details are open, all of them",
      '<details name="one"><summary>S</summary></details>',
      "<details open><summary>S</summary></details>",
    ],
    [
      "tabs are open, without the list that chooses",
      '<div class="tabs"><div class="tablist"><a class="tab"><div>A</div></a></div><section class="panel" id="x"><p class="panel-title">A › B</p></section></div>',
      '<div class="open-tabs"><section class="open-panel" id="page-a--x"><p class="open-title">A › B</p></section></div>',
    ],
    [
      "what looks like a tag in a value, a comment or a script is none",
      '<p title="<h2 id=x>">a</p><!-- <h2> --><script>"<h2>"</script>',
      '<p title="<h2 id=x>">a</p><!-- <h2> --><script>"<h2>"</script>',
    ],
  ])("%s", (_, html, expected) => {
    expect(within(html, ["x", "café", "a&b"])).toBe(expected);
  });
});

test("tags and texts together are the article, for every page of this site", async () => {
  const project = await Project.open(REPOSITORY);
  for (const page of project.publishedPages) {
    const { html } = project.article(page);
    let again = "";
    for (const part of partsOf(html)) again += typeof part === "string" ? part : written(part);
    expect(normal(again)).toBe(normal(html));
  }
});

function normal(html: string): string {
  return toHtml(fromHtml(html, { fragment: true }));
}
