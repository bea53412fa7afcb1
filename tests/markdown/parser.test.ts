/** Two parsers, one tree. */
import { describe, expect, test } from "vitest";
import { createParser } from "../../src/markdown/parser.ts";
import { fastest, outline } from "./helpers.ts";

const fast = createParser("satteri");
const stock = createParser("remark");

const SAMPLES = {
  nothing: "",
  headings: "# One\n\nTwo\n===\n\n### Three ###\n\n#### Four {#id .c}\n",
  "marks within each other": "*a **b** `c`* ***d*** _e_ __f__ a*b*c a_b_c\n",
  "strikethrough and tildes": "~~gone~~ ~one~ a ~b **c** d~ e, `~x~`, ~~~f~~~\n",
  "tildes at the ends": "~one~\n\n**~a~** b\n",
  "links and images": '[a](/b "c") ![d](e.png) [f][g] [g][] [g]\n\n[g]: <h> "i"\n',
  autolinks: "<https://a.example/b> https://a.example/c?d=e. www.example.com me@example.com\n",
  "addresses that are none": "See localhost, http://localhost:8080/a and https://10.0.0.1/ here.\n",
  lists: "1. a\n2. b\n   - c\n   - d\n\n3. e\n\n- [ ] f\n- [x] g\n",
  "a list from 4": "4. a\n5. b\n",
  "lazy lines": "- a\nb\n\n> c\nd\n",
  code: "```sql {hl_lines=2}\nSELECT 1;\n```\n\n    indented\n\n~~~\nx\n~~~\n",
  "code in items": "1. a\n\n   ```sh\n   ls\n\n   pwd\n   ```\n1. b\n",
  tables: "| a | b |\n|:--|--:|\n| `x\\|y` | ~~z~~ |\n| only |\n",
  footnotes: "a[^1] b[^note]\n\n[^1]: One.\n[^note]:\n    Two\n\n    blocks\n",
  "html without quotes":
    "<img src=/a/b.png alt>\n\nx <a href=/c/ title=d>e</a> <br class=f/>\n\n- <img src=/a.png\n  alt=g>\n",
  "no html, with slashes":
    "`<a b=/c>` \\<a b=https://x.example/d> <https://x.example/?a=b/c> <a b=/c\n\n```sh {a=b/c}\n<a b=/c>\n```\n",
  html: "<div>\n*a*\n</div>\n\nb <br> <!-- c --> d\n",
  breaks: "a  \nb\\\nc\n\n---\n\n***\n",
  escapes: "\\*a\\* &amp; &#35; &copy; \\\\ \\~b~\n",
  quotes: "> a\n> > b\n>\n> - c\n",
  characters: "Größe – 語 😀 **é**\n\n| 語 | 😀 |\n|--|--|\n| a | b |\n",
  "line ends": "a\r\nb\r\n\r\n- c\r\n- d\r\n",
  "a definition": "Term\n: text\n",
  "definitions of several terms":
    "A\nB *b*\n: first\n: second\n\nC\n\n: loose\n\n  more\n\nafter\n",
  "blocks in definitions": "A\n:   - x\n    - y\n\n    ```sql\n    a\n    ```\n\nB\n: b\nlazy\n",
  "definitions in a quote": "> A\n> : a\n>\n> B\n> : b\n",
  "an empty definition": "A\n:\n",
  "colons that define nothing": ": a\n\nb\n:c\n\n# d\n: e\n",
};

describe("both parsers give the same tree, places included", () => {
  test.each(Object.entries(SAMPLES))("%s", (_, markdown) => {
    expect(outline(fast(markdown))).toBe(outline(stock(markdown)));
  });
});

test.each([fast, stock])(
  "slashes stand in attributes without quotes (CommonMark 4.6, 6.6)",
  (parse) => {
    expect(outline(parse("<img src=/a.png alt>\n\nx <a href=/b/>c</a> `<i d=/>`"))).toBe(
      [
        "root 1:1-3:30 {}",
        '  html 1:1-1:21 {"value":"<img src=/a.png alt>"}',
        "  paragraph 3:1-3:30 {}",
        '    text 3:1-3:3 {"value":"x "}',
        '    html 3:3-3:15 {"value":"<a href=/b/>"}',
        '    text 3:15-3:16 {"value":"c"}',
        '    html 3:16-3:20 {"value":"</a>"}',
        '    text 3:20-3:21 {"value":" "}',
        '    inlineCode 3:21-3:30 {"value":"<i d=/>"}',
      ].join("\n"),
    );
  },
);

test.each([fast, stock])("one tilde strikes nothing out, two do", (parse) => {
  expect(outline(parse("H~2~O ~~gone~~"))).toBe(
    [
      "root 1:1-1:15 {}",
      "  paragraph 1:1-1:15 {}",
      '    text 1:1-1:7 {"value":"H~2~O "}',
      "    delete 1:7-1:15 {}",
      '      text 1:9-1:13 {"value":"gone"}',
    ].join("\n"),
  );
});

test.each([fast, stock])("definition lists: places, and where blank lines stand", (parse) => {
  expect(outline(parse("A\n: a\n\nB\n\n: b\n\n  c\n"))).toBe(
    [
      "root 1:1-9:1 {}",
      "  descriptionList 1:1-8:4 {}",
      "    descriptionTerm 1:1-1:2 {}",
      '      text 1:1-1:2 {"value":"A"}',
      '    descriptionDetails 2:1-2:4 {"spread":false}',
      "      paragraph 2:3-2:4 {}",
      '        text 2:3-2:4 {"value":"a"}',
      "    descriptionTerm 4:1-4:2 {}",
      '      text 4:1-4:2 {"value":"B"}',
      '    descriptionDetails 6:1-8:4 {"spread":true}',
      "      paragraph 6:3-6:4 {}",
      '        text 6:3-6:4 {"value":"b"}',
      "      paragraph 8:3-8:4 {}",
      '        text 8:3-8:4 {"value":"c"}',
    ].join("\n"),
  );
});

test("a definition list in a list item is one with the fast parser", () => {
  expect(outline(fast("1. a\n\n   T\n   : d\n"))).toContain("descriptionDetails 4:4-4:7");
});

test.each([fast, stock])("www leads to https; localhost and numbers lead nowhere", (parse) => {
  const tree = parse(
    "www.example.com http://localhost:1/a <http://localhost/b> [c](http://localhost)",
  );
  const urls: string[] = [];
  const [paragraph] = tree.children;
  if (paragraph?.type !== "paragraph") throw new Error("Expected a paragraph");
  for (const child of paragraph.children) if (child.type === "link") urls.push(child.url);
  expect(urls).toEqual(["https://www.example.com", "http://localhost/b", "http://localhost"]);
});

test("four times the hostile input takes some four times as long", () => {
  const time = (size: number): number => {
    const text =
      "~a ".repeat(size) +
      "\n\nT\n: ".repeat(size / 10) +
      "\n<a b=/c <a b='/ <a ".repeat(size / 10);
    return fastest(() => fast(text));
  };
  expect(time(40_000)).toBeLessThan(Math.max(5, time(10_000)) * 12);
});
