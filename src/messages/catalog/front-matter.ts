/** What pages and the site say about themselves: front matter and settings. */
import type { CatalogEntries } from "./entry.ts";

export const FRONT_MATTER = {
  "front-matter-syntax": {
    level: "error",
    title: "Front matter cannot be parsed",
    happened:
      "The lines before the text of a page break the rules of YAML, TOML or JSON, have the same key twice, are no fields with values, or are in Org's form.",
    why: "Title, menu and address of the page are lost.",
    fix: "Correct the line at the place of the message, or the one before it. In YAML, text with a colon followed by a blank needs quotes.",
    message: 'Unexpected ":", expected quotes around text that holds one, or other indentation',
    example: {
      wrong: "---\ntitle: Backup: the basics\n---\nBack up first.",
      right: '---\ntitle: "Backup: the basics"\n---\nBack up first.',
    },
  },
  "front-matter-unclosed": {
    level: "error",
    title: "Front matter without its closing line",
    happened: "A page starts with the line that opens front matter, and no line closes it.",
    why: "All of the text would be front matter, and the page would be empty.",
    fix: "Add the closing line: the same three signs as the opening one.",
    message: "Unexpected end of the file in front matter, expected its closing line",
    example: {
      wrong: "---\ntitle: Backup\n\nBack up first.",
      right: "---\ntitle: Backup\n---\n\nBack up first.",
    },
  },
  "front-matter-type": {
    level: "error",
    title: "A front-matter field has the wrong type",
    happened:
      "A field has a value that it cannot have: a list for a title, a word for a weight. Or `url` or `slug` is no address within the site.",
    why: "The field is ignored, and its default counts.",
    fix: "Write a value of the kind that the message names.",
    message: 'Unexpected "first" in "weight", expected a whole number',
    example: {
      wrong: "---\ntitle: Backup\nweight: first\n---",
      right: "---\ntitle: Backup\nweight: 10\n---",
    },
  },
  "front-matter-unknown": {
    level: "warning",
    title: "A front-matter field that nothing reads",
    happened:
      "The name of a field, or of a property in `menu`, is nearly that of a known one. As in Hugo, other names are parameters of the page and give no message.",
    why: "With a slip in its name, the field has no effect.",
    fix: "Correct the name. If it is a parameter of your own, put it below `params`.",
    message: 'Unexpected field "descriptoin"; it is only a parameter; did you mean "description"?',
    example: {
      wrong: "---\ntitle: Backup\ndescriptoin: Copy a database.\n---",
      right: "---\ntitle: Backup\ndescription: Copy a database.\n---",
    },
  },
  "front-matter-date": {
    level: "error",
    title: "A date that cannot be read",
    happened: "A field for a date, such as `date` or `lastmod`, has a text that is no date.",
    why: "Dates decide whether a page is published and when it was changed last. The field is ignored.",
    fix: "Write year, month and day with hyphens, and after them a time if you need one.",
    message: 'Unexpected date "the first of May", expected one like 2026-05-01',
    example: {
      wrong: "---\ntitle: Backup\ndate: the first of May\n---",
      right: "---\ntitle: Backup\ndate: 2026-05-01\n---",
    },
  },
  "list-column": {
    level: "warning",
    title: "A column for which no page has a value",
    happened: "`columns` of a section names a field that none of its pages has.",
    why: "The column of the table is empty.",
    fix: "Correct the name, or give the pages such a field.",
    message:
      'Unexpected column "descripton", expected a field that a page of the section has; did you mean "description"?',
    example: {
      file: "content/guides/_index.md",
      wrong: "---\ntitle: Guides\nlist: table\ncolumns: [title, descripton]\n---",
      right: "---\ntitle: Guides\nlist: table\ncolumns: [title, description]\n---",
    },
  },
  "settings-syntax": {
    level: "error",
    title: "The site's settings cannot be parsed",
    happened:
      "`data/site.yml` or a file of Hugo's configuration breaks the rules of its format, or does not hold keys with values.",
    why: "All settings of the file are lost, and their defaults count.",
    fix: "Correct the line at the place of the message, or the one before it.",
    message: 'Unexpected second key "title", expected each key once; the first is in line 1',
    example: {
      file: "data/site.yml",
      wrong: "title: Saltmarsh\ntitle: Saltmarsh manual",
      right: "title: Saltmarsh manual",
    },
  },
  "settings-type": {
    level: "error",
    title: "A setting has the wrong type",
    happened:
      "A setting has a value that it cannot have, or an item of `header`, `footer` or `upstream` lacks one of its keys.",
    why: "The setting, or the item, is ignored.",
    fix: "Write a value of the kind that the message names.",
    message: 'Unexpected "yes" in "buildDrafts", expected true or false',
    example: {
      file: "data/site.yml",
      wrong: "title: Saltmarsh\nbuildDrafts: yes",
      right: "title: Saltmarsh\nbuildDrafts: true",
    },
  },
  "settings-unknown": {
    level: "warning",
    title: "A setting that nothing reads",
    happened:
      "`data/site.yml` has a key that is no setting, or below `tabs` a label that no tab has. Settings of Hugo's own configuration that mean nothing to Waymark give no message.",
    why: "With a slip in its name, the setting has no effect.",
    fix: "Correct the name, or take the setting out. Put values of your own below `params`.",
    message:
      'Unexpected setting "synonims" in "search", expected synonyms; did you mean "synonyms"?',
    example: {
      file: "data/site.yml",
      wrong: "title: Saltmarsh\nsearch:\n  synonims:\n    - [copy, backup]",
      right: "title: Saltmarsh\nsearch:\n  synonyms:\n    - [copy, backup]",
    },
  },
  "settings-link": {
    level: "warning",
    title: "A link of the settings that leads nowhere",
    happened:
      "An address in `header` or `footer` is that of no page or file of the site, or the page does not have the id after the `#`. Or an address in `printViews` is that of no section.",
    why: "The link stands on every page, or the section has no print view. It is a warning, since settings may be older than the pages, or shared by several sites.",
    fix: "Correct the address; the message offers the nearest one. Write it without the base path.",
    message: 'Unexpected address "/guide/", expected a page of this site; did you mean "/guides/"?',
    example: {
      file: "data/site.yml",
      wrong: "header:\n  - name: Guides\n    url: /guide/",
      right: "header:\n  - name: Guides\n    url: /guides/",
    },
  },
  "settings-file": {
    level: "warning",
    title: "A file of the settings that is not there",
    happened: "`logo`, `styles` or `image` names a file that the static folder does not have.",
    why: "The site is built without it, so it does not look as it should.",
    fix: "Correct the path; the message offers the nearest one. Write it from the static folder.",
    message:
      'Unexpected file "/harbour.css" in "styles", expected a file of the static folder; did you mean "/harbor.css"?',
    example: {
      file: "data/site.yml",
      wrong: "styles: [harbour.css]",
      right: "styles: [harbor.css]",
    },
  },
  "front-matter-file": {
    level: "warning",
    title: "A picture of the front matter that is not there",
    happened: "`images` names a file that is neither beside the page nor in the static folder.",
    why: "Other sites show links to the page with the picture of the site, or with none.",
    fix: "Correct the path; the message offers the nearest one. Write it from the page, or with a slash from the static folder.",
    message:
      'Unexpected address "/images/sevrer.svg", expected a file of this site; did you mean "/images/server.svg"?',
    example: {
      wrong: "---\ntitle: Backup\nimages: [/images/sevrer.svg]\n---",
      right: "---\ntitle: Backup\nimages: [/images/server.svg]\n---",
    },
  },
  "settings-accent": {
    level: "warning",
    title: "An accent color that is too weak",
    happened:
      "A color in `accent` has less than 3 to 1 contrast to the grounds that it is painted on: too bright for the light theme, or too dark for the dark one.",
    why: "Marks, focus rings and lines below links could not be seen by everyone. The site shows the nearest color of the same hue that can be seen.",
    fix: "Take the color that the message names, or another one. With `light` and `dark`, each theme has its own.",
    message:
      'Unexpected light color "#00bb66" without enough contrast to the page, expected 3 to 1; #009953 is shown',
    example: {
      file: "data/site.yml",
      wrong: 'accent: "#00bb66"',
      right: 'accent: { light: "#00804a", dark: "#00bb66" }',
    },
  },
} as const satisfies CatalogEntries;
