/** Named entries: lists of snippets that `include-example` and its kin read. */
import type { Finding } from "../messages/diagnostic.ts";
import type { MappedText } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";
import type { Range, Source } from "../text/source.ts";
import { kindName } from "./node.ts";
import type { DataFile, DataList, DataMap, DataNode, DataPair, Entry } from "./types.ts";

/** The language of an entry's code, if the entry names none. */
const DEFAULT_LANGUAGE = "mzsql";

const TEXT_FIELDS = [
  "name",
  "description",
  "code",
  "language",
  "results",
  "content",
  "addenda",
] as const;
type TextField = (typeof TEXT_FIELDS)[number];
const FIELDS = [...TEXT_FIELDS, "syntax_elements"] as const;
const ELEMENT_FIELDS = ["syntax", "description"] as const;

/** The entries of a file, by name, and what is wrong with them. */
export interface Entries {
  readonly byName: ReadonlyMap<string, Entry>;
  readonly problems: readonly Finding[];
}

/** Whether a file looks like a list of entries, so that it is checked as one. */
export function looksLikeEntries({ value }: DataFile): boolean {
  return (
    value.kind === "list" &&
    value.items.some(
      (item) =>
        item.kind === "map" &&
        item.pairs.some(({ key }) => key === "name") &&
        item.pairs.some(({ key }) => key !== "name" && FIELDS.some((field) => field === key)),
    )
  );
}

/** Reads a file as a list of entries. */
export function readEntries(file: DataFile): Entries {
  const reader = new EntryReader(file.source);
  if (file.value.kind === "list") {
    for (const item of file.value.items) reader.take(item);
  } else {
    reader.report(
      "data-shape",
      `Unexpected ${kindName(file.value)}, expected a list of named entries`,
      file.value.range,
    );
  }
  return { byName: reader.byName, problems: reader.problems };
}

class EntryReader {
  readonly byName = new Map<string, Entry>();
  readonly problems: Finding[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  report(id: Finding["id"], message: string, { start, end }: Range, suggestion?: string): void {
    this.problems.push({ id, message, suggestion, span: { source: this.#source, start, end } });
  }

  take(item: DataNode): void {
    if (item.kind !== "map") {
      this.report(
        "data-shape",
        `Unexpected ${kindName(item)}, expected an entry with a name`,
        item.range,
      );
      return;
    }
    const texts: Partial<Record<TextField, MappedText>> = {};
    let syntaxElements: DataList | undefined;
    for (const pair of item.pairs) {
      const field = TEXT_FIELDS.find((name) => name === pair.key);
      if (field !== undefined) texts[field] = this.#text(pair);
      else if (pair.key === "syntax_elements") syntaxElements = this.#elements(pair);
      else this.#unknownField(pair, FIELDS);
    }
    const { name, language, ...rest } = texts;
    const nameText = name?.text.trim() ?? "";
    if (nameText === "") {
      if (!item.pairs.some(({ key }) => key === "name")) {
        this.report(
          "entry-unnamed",
          'Unexpected entry without a name, expected a "name" field',
          firstKey(item),
        );
      }
      return;
    }
    const first = this.byName.get(nameText);
    if (first !== undefined) {
      const { line } = this.#source.placeAt(first.range.start);
      const place = item.pairs.find(({ key }) => key === "name")?.value.range ?? item.range;
      this.report(
        "entry-duplicate",
        `Unexpected second entry "${nameText}", the first is in line ${line}`,
        place,
      );
      return;
    }
    this.byName.set(nameText, {
      name: nameText,
      source: this.#source,
      range: item.range,
      language: language?.text.trim() || DEFAULT_LANGUAGE,
      ...rest,
      ...(syntaxElements === undefined ? {} : { syntaxElements }),
    });
  }

  #text({ key, keyRange, value }: DataPair): MappedText | undefined {
    if (value.kind === "scalar" && value.value !== null) return value.text;
    const place = value.range.end > value.range.start ? value.range : keyRange;
    this.report(
      "entry-field-type",
      `Unexpected ${kindName(value)} in "${key}", expected text`,
      place,
    );
    return undefined;
  }

  #elements({ key, keyRange, value }: DataPair): DataList | undefined {
    if (value.kind !== "list") {
      const place = value.range.end > value.range.start ? value.range : keyRange;
      this.report(
        "entry-field-type",
        `Unexpected ${kindName(value)} in "${key}", expected a list`,
        place,
      );
      return undefined;
    }
    for (const item of value.items) {
      if (item.kind !== "map") {
        this.report(
          "entry-field-type",
          `Unexpected ${kindName(item)}, expected "syntax" and "description"`,
          item.range,
        );
        continue;
      }
      for (const pair of item.pairs) {
        if (ELEMENT_FIELDS.some((field) => field === pair.key)) this.#text(pair);
        else this.#unknownField(pair, ELEMENT_FIELDS);
      }
      for (const field of ELEMENT_FIELDS) {
        if (!item.pairs.some((pair) => pair.key === field)) {
          this.report(
            "entry-field-missing",
            `Missing field "${field}" of a syntax element`,
            firstKey(item),
          );
        }
      }
    }
    return value;
  }

  #unknownField({ key, keyRange }: DataPair, known: readonly string[]): void {
    const message = `Unexpected field "${key}", expected ${known.join(", ")}`;
    this.report("entry-field-unknown", message, keyRange, nearest(key, known));
  }
}

function firstKey(map: DataMap): Range {
  return map.pairs[0]?.keyRange ?? map.range;
}
