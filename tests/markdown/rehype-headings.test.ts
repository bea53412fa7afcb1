/** Waypoints, tags and anchors of headings. */
import { describe, expect, test } from "vitest";
import { rehypeHeadings } from "../../src/markdown/rehype-headings.ts";
import { htmlThrough } from "./helpers.ts";

function anchor(id: string, text: string): string {
  return `<a class="anchor" href="#${id}" aria-label="Link to section ${text}"></a>`;
}

function way(name: string): string {
  return `<b>${name}<span class="sr">.</span></b> `;
}

describe("headings", () => {
  test.each([
    [
      '<h2 id="before">Before you begin</h2>',
      `<h2 id="before"><span>Before you begin${anchor("before", "Before you begin")}</span></h2>`,
    ],
    [
      '<h2 id="a-x">A. Go <em>on</em></h2>',
      `<h2 id="a-x" class="way">${way("A")}<span>Go <em>on</em>${anchor("a-x", "A. Go on")}</span></h2>`,
    ],
    [
      '<h3 id="1-x" class="c">12. (Optional) Go</h3>',
      `<h3 id="1-x" class="c way">${way("12")}<span><span class="tag"><span class="sr">(</span>Optional<span class="sr">)</span></span> Go${anchor("1-x", "12. (Optional) Go")}</span></h3>`,
    ],
    [
      '<h4 id="x">Go (optional)</h4>',
      `<h4 id="x"><span>Go <span class="tag"><span class="sr">(</span>optional<span class="sr">)</span></span>${anchor("x", "Go (optional)")}</span></h4>`,
    ],
    ["<h2>None</h2>", "<h2><span>None</span></h2>"],
    ['<h1 id="x">A. One</h1>', '<h1 id="x">A. One</h1>'],
    [
      '<section><ol><li><h6 id="x">Six</h6></li></ol></section>',
      `<section><ol><li><h6 id="x"><span>Six${anchor("x", "Six")}</span></h6></li></ol></section>`,
    ],
    [
      '<h2 id="ü">Ü "q"</h2>',
      `<h2 id="ü"><span>Ü "q"<a class="anchor" href="#ü" aria-label="Link to section Ü &#x22;q&#x22;"></a></span></h2>`,
    ],
  ])("%s", (html, expected) => {
    expect(htmlThrough(html, rehypeHeadings)).toBe(expected);
  });

  test.each(["A.", "A.Go", "AB. Go", "Step 1. Go", "a. Go", "123. Go", "1) Go"])(
    "%j has no waypoint",
    (text) => {
      expect(htmlThrough(`<h2>${text}</h2>`, rehypeHeadings)).toBe(`<h2><span>${text}</span></h2>`);
    },
  );
});
