/** Pages as files and addresses, and their places in menus. */
import type { CatalogEntries } from "./entry.ts";

export const PAGES = {
  "page-url-clash": {
    level: "error",
    title: "Two pages have the same address",
    happened:
      "Two pages that get a file have the same address, most often because of `url` or `slug`, or because their names differ only in case.",
    why: "Only one of them can stand there, so readers would never see the other one.",
    fix: "Change the address of one of the pages, or take one out.",
    message:
      "Unexpected second page at /guides/install/, content/guides/install.md has that address",
    example: {
      wrong: "---\ntitle: Install by hand\nurl: /guides/install/\n---",
      right: "---\ntitle: Install by hand\nurl: /guides/install-by-hand/\n---",
    },
  },
  "page-in-bundle": {
    level: "warning",
    title: "A page in the folder of another page",
    happened:
      "A Markdown file stands in the folder of an `index.md`, or below it, and no page includes it. As in Hugo, such a folder is one page, and what is in it belongs to that page. Only `npm run check` tells this.",
    why: "The file is no page: it has no address, and readers never see it.",
    fix: "Rename `index.md` to `_index.md` if the folder is a section. A text that the page should show is included with `include-md`.",
    message:
      "Unexpected page in the folder of content/guides/index.md, which is one page with all that is in its folder; expected _index.md for a section",
  },
  "alias-clash": {
    level: "error",
    title: "An alias that is another page's address",
    happened:
      "A page has an alias at which another page stands, or which another page has as an alias too.",
    why: "An address can lead to one page only.",
    fix: "Keep the alias on the page that readers of the old address look for.",
    message: 'Unexpected alias "/guides/install/", content/guides/install.md has that address',
    example: {
      wrong: "---\ntitle: Set up\naliases: [/guides/install/]\n---",
      right: "---\ntitle: Set up\naliases: [/guides/setup-old/]\n---",
    },
  },
  "alias-invalid": {
    level: "error",
    title: "An alias that is no address of this site",
    happened:
      "An alias is empty, is the home page, leaves the site, or has characters that no address has.",
    why: "No redirect can stand there.",
    fix: "Write the old address from the root of the site, as in `/old/page/`.",
    message: 'Unexpected alias "/": it is the home page',
    example: {
      wrong: "---\ntitle: Set up\naliases: [/]\n---",
      right: "---\ntitle: Set up\naliases: [/start/]\n---",
    },
  },
  "menu-parent": {
    level: "warning",
    title: "A menu entry's parent does not exist",
    happened:
      "The `parent` of a menu entry is the identifier of no entry of that menu, or the entry stands below itself.",
    why: "As in Hugo, an unknown parent becomes a group of its own, with the misspelt name as its label. An entry below itself moves to the top.",
    fix: "Use the identifier of the parent. Without one, an entry is known by its name.",
    message:
      'Unexpected parent "guidse", expected the identifier of a menu entry; did you mean "guides"?',
    example: {
      wrong: "---\ntitle: Backup\nmenu:\n  main:\n    parent: guidse\n---",
      right: "---\ntitle: Backup\nmenu:\n  main:\n    parent: guides\n---",
    },
  },
  "menu-duplicate": {
    level: "warning",
    title: "Two menu entries have the same identifier",
    happened:
      "Two entries of one menu have the same identifier, or the same name and no identifier.",
    why: "As in Hugo, the second one is left out, and its page is missing in the menu.",
    fix: "Give one of them an `identifier` of its own.",
    message:
      'Unexpected second entry "guides" in menu "main", content/guides/_index.md has the first; give one an identifier',
    example: {
      wrong: "---\ntitle: More guides\nmenu:\n  main:\n    identifier: guides\n---",
      right: "---\ntitle: More guides\nmenu:\n  main:\n    identifier: more-guides\n---",
    },
  },
  "content-encoding": {
    level: "error",
    title: "A content file is not UTF-8",
    happened:
      "A content file has bytes that mean nothing in UTF-8. It was probably saved as Latin-1 or UTF-16.",
    why: "Its accents, quotes and dashes would be damaged.",
    fix: "Save the file as UTF-8 in your editor, or convert it.",
    message: "Unexpected bytes that are not UTF-8, expected a text file in UTF-8",
  },
  "content-unreadable": {
    level: "error",
    title: "A content file that cannot be read, or that lies outside of the site",
    happened:
      "A content file may not be read by the user that builds, or a symbolic link is broken, leads out of the site, or leads back to a folder above it.",
    why: "The page is missing. Links out of the site are not followed, so that a site cannot publish other files of the machine.",
    fix: "Check the permissions of the file, or replace the symbolic link by a copy of what it leads to.",
    message: "Unexpected symbolic link, expected one that stays inside of the site",
  },
  "text-encoding": {
    level: "info",
    title: "Text that looks damaged by a wrong encoding",
    happened:
      "A page, a data file or a partial has characters that appear when UTF-8 was once read as Windows-1252, or the sign for a character that was lost. Only `npm run check` shows this remark.",
    why: "Readers see the damage too. Nothing else is wrong with the file, so the build goes on.",
    fix: "Replace the characters by what they were: a quote, a dash, an accent.",
    message: 'Unexpected "â€™", expected text that was saved and read as UTF-8; did you mean "’"?',
    example: {
      wrong: "Back up what youâ€™ll miss.",
      right: "Back up what you’ll miss.",
    },
  },
} as const satisfies CatalogEntries;
