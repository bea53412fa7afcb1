/**
 * Tables of fields: their names, what each may hold, and what it is for. One table for each kind
 * of file; the code that checks a file takes its names and words from there, and so do the JSON
 * Schemas and the language server.
 */

/** What a field may hold. */
export type FieldType =
  /** Any single value, as it is written. */
  | "text"
  /** A text that is not empty, and no number or other value that reads like one. */
  | "name"
  /** One text or a list of texts. */
  | "texts"
  | "boolean"
  | "integer"
  | "date"
  /** Anything: nobody checks it, or its own reader does. */
  | "any"
  /** One of some words, in any case. `flags`: `true` and `false` stand for some of them. */
  | { readonly words: readonly string[]; readonly flags?: boolean }
  | { readonly list: FieldType }
  /** A map of known fields; `isOpen`: others may stand beside them. */
  | { readonly map: FieldTable; readonly isOpen?: boolean }
  /** A map from any names to values of one type. */
  | { readonly each: FieldType }
  | { readonly anyOf: readonly FieldType[] };

export interface FieldSpec {
  readonly type: FieldType;
  /** One or two sentences of Markdown. */
  readonly doc: string;
  readonly isRequired?: boolean;
  /** Another name that may stand in its place. */
  readonly alias?: string;
  /** Understood, but not offered: another name of a field, or one without effect. */
  readonly isSilent?: boolean;
}

/** Fields by name, in the order in which they are offered. */
export type FieldTable = Readonly<Record<string, FieldSpec>>;

/** The names that a table offers. */
export function namesOf(table: FieldTable): string[] {
  return Object.keys(table).filter((name) => table[name]?.isSilent !== true);
}
