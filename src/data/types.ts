/**
 * Data files as trees whose every value knows its place in the file.
 */
import type { Finding } from "../messages/diagnostic.ts";
import type { MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";

/** A scalar; `text` is its value as text, mapped to the file. */
export interface DataScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly text: MappedText;
  readonly range: Range;
}

export interface DataList {
  readonly kind: "list";
  readonly items: readonly DataNode[];
  readonly range: Range;
}

export interface DataPair {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: DataNode;
}

export interface DataMap {
  readonly kind: "map";
  readonly pairs: readonly DataPair[];
  readonly range: Range;
}

export type DataNode = DataScalar | DataList | DataMap;

/** A parsed text, or what is left of it, and what is wrong with it. */
export interface ParsedData {
  /** Undefined for an empty text, and for one that cannot be parsed. */
  readonly value: DataNode | undefined;
  readonly problems: readonly Finding[];
}

/** A data file, parsed. */
export interface DataFile {
  /** Its path from the site's root: `data/examples/a.yml`. */
  readonly path: string;
  readonly source: Source;
  readonly value: DataNode;
}

/** A named entry of a list of entries. All texts are Markdown except `code` and `results`. */
export interface Entry {
  readonly name: string;
  readonly source: Source;
  /** The entry's whole range in its file. */
  readonly range: Range;
  readonly description?: MappedText;
  readonly code?: MappedText;
  /** The code's language, `mzsql` if the entry names none. */
  readonly language: string;
  /** The language as the entry names it. */
  readonly languageText?: MappedText;
  readonly results?: MappedText;
  readonly content?: MappedText;
  readonly syntaxElements?: DataList;
  readonly addenda?: MappedText;
}
