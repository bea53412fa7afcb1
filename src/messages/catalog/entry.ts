/** What the catalog says of each diagnostic, for the program and for the manual. */
import type { Level } from "../diagnostic.ts";

/** A file with the fault, and the same file without it. */
export interface Example {
  /** The file's path; a page by default. */
  readonly file?: string;
  readonly wrong: string;
  readonly right: string;
}

/** One kind of diagnostic. All texts but `message` and the example are Markdown. */
export interface CatalogEntry {
  readonly level: Level;
  /** What happened, in one line. */
  readonly title: string;
  /** What happened, in one or two sentences. */
  readonly happened: string;
  /** Why it is told: what goes wrong, or would. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** A real message of this kind: that of the example, if there is one. */
  readonly message: string;
  readonly example?: Example;
}

/** Diagnostics by id. */
export type CatalogEntries = Readonly<Record<string, CatalogEntry>>;
