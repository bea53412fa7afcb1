/** Comments that excuse diagnostics. */
import type { CatalogEntries } from "./entry.ts";

export const EXCUSES = {
  "excuse-reason": {
    level: "error",
    title: "An excuse without a reason",
    happened: "A comment with `waymark-ignore` names an id, but does not say why.",
    why: "Whoever reads the comment later cannot know whether it may go.",
    fix: "Write the reason after a colon.",
    message: 'Unexpected excuse of "code-language" without a reason, expected one after a colon',
    example: {
      wrong: "<!-- waymark-ignore code-language -->\n```saltql\nSHOW TABLES;\n```",
      right:
        "<!-- waymark-ignore code-language: our own language has no colors yet -->\n```saltql\nSHOW TABLES;\n```",
    },
  },
  "excuse-unknown": {
    level: "warning",
    title: "An excuse of an id that does not exist",
    happened:
      "A comment with `waymark-ignore` names no id, or one that no diagnostic has. So does one that begins with another word, such as `waymark-ignore-line`.",
    why: "It excuses nothing.",
    fix: "Correct the id; the message offers the nearest one. Ids end at a colon, and the reason follows.",
    message:
      'Unexpected id "code-langauge" in an excuse, expected that of a diagnostic; did you mean "code-language"?',
    example: {
      wrong:
        "<!-- waymark-ignore code-language, code-langauge: our own language has no colors yet -->\n```saltql\nSHOW TABLES;\n```",
      right:
        "<!-- waymark-ignore code-language: our own language has no colors yet -->\n```saltql\nSHOW TABLES;\n```",
    },
  },
  "excuse-unused": {
    level: "warning",
    title: "An excuse that no longer applies",
    happened:
      "A comment with `waymark-ignore` names an id, but nothing of this kind is found in what it covers.",
    why: "It would hide the next fault at this place.",
    fix: "Remove the comment, or move it directly before the block or to the line that it is meant for.",
    message: 'Unexpected excuse of "code-language", expected one of a diagnostic that is there',
    example: {
      wrong:
        "<!-- waymark-ignore code-language: our own language has no colors yet -->\n```sql\nSHOW TABLES;\n```",
      right: "```sql\nSHOW TABLES;\n```",
    },
  },
  "excuse-unpaired": {
    level: "error",
    title: "The start of an excuse without its end",
    happened:
      "A `waymark-ignore-start` is followed by no `waymark-ignore-end` with the same ids, or such an end has no start.",
    why: "An excuse without an end covers all the rest of the file.",
    fix: "Write both, with the same ids in the same order.",
    message:
      'Unexpected waymark-ignore-start of "code-language", expected a waymark-ignore-end with the same ids',
    example: {
      wrong:
        "<!-- waymark-ignore-start code-language: our own language has no colors yet -->\n\n```saltql\nSHOW TABLES;\n```",
      right:
        "<!-- waymark-ignore-start code-language: our own language has no colors yet -->\n\n```saltql\nSHOW TABLES;\n```\n\n<!-- waymark-ignore-end code-language -->",
    },
  },
} as const satisfies CatalogEntries;
