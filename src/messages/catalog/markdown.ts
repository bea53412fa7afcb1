/** Markdown itself: code blocks, headings, links and images as text. */
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
  "code-unclosed": {
    level: "warning",
    title: "A code block that nothing ends",
    happened:
      "A block opens with a fence, and no line below closes it: a fence of the same character, at least as long, with nothing behind it.",
    why: "All that follows is taken for code, up to the end of the page, or of the list item, quote or body in which the block stands.",
    fix: "Write the closing fence. Where one is there, compare its length with that of the first, and look for text behind it.",
    message: "Unexpected end of the text in code, expected a line with ``` that ends the block",
    example: {
      wrong: "```sql\nSELECT 1;\n\nThe answer is one.",
      right: "```sql\nSELECT 1;\n```\n\nThe answer is one.",
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
    title: "Two headings have the same id",
    happened:
      "A heading is given an id with `{#id}` that another heading above it has, given in the same way or made from its words. The message names the place of that one too, with the calls that include it.",
    why: "A link to the id can lead to the first of them only.",
    fix: "Change one of the ids. Ids that are made from the words of headings get a number by themselves.",
    message: 'Unexpected heading id "setup", expected one that no other heading has',
    example: {
      wrong: "## On Linux {#setup}\n\n## On macOS {#setup}",
      right: "## On Linux {#setup-linux}\n\n## On macOS {#setup-macos}",
    },
  },
  "html-id": {
    level: "warning",
    title: "An id in raw HTML that something else has",
    happened:
      "An element in raw HTML has an id that a heading, a tab or another element in raw HTML on the same page has. Ids of headings count that are made from their words.",
    why: "A link to the id can lead to the first of them only, and scripts and labels may find the wrong one.",
    fix: "Change the id, and links to it. Where it stands for the heading below it, take the element out: the heading has the id by itself.",
    message:
      'Unexpected id "setup" of <div>, expected one that nothing else on the page has; heading "Setup" in content/page.md:6 has it',
    example: {
      wrong: '<div id="setup">The setup takes an hour.</div>\n\n## Setup',
      right: '<div id="about-setup">The setup takes an hour.</div>\n\n## Setup',
    },
  },
  "heading-level": {
    level: "warning",
    title: "A level of headings is left out",
    happened:
      "A heading is more than one level below the one before it. The first heading of a page counts from the page's title, and the first one in a tab from the heading above the group of tabs.",
    why: "Readers who move by headings miss a step, and the list of headings beside the page shows a gap in its order.",
    fix: "Write the level that the message names, or add the heading that is missing. Pick levels for the order of things, not for their size.",
    message: 'Unexpected heading "On Linux" of level 4 after one of level 2, expected level 3',
    example: {
      wrong: "## Install\n\n#### On Linux",
      right: "## Install\n\n### On Linux",
    },
  },
  "heading-title": {
    level: "warning",
    title: "A page has a second title",
    happened:
      "A heading of level 1, or an `<h1>`, stands in a page that shows its title above the text already. Several of them in one page count too.",
    why: "A page has one title: search engines and readers of screen readers take it as its name.",
    fix: "Write `##`. If the page has no `title` in its front matter, its first heading of level 1 is its title.",
    message: 'Unexpected heading "Install" of level 1, expected level 2: a page has one title',
    example: {
      wrong: "# Install\n\nRun the installer.",
      right: "## Install\n\nRun the installer.",
    },
  },
  "heading-empty": {
    level: "warning",
    title: "A heading without a text",
    happened:
      "A heading shows nothing: there is nothing behind its `#`, or only a comment, a link without words, an element without a text, or a call that gives nothing.",
    why: "Readers see a gap, and screen readers announce a heading and say nothing. The section has no id to link to.",
    fix: "Write the words, or take the heading out. A rule between two parts is `---`.",
    message: "Unexpected heading of level 2 without a text, expected words that name its section",
    example: {
      wrong: "## <!-- the name comes later -->\n\nRun the installer.",
      right: "## Install\n\nRun the installer.",
    },
  },
  "heading-blank": {
    level: "warning",
    title: "A heading without a blank behind its signs",
    happened: "A paragraph begins with two or more `#` and a letter or number right behind them.",
    why: "In Markdown a heading needs a blank there: readers see the signs and plain text, and the section is missing in the list of headings.",
    fix: "Write the blank. Where you mean the signs, write `\\#` for the first one.",
    message: 'Unexpected "##" before a letter, expected a blank between them: this is no heading',
    example: {
      wrong: "##Install\n\nRun the installer.",
      right: "## Install\n\nRun the installer.",
    },
  },
  "table-cells": {
    level: "warning",
    title: "A row of a table has too many cells",
    happened:
      "A row below the first one of a table has more cells than the first. A bar `|` ends a cell even in code between backticks.",
    why: "Tables have as many columns as their first row. Readers do not see what stands in the cells beyond.",
    fix: "Take the cell out, or give the first row and the line below it one more. Where the bar is part of the text or the code, write `\\|`.",
    message:
      'Unexpected cell "Both", expected 2 in a row of this table; a bar in code is written \\|',
    example: {
      wrong: "| Sign | Meaning |\n| --- | --- |\n| `a | b` | Both |",
      right: "| Sign | Meaning |\n| --- | --- |\n| `a \\| b` | Both |",
    },
  },
  "reference-missing": {
    level: "warning",
    title: "A reference that nothing defines",
    happened:
      "A sentence has `[words][label]` or `[label][]`, and no line of the page defines the label, as `[label]: /page/` would.",
    why: "Without a definition, Markdown takes the brackets as text: readers see them in place of a link.",
    fix: "Add the definition or correct the label. Where you mean brackets, write `\\[` for the first one, or put code between backticks. Brackets that stand alone, as in `[optional]`, are not looked at, and neither are those that look like indexes, options or patterns, as in `list[0][1]`, `[-u][-v]` or `[a-z][0-9]`.",
    message:
      'Unexpected reference "instal", expected a definition of it, such as "[instal]: /page/"; did you mean "install"?',
    example: {
      wrong: "See [how to install][instal] first.\n\n[install]: /guides/install/",
      right: "See [how to install][install] first.\n\n[install]: /guides/install/",
    },
  },
  "footnote-missing": {
    level: "warning",
    title: "A footnote without its text",
    happened:
      "A sentence has a mark for a footnote, such as `[^1]`, and no line of the page begins with `[^1]:`. Words in such brackets count where they follow a text without a blank, since `[^abc]` is a pattern too.",
    why: "Readers see the brackets as they are.",
    fix: "Add the text of the footnote, or correct its name. Where you mean brackets, write `\\[`.",
    message:
      'Unexpected footnote "limits", expected its text in a line that begins with "[^limits]:"; did you mean "limit"?',
    example: {
      wrong: "Pages have a limit.[^limits]\n\n[^limit]: A megabyte.",
      right: "Pages have a limit.[^limit]\n\n[^limit]: A megabyte.",
    },
  },
  "image-alt": {
    level: "warning",
    title: "An image without a text",
    happened:
      "An image says nothing to those who do not see it: its `![]` is empty, a `figure` has neither `alt` nor `caption`, or an `<img>` has no `alt`.",
    why: "Screen readers read the address instead, and so do readers whose connection fails.",
    fix: "Write what the image shows, in a few words. An image that only decorates is an `<img>` with an empty `alt`.",
    message:
      'Unexpected image "/images/server.svg" without a text, expected words for those who do not see it',
    example: {
      wrong: "![](/images/server.svg)",
      right: "![The server and its clients](/images/server.svg)",
    },
  },
  "link-empty": {
    level: "warning",
    title: "A link without words or without an address",
    happened:
      "A link has no text between its brackets, or no address between its parentheses. A link to `#` alone has none either.",
    why: "Nobody can see or follow it.",
    fix: "Write the words or the address, or take the link out. `#top` leads to the top of a page.",
    message: 'Unexpected link "the guide" without an address, expected where it leads',
    example: {
      wrong: "Read [the guide]() first.",
      right: "Read [the guide](/guides/install/) first.",
    },
  },
  "bare-url": {
    level: "info",
    title: "A bare address in prose",
    happened:
      "An address stands in a sentence as it is. Addresses in code, in links and between `<` and `>` are fine.",
    why: "Long addresses are hard to read, and a screen reader spells them. Punctuation after one may become a part of it.",
    fix: "Make a link of it whose words say where it leads. If readers should see the address itself, put it between `<` and `>`, or in backticks if it is not for following.",
    message:
      'Unexpected bare address "https://example.com/get", expected a link with words, or the address in < and >',
    example: {
      wrong: "Get it from https://example.com/get.",
      right: "Get it from [our downloads](https://example.com/get).",
    },
  },
} as const satisfies CatalogEntries;
