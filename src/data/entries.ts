/** Named entries: lists of snippets that `include-example` and its kin read. */
import type { Finding } from "../messages/diagnostic.ts";
import type { Range, Source } from "../text/source.ts";
import { firstKey, looksLikeEntry, type Report, readFields } from "./entry-fields.ts";
import { kindName, pairOf } from "./node.ts";
import type { DataFile, DataMap, DataNode, Entry } from "./types.ts";

/** The language of an entry's code, if the entry names none. */
const DEFAULT_LANGUAGE = "mzsql";

/** The entries of a file, by name, and what is wrong with them. */
export interface Entries {
  readonly byName: ReadonlyMap<string, Entry>;
  readonly problems: readonly Finding[];
}

/**
 * Whether a file is a list of entries by its looks, so that it is checked as one
 * although nothing asks for its entries. `name` and `description` alone do not
 * tell: other lists have them too.
 */
export function looksLikeEntries({ value }: DataFile): boolean {
  return value.kind === "list" && value.items.some(looksLikeEntry);
}

/**
 * Reads a file as a list of entries. Entries without a name and second ones of a
 * name are left out, each with a problem; a field with a problem is left out alone.
 */
export function readEntries({ source, value }: DataFile): Entries {
  const reader = new EntryReader(source);
  if (value.kind === "list") for (const item of value.items) reader.take(item);
  else reader.reportShape(value, "a list of named entries");
  return { byName: reader.byName, problems: reader.problems };
}

class EntryReader {
  readonly byName = new Map<string, Entry>();
  readonly problems: Finding[] = [];
  readonly #source: Source;
  readonly #nameRanges = new Map<string, Range>();
  readonly #report: Report;

  constructor(source: Source) {
    this.#source = source;
    this.#report = (id, message, { start, end }, suggestion) => {
      this.problems.push({ id, message, suggestion, span: { source, start, end } });
    };
  }

  reportShape(node: DataNode, expected: string): void {
    const message = `Unexpected ${kindName(node)}, expected ${expected}`;
    this.#report("data-shape", message, node.range);
  }

  take(item: DataNode): void {
    if (item.kind !== "map") {
      this.reportShape(item, "an entry, a map with a name");
      return;
    }
    const name = this.#nameOf(item);
    const { language, ...fields } = readFields(item, this.#report);
    if (name === undefined) return;
    this.byName.set(name, {
      name,
      source: this.#source,
      range: item.range,
      language: language?.text || DEFAULT_LANGUAGE,
      ...(language?.text ? { languageText: language } : {}),
      ...fields,
    });
  }

  /** The name, if it is one and the first of its kind. */
  #nameOf(entry: DataMap): string | undefined {
    const value = pairOf(entry, "name")?.value;
    if (value !== undefined && value.kind !== "scalar") {
      const message = `Unexpected ${value.kind} in "name", expected text`;
      this.#report("entry-field-type", message, value.range);
      return undefined;
    }
    const name = value?.value === null ? "" : (value?.text.text ?? "");
    if (value === undefined || name === "") {
      const message = 'Unexpected entry without a name, expected a "name" field';
      this.#report("entry-unnamed", message, value?.range ?? firstKey(entry));
      return undefined;
    }
    if (typeof value.value !== "string") {
      const message = `Unexpected ${kindName(value)} in "name", expected text: put it in quotes`;
      this.#report("entry-field-type", message, value.range);
    }
    return this.#isFirst(name, value.range) ? name : undefined;
  }

  #isFirst(name: string, range: Range): boolean {
    const first = this.#nameRanges.get(name);
    if (first === undefined) {
      this.#nameRanges.set(name, range);
      return true;
    }
    const { line } = this.#source.placeAt(first.start);
    const message = `Unexpected second entry "${name}", expected each name once; the first is in line ${line}`;
    const source = this.#source;
    const related = [{ what: "the first entry", span: { source, ...first } }];
    this.problems.push({ id: "entry-duplicate", message, span: { source, ...range }, related });
    return false;
  }
}
