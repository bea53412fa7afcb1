/** What `data/placeholders.yml` says of placeholders such as `<host>`. */
import { type FieldTable, namesOf } from "../data/field-table.ts";
import type { DataFile, DataPair } from "../data/types.ts";
import type { Finding, Span } from "../messages/diagnostic.ts";
import { nearest } from "../text/nearest.ts";
import { Fields, textOf } from "./fields.ts";
import { isSecretName } from "./secret-names.ts";

/** The file's path below data/, without extension. */
export const PLACEHOLDER_DATA = "placeholders";

/** What is known of one placeholder. */
export interface PlaceholderNote {
  readonly description: string | undefined;
  /** Shown in the empty field. */
  readonly example: string | undefined;
  /** What the field holds at first, as if the reader had typed it. */
  readonly initial: string | undefined;
  /** Whether its value is never stored; undefined where the name decides. */
  readonly isSecret: boolean | undefined;
  /** Where the note is written. */
  readonly span?: Span;
}

/** What a page's rendering needs to know. */
export interface Placeholders {
  /** False: the page has no fields, but for blocks that ask for them. */
  readonly isOn: boolean;
  /** By name, as written between the brackets. */
  readonly notes: ReadonlyMap<string, PlaceholderNote>;
}

/** What is said of one placeholder. */
export const PLACEHOLDER: FieldTable = {
  description: { type: "text", doc: "What the reader should put there." },
  example: { type: "text", doc: "A value as an example, shown in the empty field." },
  default: { type: "text", doc: "What the field holds at first, as if the reader had typed it." },
  secret: { type: "boolean", doc: "`true`: the value is never stored." },
};

const FIELDS = namesOf(PLACEHOLDER);

const NOTHING: PlaceholderNote = {
  description: undefined,
  example: undefined,
  initial: undefined,
  isSecret: undefined,
};

type Report = (finding: Finding) => void;

/** Reads the notes; faults go to `report` and only cost the field that they are in. */
export function readPlaceholderNotes(
  { value, source }: DataFile,
  report: Report,
): Map<string, PlaceholderNote> {
  const notes = new Map<string, PlaceholderNote>();
  if (value.kind !== "map") {
    const message =
      "Unexpected shape of the placeholders, expected a map from names to descriptions";
    report({ id: "placeholder-data", message, span: { source, ...value.range } });
    return notes;
  }
  for (const pair of value.pairs) {
    const fields = new Fields([{ source, pairs: [pair] }], { id: "placeholder-data", report });
    const note = readNote(pair, fields);
    if (note !== undefined) notes.set(pair.key, { ...note, span: { source, ...pair.keyRange } });
  }
  return notes;
}

/** A map of fields, or a text, which is the description. */
function readNote({ key, value }: DataPair, fields: Fields): PlaceholderNote | undefined {
  const text = textOf(value);
  if (text !== undefined) return { ...NOTHING, description: text };
  if (value.kind === "scalar") return NOTHING;
  const inner = fields.inner(key);
  if (inner === undefined) return undefined;
  for (const { key: name, keyRange } of inner.layers.flatMap(({ pairs }) => pairs)) {
    if (FIELDS.includes(name.toLowerCase())) continue;
    const message = `Unexpected field "${name}" of the placeholder "${key}", expected ${FIELDS.join(", ")}`;
    inner.complain(name, "placeholder-data", message, keyRange, nearest(name, FIELDS));
  }
  const isSecret = inner.boolean("secret");
  return {
    description: inner.text("description"),
    example: inner.text("example"),
    initial: (isSecret ?? isSecretName(key)) ? noDefault(key, inner) : inner.text("default"),
    isSecret,
  };
}

/** A secret that stands on the page is none. */
function noDefault(name: string, fields: Fields): undefined {
  for (const { key, keyRange } of fields.layers.flatMap(({ pairs }) => pairs)) {
    if (key.toLowerCase() !== "default") continue;
    const message = `Unexpected default of the secret "${name}", expected none: all readers would see it`;
    fields.complain(key, "placeholder-data", message, keyRange);
  }
}
