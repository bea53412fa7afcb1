/** Markdown itself: code blocks, headings, depth. */
import type { CatalogEntries } from "./entry.ts";

export const MARKDOWN = {
  "code-language": {
    level: "warning",
    title: "A code block's language is not known",
    happened:
      "The word after the fence of a code block is the name of no language that Waymark highlights.",
    why: "The code is shown as plain text.",
    fix: "Correct the name, or write `text` or `nofmt` for text without a language.",
    message: 'Unexpected code language "slq", expected a known one or "text"; did you mean "sql"?',
    example: {
      wrong: "```slq\nSELECT 1;\n```",
      right: "```sql\nSELECT 1;\n```",
    },
  },
  "code-attributes": {
    level: "error",
    title: "A code block's attributes cannot be read",
    happened: "What stands in braces after the language of a code block is no list of attributes.",
    why: "All of the attributes are lost: title, marked lines, line numbers.",
    fix: "Write `name=value` with blanks between them, and quotes around a value with blanks or hyphens.",
    message:
      'Unexpected "-" in the attributes, expected an attribute or }; ranges stand in quotes: hl_lines="2 4-6"',
    example: {
      wrong: "```sql {hl_lines=1-2}\nSELECT 1\nFROM orders;\n```",
      right: '```sql {hl_lines="1-2"}\nSELECT 1\nFROM orders;\n```',
    },
  },
  "code-lines": {
    level: "warning",
    title: "Marked lines of a code block that mark nothing",
    happened:
      "The ranges of `hl_lines`, `ins`, `del` or `focus` in quotes are separated by commas, or name a line that the block does not have.",
    why: "As in Hugo, blanks separate them. With a comma, the range is not understood and no line is marked. A line beyond the end is often left over from a longer block.",
    fix: "Put blanks between the ranges, and count the lines of the block from 1.",
    message:
      'Unexpected comma in hl_lines="1,3", expected blanks between the ranges; did you mean "1 3"?',
    example: {
      wrong: '```sql {hl_lines="1,3"}\nSELECT id\nFROM orders\nLIMIT 5;\n```',
      right: '```sql {hl_lines="1 3"}\nSELECT id\nFROM orders\nLIMIT 5;\n```',
    },
  },
  "code-notation": {
    level: "warning",
    title: "A mark in a comment of code is not known",
    happened: "A comment in a code block has `[!code …]` with a word that marks nothing.",
    why: "Readers see the comment as a part of the code, and copy it.",
    fix: "Correct the word, or write `notation=false` in the options of a block that shows such comments.",
    message:
      'Unexpected mark "focsu" in [!code focsu], expected ++, --, focus, highlight, hl; did you mean "focus"?',
    example: {
      wrong: "```js\nconnect(); // [!code focsu]\n```",
      right: "```js\nconnect(); // [!code focus]\n```",
    },
  },
  "markdown-depth": {
    level: "error",
    title: "Markdown nested too deeply",
    happened: "Quotes, lists or marks stand within each other thousands of levels deep.",
    why: "No page needs this, and the page would come out empty. The limit keeps a generated or damaged file from ending the build.",
    fix: "Look for a run of `>`, `*` or `[` in a generated or damaged file.",
    message:
      "Unexpected depth of nested Markdown, expected fewer quotes, lists or marks within each other",
  },
  "heading-id": {
    level: "warning",
    title: "Two headings have the same explicit id",
    happened: "Two headings of one page are given the same id with `{#id}`.",
    why: "A link to the id can lead to the first of them only.",
    fix: "Change one of the ids. Ids that are made from the words of headings get a number by themselves.",
    message: 'Unexpected heading id "setup", expected one that no other heading has',
    example: {
      wrong: "## On Linux {#setup}\n\n## On macOS {#setup}",
      right: "## On Linux {#setup-linux}\n\n## On macOS {#setup-macos}",
    },
  },
} as const satisfies CatalogEntries;
