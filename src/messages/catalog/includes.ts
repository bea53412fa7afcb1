/** Text and drawings that a page brings in: includes, partials, diagrams. */
import type { CatalogEntries } from "./entry.ts";

export const INCLUDES = {
  "include-missing": {
    level: "error",
    title: "An included file does not exist",
    happened:
      "The path of an `include-md` leads to no file, neither from the folder of the site nor from `data/` or `content/`; or an `include-headless` names no page.",
    why: "The call shows nothing, so readers miss the text.",
    fix: "Correct the path; the message offers the nearest one. Paths never count from the page that includes.",
    message:
      'Unexpected path "texts/limtis.md", expected a file of the site; did you mean "texts/limits.md"?',
    example: {
      wrong: '{{% include-md "texts/limtis.md" %}}',
      right: '{{% include-md "texts/limits.md" %}}',
    },
  },
  "include-outside": {
    level: "error",
    title: "An included path leaves the site",
    happened:
      "The path of an include has `..` or a backslash in it or starts with a drive letter, or a symbolic link leads it out of the folder of the site.",
    why: "A page must not publish files of the machine that builds it, and the site must build the same everywhere.",
    fix: "Move the file into the site and write its path from there.",
    message: 'Unexpected path "../limits.md", expected one that stays inside of the site',
    example: {
      wrong: '{{% include-md "../limits.md" %}}',
      right: '{{% include-md "texts/limits.md" %}}',
    },
  },
  "include-cycle": {
    level: "error",
    title: "Includes that lead back to themselves",
    happened:
      "A text includes itself, or includes another one that includes it again. The message shows the way around.",
    why: "The page would never end. The include that closes the circle shows nothing.",
    fix: "Take one of the includes out, or move what both texts need into a third one.",
    message: "Unexpected include cycle: data/texts/limits.md → data/texts/limits.md",
    example: {
      file: "data/texts/limits.md",
      wrong: 'At most 12 tables.\n\n{{% include-md "texts/limits.md" %}}',
      right: "At most 12 tables.",
    },
  },
  "include-depth": {
    level: "error",
    title: "Includes nested too deeply",
    happened: "Included texts include others, more than 100 levels deep.",
    why: "No page needs this. The limit keeps generated data from exhausting the build.",
    fix: "Let the page include the inner texts itself.",
    message: "Unexpected includes 101 deep, expected at most 100",
  },
  "include-size": {
    level: "error",
    title: "Includes that expand to more text than a page can hold",
    happened: "The includes of one page bring in more than 8 million characters.",
    why: "A few texts that each include the next one several times grow without bounds. No reader could load such a page.",
    fix: "Look for a text that is included many times, directly or by way of others, and split the page.",
    message: "Unexpected includes of more than 8000000 characters on one page",
  },
  "template-action": {
    level: "error",
    title: "A template action that partials do not have",
    happened:
      "A partial has a Go template action that Waymark does not run, or one that is never closed.",
    why: "Partials have parameters, conditions and defaults, but nothing that reads the site. What is not understood shows nothing.",
    fix: "Use what partials have: `.Get`, `.Inner`, `if`, `with`, `else`, `else if`, `end`, `eq`, `default`, `markdownify` and `safeHTML`. If that is not enough, write a shortcode in TypeScript.",
    message: 'Unexpected "upper" in a template action, expected markdownify, safeHTML or default',
    example: {
      file: "data/partials/greeting.md",
      wrong: 'Hello {{ .Get "name" | upper }}.',
      right: 'Hello {{ .Get "name" | default "reader" }}.',
    },
  },
  "diagram-missing": {
    level: "error",
    title: "A diagram that does not exist",
    happened:
      "There is neither a grammar of this name in `data/diagrams/` nor an SVG file in `static/` or `public/`, or in `images/` or `diagrams/` below them.",
    why: "The call shows nothing, so the syntax lacks its drawing.",
    fix: "Correct the name; the message offers the nearest one. The extension `.svg` may be left out.",
    message:
      'Unexpected diagram "copy-tabel", expected a grammar in data/diagrams/ or an SVG file; did you mean "copy-table"?',
    example: {
      wrong: '{{< diagram "copy-tabel" >}}',
      right: '{{< diagram "copy-table" >}}',
    },
  },
  "diagram-grammar": {
    level: "error",
    title: "A diagram's grammar is malformed",
    happened:
      "A grammar in `data/diagrams/` has a key that grammars do not have, a part without its text or items, or more parts than a drawing can hold. If there are several faults, the message lists all of them.",
    why: "A drawing with a part left out would show wrong syntax, so nothing is drawn.",
    fix: "Correct the grammar at the place of the message. A part has one key, such as `choice`, `optional` or `repeat`.",
    message:
      'Unexpected "chioce", expected "choice", "comment", "nonterminal", "optional", "repeat", "sequence" or "terminal"; did you mean "choice"?',
    example: {
      file: "data/diagrams/copy-table.yml",
      wrong: "title: COPY TABLE\ndiagram:\n  - COPY TABLE\n  - chioce: [one, all]",
      right: "title: COPY TABLE\ndiagram:\n  - COPY TABLE\n  - choice: [one, all]",
    },
  },
  "partial-unused": {
    level: "info",
    title: "A partial that no page calls",
    happened:
      "No page calls the partial, neither itself nor through another text. Drafts count as pages. Only `npm run check` shows this remark.",
    why: "Nobody can read the text, yet it looks as if it were in use.",
    fix: "Call it on a page, or remove the file. A template that Hugo alone uses can be excused with a comment.",
    message: "Unexpected partial, expected a page that calls it",
  },
} as const satisfies CatalogEntries;
