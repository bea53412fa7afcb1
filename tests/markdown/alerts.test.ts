/** GitHub's alerts. */
import { describe, expect, test } from "vitest";
import { remarkAlerts } from "../../src/markdown/alerts.ts";
import { htmlOf, outline, through } from "./helpers.ts";

function html(markdown: string): string {
  return htmlOf(through(markdown, remarkAlerts).tree).replaceAll("\n", "");
}

function aside(kind: string, title: string, content: string): string {
  const label = `<p class="note-label">${title}</p>`;
  return `<aside class="${[...new Set(["note", kind])].join(" ")}" role="note" aria-label="${title}">${label}${content}</aside>`;
}

describe("alerts", () => {
  test.each([
    ["> [!NOTE]\n> Text.", aside("note", "Note", "<p>Text.</p>")],
    ["> [!tip]\n> Text.", aside("tip", "Tip", "<p>Text.</p>")],
    ["> [!Important]\n> Text.", aside("important", "Important", "<p>Text.</p>")],
    ["> [!WARNING]\n> Text.", aside("warning", "Warning", "<p>Text.</p>")],
    ["> [!CAUTION]\n> Text.", aside("caution", "Caution", "<p>Text.</p>")],
    ["> [!NOTE] Mind *this* `x`\n> Text.", aside("note", "Mind this x", "<p>Text.</p>")],
    ["> [!NOTE]  \n> Text.", aside("note", "Note", "<p>Text.</p>")],
    ["> [!NOTE]\n>\n> - a\n> - b", aside("note", "Note", "<ul><li>a</li><li>b</li></ul>")],
    ["> [!NOTE]\n> *a*\n> b", aside("note", "Note", "<p><em>a</em>b</p>")],
    ["> [!NOTE]", aside("note", "Note", "")],
    ["- > [!TIP]\n  > Text.", `<ul><li>${aside("tip", "Tip", "<p>Text.</p>")}</li></ul>`],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe("quotes that stay quotes", () => {
  test.each([
    ["> [!FOO]\n> Text.", "<blockquote><p>[!FOO]Text.</p></blockquote>"],
    ["> [!NOTE]x", "<blockquote><p>[!NOTE]x</p></blockquote>"],
    ["> a [!NOTE]", "<blockquote><p>a [!NOTE]</p></blockquote>"],
    ["> \\[!NOTE]\n> Text.", "<blockquote><p>[!NOTE]Text.</p></blockquote>"],
    ["> **[!NOTE]**", "<blockquote><p><strong>[!NOTE]</strong></p></blockquote>"],
    ["> # [!NOTE]", "<blockquote><h1>[!NOTE]</h1></blockquote>"],
    [">", "<blockquote></blockquote>"],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

test("alerts within alerts keep their places", () => {
  const { tree } = through("> [!NOTE]\n> a\n>\n> > [!TIP] t\n> > b\n", remarkAlerts);
  const lines = outline(tree).split("\n");
  expect(lines.filter((line) => line.includes("admonition"))).toEqual([
    '  admonition 1:1-5:6 {"data":{},"kind":"note","title":"Note"}',
    '    admonition 4:3-5:6 {"data":{},"kind":"tip","title":"t"}',
  ]);
});
