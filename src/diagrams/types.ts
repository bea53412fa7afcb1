/** Syntax diagrams as data. */
import type { Finding } from "../messages/diagnostic.ts";
import type { Diagram } from "../shortcodes/types.ts";

/** A part of a syntax. */
export type Syntax =
  /** Words that are written as they are: `CREATE SOURCE`. */
  | { readonly type: "terminal"; readonly text: string }
  /** A place for something of the reader's own: `source_name`. */
  | { readonly type: "nonterminal"; readonly text: string }
  | { readonly type: "comment"; readonly text: string }
  | { readonly type: "sequence"; readonly items: readonly Syntax[] }
  /** One of several. */
  | { readonly type: "choice"; readonly items: readonly Syntax[] }
  | { readonly type: "optional"; readonly item: Syntax }
  /** Once or more often, with a separator in between. */
  | { readonly type: "repeat"; readonly item: Syntax; readonly separator: Syntax | undefined };

/** A whole statement. */
export interface Grammar {
  readonly title: string;
  readonly description: string | undefined;
  /** Sequences, drawn one below the other. */
  readonly lines: readonly Syntax[];
}

/** A drawn diagram, or what is wrong with its grammar. */
export type Drawn =
  | { readonly ok: true; readonly value: Diagram }
  | { readonly ok: false; readonly findings: readonly Finding[] };
