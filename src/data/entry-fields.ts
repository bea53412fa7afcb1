/** The fields of an entry: which there are, and what each may hold. */
import type { DiagnosticId } from "../messages/catalog.ts";
import type { MappedText } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";
import type { Range } from "../text/source.ts";
import { ENTRY, SYNTAX_ELEMENT, TELLING_FIELDS } from "./entry-table.ts";
import { namesOf } from "./field-table.ts";
import { kindName, pairOf } from "./node.ts";
import type { DataList, DataMap, DataNode, DataPair } from "./types.ts";

/** Takes a problem with its place in the entry's file. */
export type Report = (
  id: DiagnosticId,
  message: string,
  range: Range,
  suggestion?: string | undefined,
) => void;

/** Markdown and code: fields whose text keeps its place. */
const TEXTS = ["description", "code", "language", "results", "content", "addenda"] as const;
type TextField = (typeof TEXTS)[number];
const FIELDS = namesOf(ENTRY);
const ELEMENT_FIELDS = namesOf(SYNTAX_ELEMENT);
/** What some data calls an element's syntax. */
const SYNTAX_ALIAS = SYNTAX_ELEMENT.syntax?.alias ?? "";

/** What an entry holds beside its name. */
export type EntryFields = Partial<Record<TextField, MappedText>> & {
  readonly syntaxElements?: DataList | undefined;
};

/** Whether a value is a named map with a field that only entries have. */
export function looksLikeEntry(node: DataNode): boolean {
  if (node.kind !== "map" || pairOf(node, "name") === undefined) return false;
  return node.pairs.some(({ key }) => TELLING_FIELDS.includes(key));
}

/**
 * Reads an entry's fields. What has the wrong type is reported and left out; a
 * field without a value counts as not given.
 */
export function readFields(entry: DataMap, report: Report): EntryFields {
  const fields: Partial<Record<TextField, MappedText>> = {};
  let syntaxElements: DataList | undefined;
  for (const pair of entry.pairs) {
    const field = TEXTS.find((name) => name === pair.key);
    if (field !== undefined) fields[field] = textOf(pair, report);
    else if (pair.key === "syntax_elements") syntaxElements = elementsOf(pair, report);
    else if (pair.key !== "name") reportUnknown(pair, FIELDS, report);
  }
  return { ...fields, syntaxElements };
}

/** A scalar's text as it is written: numbers and booleans keep their form. */
function textOf({ key, value }: DataPair, report: Report): MappedText | undefined {
  if (value.kind === "scalar") {
    const text = value.value === null ? undefined : value.text;
    if (key !== "language" || text === undefined || !/[\n\r`]/.test(text.text)) return text;
    const message = `Unexpected line break or backtick in "${key}", expected the name of a language`;
    report("entry-field-type", message, value.range);
    return undefined;
  }
  report("entry-field-type", `Unexpected ${value.kind} in "${key}", expected text`, value.range);
  return undefined;
}

function elementsOf({ key, value }: DataPair, report: Report): DataList | undefined {
  if (value.kind === "list") {
    for (const item of value.items) checkElement(item, report);
    return value;
  }
  if (value.kind === "scalar" && value.value === null) return undefined;
  const message = `Unexpected ${kindName(value)} in "${key}", expected a list`;
  report("entry-field-type", message, value.range);
  return undefined;
}

function checkElement(element: DataNode, report: Report): void {
  if (element.kind !== "map") {
    const message = `Unexpected ${kindName(element)}, expected a map with ${ELEMENT_FIELDS.join(" and ")}`;
    report("entry-field-type", message, element.range);
    return;
  }
  for (const pair of element.pairs) {
    if (ELEMENT_FIELDS.includes(pair.key) || pair.key === SYNTAX_ALIAS) textOf(pair, report);
    else reportUnknown(pair, ELEMENT_FIELDS, report);
  }
  for (const field of ELEMENT_FIELDS) {
    const hasAlias = field === "syntax" && pairOf(element, SYNTAX_ALIAS) !== undefined;
    if (hasAlias || pairOf(element, field) !== undefined) continue;
    const message = `Unexpected syntax element without "${field}", expected ${ELEMENT_FIELDS.join(" and ")}`;
    report("entry-field-missing", message, firstKey(element));
  }
}

function reportUnknown({ key, keyRange }: DataPair, known: string[], report: Report): void {
  const message = `Unexpected field "${key}", expected one of ${known.join(", ")}`;
  report("entry-field-unknown", message, keyRange, nearest(key, known));
}

/** Where to point for something that a map lacks. */
export function firstKey(map: DataMap): Range {
  return map.pairs[0]?.keyRange ?? map.range;
}
