/** The words of a diagram's grammar: names, what stands below each, and what it is for. */

/** What stands below a word: one part, a list of parts, or a text. */
export type Holding = "part" | "parts" | "text";

interface Word {
  readonly holds: Holding;
  readonly doc: string;
  /** A word that may stand beside it. */
  readonly beside?: string;
}

/** The fields of a grammar's file. */
export const GRAMMAR_FIELDS = {
  title: { doc: "What the diagram shows; readers of its text alone hear it." },
  description: { doc: "A sentence about the diagram." },
  diagram: { doc: "What is written: a text, a list that is a sequence, or one of the words." },
} as const;

/** The maps that a part can be. */
const GRAMMAR_PARTS = {
  choice: { holds: "parts", doc: "One of these." },
  comment: { holds: "text", doc: "A remark on the line." },
  nonterminal: { holds: "text", doc: "What the reader puts in, whatever its letters are." },
  optional: { holds: "part", doc: "This, or nothing." },
  repeat: { holds: "part", doc: "This, once or several times.", beside: "separator" },
  sequence: { holds: "parts", doc: "These, one after the other." },
  terminal: { holds: "text", doc: "What is written as it stands, whatever its letters are." },
} as const satisfies Readonly<Record<string, Word>>;

/** What stands between the repetitions of `repeat`. */
export const SEPARATOR = { holds: "part", doc: "What stands between them." } as const;

/** For the whole diagram only. */
export const STACK = { holds: "parts", doc: "Lines, one below the other." } as const;

/** The same, where only the names are known. */
export const GRAMMAR_WORDS: ReadonlyMap<string, Word> = new Map(Object.entries(GRAMMAR_PARTS));
