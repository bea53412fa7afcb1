/**
 * Every diagnostic there is: its permanent id, its level and what it means. Ids
 * are never renamed, since authors search for them.
 */
import type { Level } from "./diagnostic.ts";

interface Entry {
  readonly level: Level;
  /** What happened and why, in one line, for the manual. */
  readonly title: string;
}

export const CATALOG = {
  // Shortcode syntax
  "shortcode-unclosed-tag": { level: "error", title: "A shortcode tag has no end" },
  "shortcode-character": { level: "error", title: "A character that a tag cannot hold" },
  "shortcode-no-name": { level: "error", title: "A shortcode tag without a name" },
  "shortcode-string": { level: "error", title: "A quoted value without its closing quote" },
  "shortcode-escape": { level: "error", title: "An escape that quoted values do not have" },
  "shortcode-comment": { level: "error", title: "A commented-out shortcode without its end" },
  "shortcode-mixed-parameters": {
    level: "error",
    title: "Positional and named parameters in one call",
  },
  "shortcode-closing-parameters": { level: "error", title: "Parameters in a closing tag" },
  "shortcode-inline": { level: "error", title: "An inline shortcode, which Waymark does not run" },
  "shortcode-not-open": { level: "error", title: "A closing tag for a shortcode that is not open" },
  "shortcode-crossed": {
    level: "warning",
    title: "A closing tag that crosses another shortcode",
  },
  "shortcode-not-closed": { level: "error", title: "A shortcode with a body has no closing tag" },
  "shortcode-delimiter": {
    level: "warning",
    title: "Opening and closing tag use different delimiters",
  },
  // Shortcode meaning
  "shortcode-unknown": { level: "error", title: "No shortcode of this name" },
  "shortcode-no-body": { level: "error", title: "A body for a shortcode that takes none" },
  "shortcode-needs-body": { level: "error", title: "A shortcode without the body that it needs" },
  "shortcode-child": {
    level: "error",
    title: "Something in a shortcode's body that cannot stand there",
  },
  "shortcode-parent": {
    level: "error",
    title: "A shortcode outside of the one that it belongs to",
  },
  "shortcode-depth": { level: "error", title: "Shortcodes nested too deeply" },
  "parameter-unknown": { level: "error", title: "No parameter of this name" },
  "parameter-missing": { level: "error", title: "A required parameter is missing" },
  "parameter-type": { level: "error", title: "A parameter's value has the wrong type" },
  "parameter-value": { level: "error", title: "A parameter's value is not among the allowed ones" },
  "parameter-repeated": {
    level: "warning",
    title: "A parameter is given twice; the last one counts",
  },
  "include-cycle": { level: "error", title: "Includes that lead back to themselves" },
  "include-depth": { level: "error", title: "Includes nested too deeply" },
  "include-missing": { level: "error", title: "An included file does not exist" },
  "include-outside": { level: "error", title: "An included path leaves the site" },
  "include-size": {
    level: "error",
    title: "Includes that expand to more text than a page can hold",
  },
  "template-action": { level: "error", title: "A template action that partials do not have" },
  "tab-duplicate": { level: "error", title: "Two tabs of one group have the same label" },
  "diagram-missing": { level: "error", title: "A diagram that does not exist" },
  "diagram-grammar": { level: "error", title: "A diagram's grammar is malformed" },
  "ref-missing": { level: "error", title: "ref or relref names no page" },
  "section-missing": { level: "error", title: "cards names no section" },
  "ref-ambiguous": { level: "error", title: "ref or relref names several pages" },
  "site-param-missing": { level: "error", title: "param names no page or site parameter" },
  // Data
  "data-syntax": { level: "error", title: "A data file cannot be parsed" },
  "data-missing": { level: "error", title: "No data file at this path" },
  "data-outside": { level: "error", title: "A data path leaves the site" },
  "data-size": { level: "error", title: "A data file is larger than 5 MB" },
  "data-shape": { level: "error", title: "A data file does not have the shape that is asked for" },
  "data-conflict": { level: "warning", title: "Two data files have the same path" },
  "entry-missing": { level: "error", title: "No entry of this name in the data file" },
  "entry-duplicate": { level: "error", title: "Two entries of one data file have the same name" },
  "entry-unnamed": { level: "error", title: "An entry of a data file without a name" },
  "entry-field-unknown": { level: "error", title: "An entry's field that no shortcode reads" },
  "entry-field-missing": { level: "error", title: "An entry lacks a field that it needs" },
  "entry-field-type": { level: "error", title: "An entry's field has the wrong type" },
  // Content
  "front-matter-syntax": { level: "error", title: "Front matter cannot be parsed" },
  "front-matter-unclosed": { level: "error", title: "Front matter without its closing line" },
  "front-matter-type": { level: "error", title: "A front-matter field has the wrong type" },
  "front-matter-unknown": { level: "warning", title: "A front-matter field that nothing reads" },
  "front-matter-date": { level: "error", title: "A date that cannot be read" },
  "settings-syntax": { level: "error", title: "The site's settings cannot be parsed" },
  "settings-type": { level: "error", title: "A setting has the wrong type" },
  "settings-unknown": { level: "warning", title: "A setting that nothing reads" },
  "page-url-clash": { level: "error", title: "Two pages have the same address" },
  "alias-clash": { level: "error", title: "An alias that is another page's address" },
  "alias-invalid": { level: "error", title: "An alias that is no address of this site" },
  "menu-parent": { level: "warning", title: "A menu entry's parent does not exist" },
  "menu-duplicate": { level: "warning", title: "Two menu entries have the same identifier" },
  "content-encoding": { level: "error", title: "A content file is not UTF-8" },
  "content-unreadable": {
    level: "error",
    title: "A content file that cannot be read, or that lies outside of the site",
  },
  "text-encoding": { level: "info", title: "Text that looks damaged by a wrong encoding" },
  "link-missing": { level: "error", title: "A link to a page that this site does not have" },
  "link-anchor": { level: "error", title: "A link to a heading that the page does not have" },
  "link-outside": { level: "error", title: "A relative link that leaves the site" },
  "image-missing": { level: "error", title: "An image that does not exist" },
  "code-language": { level: "warning", title: "A code block's language is not known" },
  "code-attributes": { level: "error", title: "A code block's attributes cannot be read" },
  "code-lines": { level: "warning", title: "Marked lines of a code block that mark nothing" },
  "markdown-depth": { level: "error", title: "Markdown nested too deeply" },
  "heading-id": { level: "warning", title: "Two headings have the same explicit id" },
} as const satisfies Record<string, Entry>;

export type DiagnosticId = keyof typeof CATALOG;

export function levelOf(id: DiagnosticId): Level {
  return CATALOG[id].level;
}
