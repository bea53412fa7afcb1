/** Tables in boxes that scroll. */
import { describe, expect, test } from "vitest";
import { rehypeTables } from "../../src/markdown/rehype-tables.ts";
import { htmlThrough } from "./helpers.ts";

const BOX = '<div class="scroll" tabindex="0" role="group" aria-label="Table">';

describe("tables", () => {
  test.each([
    [
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
      `${BOX}<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></div>`,
    ],
    [
      "<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>",
      `${BOX}<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table></div>`,
    ],
    [
      '<table><thead><tr><th scope="colgroup">a</th></tr></thead></table>',
      `${BOX}<table><thead><tr><th scope="colgroup">a</th></tr></thead></table></div>`,
    ],
    [
      '<table><tbody><tr><td align="right" class="a">b</td><td align="char">c</td></tr></tbody></table>',
      `${BOX}<table><tbody><tr><td class="a align-end">b</td><td align="char">c</td></tr></tbody></table></div>`,
    ],
    [
      '<div class="scroll"><table><tbody></tbody></table></div>',
      '<div class="scroll"><table><tbody></tbody></table></div>',
    ],
    [
      '<h2><span>A<a class="anchor" href="#a">#</a></span></h2><table><caption>C</caption></table><table></table>',
      `<h2><span>A<a class="anchor" href="#a">#</a></span></h2>${BOX.replace("Table", "Table: C")}<table><caption>C</caption></table></div>${BOX.replace("Table", "Table: A")}<table></table></div>`,
    ],
  ])("%s", (html, expected) => {
    expect(htmlThrough(html, rehypeTables)).toBe(expected);
  });

  test.each([
    ["names", ["Name", "Use"], ["a", "b"], true],
    ["the same name twice", ["Name", "Use"], ["a", "a"], false],
    ["an empty name", ["Name", "Use"], ["a", ""], false],
    ["texts", ["Name", "Use"], ["a", "b ".repeat(40)], false],
    ["no name for the names", ["", "Use"], ["a", "b"], false],
    ["one column", ["Name"], ["a", "b"], false],
  ])("first cells head their rows or not: %s", (_, heads, names, expected) => {
    const head = heads.map((name) => `<th>${name}</th>`).join("");
    const rows = names.map(
      (name) => `<tr><td>${name}</td>${"<td>x</td>".repeat(heads.length - 1)}</tr>`,
    );
    const html = htmlThrough(
      `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`,
      rehypeTables,
    );
    expect(html.match(/<th scope="row">/g)?.length ?? 0).toBe(expected ? names.length : 0);
  });

  test("two in a row, one within the other", () => {
    const table = "<table><tbody><tr><td><table></table></td></tr></tbody></table>";
    const html = htmlThrough(table + table, rehypeTables);
    expect(html.match(/class="scroll"/g)).toHaveLength(2);
  });
});
