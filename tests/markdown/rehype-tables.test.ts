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
  ])("%s", (html, expected) => {
    expect(htmlThrough(html, rehypeTables)).toBe(expected);
  });

  test("two in a row, one within the other", () => {
    const table = "<table><tbody><tr><td><table></table></td></tr></tbody></table>";
    const html = htmlThrough(table + table, rehypeTables);
    expect(html.match(/class="scroll"/g)).toHaveLength(2);
  });
});
