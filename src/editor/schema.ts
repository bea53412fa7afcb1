/** JSON Schemas (draft 7, which the YAML extension of VS Code reads) from tables of fields. */
import { ENTRY, TELLING_FIELDS } from "../data/entry-table.ts";
import type { FieldSpec, FieldTable, FieldType } from "../data/field-table.ts";
import { FRONT_MATTER, PARAMETERS } from "../site/front-matter-table.ts";
import { PLACEHOLDER } from "../site/placeholders.ts";
import { SETTINGS } from "../site/settings-table.ts";
import { grammarSchema } from "./grammar-schema.ts";

/** The part of JSON Schema that is made here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minProperties?: number;
  readonly allOf?: readonly JsonSchema[];
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | boolean | null)[];
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly contains?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
}

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** The schemas by the name of their file. */
export function schemas(): Map<string, JsonSchema> {
  return new Map([
    ["site", titled("Settings of a Waymark site", mapOf(SETTINGS, { isAnyCase: true }))],
    ["entries", titled("Entries of a data file", entriesSchema())],
    ["diagrams", titled("Grammar of a syntax diagram", grammarSchema())],
    ["placeholders", titled("Placeholders of a site", placeholdersSchema())],
    [
      "front-matter",
      titled(
        "Front matter of a page",
        mapOf({ ...FRONT_MATTER, ...PARAMETERS }, { isOpen: true, isAnyCase: true }),
      ),
    ],
  ]);
}

function titled(title: string, schema: JsonSchema): JsonSchema {
  return { $schema: DRAFT, title, ...schema };
}

/** A list with an item that only entries look like is a list of entries; other data is free. */
function entriesSchema(): JsonSchema {
  const looksLikeEntry: JsonSchema = {
    type: "object",
    required: ["name"],
    anyOf: TELLING_FIELDS.map((field) => ({ required: [field] })),
  };
  const list: JsonSchema = { type: "array", contains: looksLikeEntry };
  // biome-ignore lint/suspicious/noThenProperty: the name is JSON Schema's.
  return { if: list, then: { type: "array", items: mapOf(ENTRY) } };
}

function placeholdersSchema(): JsonSchema {
  const note = mapOf(PLACEHOLDER, { isAnyCase: true });
  return { type: ["object", "null"], additionalProperties: { anyOf: [SCALAR, note] } };
}

/** Any single value, and no value, which counts as not given. */
const SCALAR: JsonSchema = { type: ["string", "number", "boolean", "null"] };
const NOTHING: JsonSchema = { type: "null" };
const ANY: JsonSchema = {};

function schemaOf(type: FieldType): JsonSchema {
  if (typeof type === "string") return NAMED[type];
  if ("words" in type) return wordsOf(type.words, type.flags ?? false);
  if ("list" in type) return { type: ["array", "null"], items: itemOf(type.list) };
  if ("each" in type)
    return { type: ["object", "null"], additionalProperties: schemaOf(type.each) };
  if ("anyOf" in type) return { anyOf: type.anyOf.map(schemaOf) };
  return mapOf(type.map, { isOpen: type.isOpen ?? false, isAnyCase: true });
}

/** An item that is a map has fields. */
function itemOf(type: FieldType): JsonSchema {
  const schema = schemaOf(type);
  const isMap = typeof type === "object" && "map" in type;
  return isMap ? { ...schema, type: "object", minProperties: 1 } : schema;
}

const NAMED: Readonly<Record<Extract<FieldType, string>, JsonSchema>> = {
  text: SCALAR,
  name: { type: "string", minLength: 1 },
  texts: { anyOf: [{ type: ["string", "null"] }, { type: "array", items: { type: "string" } }] },
  boolean: { anyOf: [{ type: ["boolean", "null"] }, texts(["true", "false"])] },
  integer: {
    anyOf: [{ type: ["integer", "null"] }, { type: "string", pattern: "^\\s*[-+]?\\d+\\s*$" }],
  },
  date: { type: ["string", "integer", "null"] },
  any: ANY,
};

/** Words are found in any case; a schema offers them as they are documented. */
function wordsOf(words: readonly string[], hasFlags: boolean): JsonSchema {
  if (words.length === 0) return NOTHING;
  const all = [...words, ...(hasFlags ? ["true", "false"] : [])];
  const flags = [true, false].filter((flag) => all.includes(String(flag)));
  return { anyOf: [{ enum: [...words, ...flags, null] }, texts(all)] };
}

function texts(words: readonly string[]): JsonSchema {
  return { type: "string", pattern: anyCase(words) };
}

interface MapOptions {
  /** Other fields may stand beside those of the table. */
  readonly isOpen?: boolean;
  /** Names of fields are found in any case. */
  readonly isAnyCase?: boolean;
}

function mapOf(
  table: FieldTable,
  { isOpen = false, isAnyCase = false }: MapOptions = {},
): JsonSchema {
  const fields = Object.entries(table);
  const needed = fields.filter(([, spec]) => spec.isRequired);
  const required = needed.filter(([, { alias }]) => alias === undefined).map(([name]) => name);
  const either = needed.flatMap(([name, { alias }]) =>
    alias === undefined ? [] : { anyOf: [{ required: [name] }, { required: [alias] }] },
  );
  const properties = fields.flatMap(([name, spec]) =>
    [name, spec.alias].flatMap((each) =>
      each === undefined ? [] : [[each, fieldOf(spec)] as const],
    ),
  );
  return {
    type: isOpen || isAnyCase ? ["object", "null"] : "object",
    ...(fields.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(isAnyCase && !isOpen
      ? { patternProperties: { [anyCase(fields.map(([name]) => name))]: ANY } }
      : {}),
    ...(isOpen ? {} : { additionalProperties: false }),
    ...(required.length > 0 ? { required } : {}),
    ...(either.length > 0 ? { allOf: either } : {}),
  };
}

function fieldOf({ type, doc }: FieldSpec): JsonSchema {
  return { description: doc, ...schemaOf(type) };
}

/** A pattern for words in any case; JSON Schema's patterns have no flags. */
function anyCase(words: readonly string[]): string {
  const each = words.map((word) =>
    word.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
  );
  return `^(?:${each.join("|")})$`;
}
