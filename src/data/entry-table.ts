/** The fields of an entry: the named snippets of a data file. */
import type { FieldTable } from "./field-table.ts";

/** What each item of `syntax_elements` has. */
export const SYNTAX_ELEMENT: FieldTable = {
  syntax: { type: "text", doc: "The element, as code.", isRequired: true, alias: "name" },
  description: { type: "text", doc: "What it means, in Markdown.", isRequired: true },
};

export const ENTRY: FieldTable = {
  name: {
    type: "name",
    doc: "What calls ask for. Each name stands once in a file.",
    isRequired: true,
  },
  description: { type: "text", doc: "Markdown before the code." },
  code: { type: "text", doc: "The code, as it is." },
  language: { type: "text", doc: "The language of the code; `mzsql` if none is named." },
  results: { type: "text", doc: "What the code prints." },
  content: { type: "text", doc: "Markdown that `include-from-yaml` shows." },
  addenda: { type: "text", doc: "Markdown after the code." },
  syntax_elements: {
    type: { list: { map: SYNTAX_ELEMENT } },
    doc: "The rows of the table that `include-syntax` shows below the code.",
  },
};

/** Fields that tables and other lists in data do not have as well. */
export const TELLING_FIELDS = ["code", "results", "content", "addenda", "syntax_elements"];
