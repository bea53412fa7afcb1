/** Data files, and the named entries in them. */
import type { CatalogEntries } from "./entry.ts";

export const DATA = {
  "data-syntax": {
    level: "error",
    title: "A data file cannot be parsed",
    happened:
      "A file below `data/` breaks the rules of its format, has the same key twice, is not UTF-8, or is in a format other than YAML, TOML and JSON.",
    why: "Nothing in the file can be used. A page that asks for it gets a message of its own at the call.",
    fix: "Correct the file at the place of the message first; the messages of the pages then go away. In YAML, text with a colon followed by a blank needs quotes.",
    message: 'Unexpected second key "code", expected each key once; the first is in line 2',
    example: {
      file: "data/examples/backup.yml",
      wrong: "- name: run-backup\n  code: saltmarsh backup\n  code: saltmarsh backup shop",
      right: "- name: run-backup\n  code: saltmarsh backup shop",
    },
  },
  "data-missing": {
    level: "error",
    title: "No data file at this path",
    happened: "A call names a data file that does not exist, or one that cannot be read.",
    why: "The call shows nothing.",
    fix: "Correct the path; the message offers the nearest one. Paths count from `data/`, and the extension may be left out.",
    message:
      'Unexpected data path "exmaples/backup", expected a YAML, TOML or JSON file below data/; did you mean "examples/backup"?',
    example: {
      wrong: '{{% include-example file="exmaples/backup" example="run-backup" %}}',
      right: '{{% include-example file="examples/backup" example="run-backup" %}}',
    },
  },
  "data-outside": {
    level: "error",
    title: "A data path leaves the site",
    happened:
      "The path of a data file starts with `/` or a drive letter, has `..` or a backslash in it, or leads out of the site by a symbolic link.",
    why: "A page must not publish files of the machine that builds it, and the site must build the same everywhere.",
    fix: "Move the file below `data/` and write its path from there.",
    message: 'Unexpected data path "../ports", expected one that stays inside of the site',
    example: {
      wrong: '{{< yaml-table data="../ports" >}}',
      right: '{{< yaml-table data="ports" >}}',
    },
  },
  "data-size": {
    level: "error",
    title: "A data file is larger than 5 MB",
    happened: "A file below `data/` has more than 5 MB and is not read.",
    why: "Data files hold texts and tables that people write. One of this size is an export that would slow every build down.",
    fix: "Keep the part that pages show, or put the file into `static/` and link to it.",
    message: "Unexpected data file data/export.yml, expected at most 5 MB",
  },
  "placeholder-data": {
    level: "warning",
    title: "A placeholder is not described as it should be",
    happened:
      "`data/placeholders.yml` says something of a [placeholder](/authoring/placeholders/) that Waymark does not understand: a field has a name or a type that is not known, a secret has a default, or the file is no map.",
    why: "The field or the description is left out. A placeholder whose `secret: true` is misspelled could be stored in the browser.",
    fix: "Correct the name; the message offers the nearest one. Each placeholder has the fields `description`, `example`, `default` and `secret`, but a secret has no default, or only a text, which is its description.",
    message:
      'Unexpected field "descripton" of the placeholder "host", expected description, example, default, secret; did you mean "description"?',
    example: {
      file: "data/placeholders.yml",
      wrong: "host:\n  descripton: The address of your database.",
      right: "host:\n  description: The address of your database.",
    },
  },
  "data-shape": {
    level: "error",
    title: "A data file does not have the shape that is asked for",
    happened:
      "A file can be parsed, but is not what the shortcode needs: a list of named entries for includes, a list of maps or `columns` with `rows` for `yaml-table`, a list for `yaml-list`; or it is empty.",
    why: "The shortcode does not find its texts where it looks for them.",
    fix: "Give the file the shape that the message names, or call another shortcode.",
    message: "Unexpected shape of data/limits.yml, expected a list of maps, or columns and rows",
    example: {
      file: "data/limits.yml",
      wrong: "tables: 12\ncolumns: 80",
      right: "- limit: tables\n  value: 12\n- limit: columns\n  value: 80",
    },
  },
  "data-conflict": {
    level: "warning",
    title: "Two data files have the same path",
    happened:
      "Two files below `data/` have the same path and name, and differ in their extension only.",
    why: "Calls leave the extension out. The file that comes first by its name counts, and changes to the other one have no effect.",
    fix: "Rename one of the files, or move what both hold into one.",
    message: 'Unexpected second data file for "ports", expected one; data/ports.toml counts',
  },
  "entry-missing": {
    level: "error",
    title: "No entry of this name in the data file",
    happened: "An include names an entry that its data file does not have.",
    why: "The call shows nothing.",
    fix: "Correct the name; the message offers the nearest one. Names are told apart by case.",
    message:
      'Unexpected entry "run-bakcup", expected one of data/examples/backup.yml; did you mean "run-backup"?',
    example: {
      wrong: '{{% include-example file="examples/backup" example="run-bakcup" %}}',
      right: '{{% include-example file="examples/backup" example="run-backup" %}}',
    },
  },
  "entry-duplicate": {
    level: "error",
    title: "Two entries of one data file have the same name",
    happened: "A list of entries has a name twice.",
    why: "Includes find entries by name. The first one counts, and the second could never be shown.",
    fix: "Rename one of the entries, or take one out.",
    message:
      'Unexpected second entry "run-backup", expected each name once; the first is in line 1',
    example: {
      file: "data/examples/backup.yml",
      wrong:
        "- name: run-backup\n  code: saltmarsh backup shop\n- name: run-backup\n  code: saltmarsh list",
      right:
        "- name: run-backup\n  code: saltmarsh backup shop\n- name: list-backups\n  code: saltmarsh list",
    },
  },
  "entry-unnamed": {
    level: "error",
    title: "An entry of a data file without a name",
    happened: "An item of a list of entries has no `name`, or an empty one.",
    why: "Nothing could ever include it.",
    fix: "Give the entry a name. If the file is no list of entries, its maps should not have the fields of entries, such as `code` or `content`.",
    message: 'Unexpected entry without a name, expected a "name" field',
    example: {
      file: "data/examples/backup.yml",
      wrong: "- name: run-backup\n  code: saltmarsh backup shop\n- code: saltmarsh list",
      right:
        "- name: run-backup\n  code: saltmarsh backup shop\n- name: list-backups\n  code: saltmarsh list",
    },
  },
  "entry-field-unknown": {
    level: "error",
    title: "An entry's field that no shortcode reads",
    happened:
      "An entry, or an element of its `syntax_elements`, has a field with a name that means nothing there.",
    why: "What stands in the field would be shown nowhere.",
    fix: "Use one of the names in the message.",
    message:
      'Unexpected field "descripton", expected one of name, description, code, language, results, content, addenda, syntax_elements; did you mean "description"?',
    example: {
      file: "data/examples/backup.yml",
      wrong: "- name: run-backup\n  descripton: Copy one database.\n  code: saltmarsh backup shop",
      right: "- name: run-backup\n  description: Copy one database.\n  code: saltmarsh backup shop",
    },
  },
  "entry-field-missing": {
    level: "error",
    title: "An entry lacks a field that it needs",
    happened:
      "A call includes an entry that has none of the fields that this shortcode shows, or an element of `syntax_elements` lacks one of its two fields.",
    why: "There is nothing to show: `include-from-yaml` shows `content`, while `include-example` shows `code` and what belongs to it.",
    fix: "Add the field, or include the entry with the shortcode that shows the fields it has.",
    message: 'Unexpected entry "run-backup" with only "code", expected "content"',
    example: {
      wrong: '{{% include-from-yaml data="examples/backup" name="run-backup" %}}',
      right: '{{% include-example file="examples/backup" example="run-backup" %}}',
    },
  },
  "entry-field-type": {
    level: "error",
    title: "An entry's field has the wrong type",
    happened:
      "A field that holds text has a list or a map, `syntax_elements` is no list of maps, or the name of an entry is a number, a date or a switch.",
    why: "A field of the wrong type is left out. Without quotes, a name such as `1.10` is the number 1.1 in YAML.",
    fix: "Write text, with `|` before a text of several lines. Put quotes around a name that looks like something else.",
    message: 'Unexpected list in "description", expected text',
    example: {
      file: "data/examples/backup.yml",
      wrong:
        "- name: run-backup\n  description:\n    - Copy one database.\n  code: saltmarsh backup shop",
      right:
        "- name: run-backup\n  description: |\n    - Copy one database.\n  code: saltmarsh backup shop",
    },
  },
  "data-unused": {
    level: "info",
    title: "A data file that no page shows",
    happened:
      "No page asks for the file, neither as a whole nor by way of its folder, itself or through other texts. Drafts count as pages. In files of named entries, each [entry](#entry-unused) is told by itself. Only `npm run check` shows this remark.",
    why: "Nobody can read it, yet everybody who searches the data finds it and keeps it up to date.",
    fix: "Show it on a page, with `yaml-table`, `yaml-list` or `diagram`, or remove it. A file that is read by something else can be excused with a comment anywhere in it.",
    message: "Unexpected data file, expected a page that shows something of it",
    example: {
      file: "data/examples/more.yml",
      wrong: "- port: 5432\n  use: connections",
      right: "[]",
    },
  },
  "entry-unused": {
    level: "info",
    title: "An entry that no page shows",
    happened:
      "No page includes the entry, neither itself nor through another entry, a partial or an included file. Drafts count as pages. Only `npm run check` shows this remark.",
    why: "Nobody can read the text, yet everybody who searches the data finds it and keeps it up to date.",
    fix: "Include it on a page, or remove it. An entry that is kept for later can be excused with a comment.",
    message: 'Unexpected entry "restore", expected a page that shows it',
    example: {
      file: "data/examples/more.yml",
      wrong: "- name: restore\n  code: harbor restore",
      right: "[]",
    },
  },
  "entry-same": {
    level: "info",
    title: "Two entries have the same text",
    happened:
      "All that an entry says is what another one says, in the same file or another. Blanks and line breaks do not count. Only `npm run check` shows this remark.",
    why: "Sooner or later, one of them is corrected and the other one is not.",
    fix: "Keep one of them, and include that one where the other one is included.",
    message:
      'Unexpected entry "two" with the text of "one" in data/two.yml:1, expected each text once',
  },
  "text-same": {
    level: "info",
    title: "A partial or an included file has the text of another one",
    happened:
      "All that a partial or an included Markdown file says is what another one says, or an entry that has nothing but `content`. Blanks, line breaks, comments and front matter do not count. Only `npm run check` shows this remark.",
    why: "Sooner or later, one of them is corrected and the other one is not.",
    fix: "Keep one of them, and include that one where the other one is included.",
    message: "Unexpected file with the text of data/partials/first.md, expected each text once",
  },
} as const satisfies CatalogEntries;
