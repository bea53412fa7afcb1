/** Named entries of data files, as includes show them. */
import type { Entry } from "../../../data/types.ts";
import { alternatives } from "../../../text/alternatives.ts";
import type { Origin } from "../../../text/mapped.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Complaint } from "../../types.ts";

/** An entry's fields by the names that authors write. */
const FIELDS: Readonly<Record<string, keyof Entry>> = {
  description: "description",
  code: "code",
  results: "results",
  content: "content",
  syntax_elements: "syntaxElements",
  addenda: "addenda",
};

/** The complaint that an entry has none of the wanted fields; it names those that it has. */
export function lacksField(entry: Entry, wanted: readonly string[]): Complaint {
  const given = Object.entries(FIELDS)
    .filter(([, field]) => entry[field] !== undefined)
    .map(([name]) => name);
  const has =
    given.length === 0 ? "no text" : `only ${given.map((name) => `"${name}"`).join(", ")}`;
  const message = `Unexpected entry "${entry.name}" with ${has}, expected ${alternatives(wanted)}`;
  const [first = ""] = wanted;
  return { id: "entry-field-missing", message, suggestion: nearest(first, given) };
}

/** The place of text that is made for an entry. */
export function originOfEntry({ source, range }: Entry): Origin {
  return { source, offset: range.start, frame: undefined };
}
