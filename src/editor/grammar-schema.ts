/** The JSON Schema of a diagram's grammar. */
import {
  GRAMMAR_FIELDS,
  GRAMMAR_WORDS,
  type Holding,
  SEPARATOR,
  STACK,
} from "../diagrams/grammar-table.ts";
import type { JsonSchema } from "./schema.ts";

const PART: JsonSchema = { $ref: "#/definitions/part" };
const PARTS: JsonSchema = { type: "array", minItems: 1, items: PART };
const TEXT: JsonSchema = {
  anyOf: [{ type: "string", pattern: "\\S" }, { type: ["number", "boolean"] }],
};
const HOLDING: Readonly<Record<Holding, JsonSchema>> = { part: PART, parts: PARTS, text: TEXT };

/** The schema of a file in data/diagrams/. */
export function grammarSchema(): JsonSchema {
  const { title, description, diagram } = GRAMMAR_FIELDS;
  const words = [...GRAMMAR_WORDS].map(([name, { holds, doc, beside }]) =>
    only(name, {
      [name]: { description: doc, ...HOLDING[holds] },
      ...(beside === undefined
        ? {}
        : { [beside]: { description: SEPARATOR.doc, ...HOLDING[SEPARATOR.holds] } }),
    }),
  );
  const stack = only("stack", { stack: { description: STACK.doc, ...HOLDING[STACK.holds] } });
  return {
    type: "object",
    properties: {
      title: { description: title.doc, ...TEXT },
      description: { description: description.doc, ...TEXT },
      diagram: { description: diagram.doc, anyOf: [PART, stack] },
    },
    required: ["diagram"],
    additionalProperties: false,
    definitions: { part: { anyOf: [TEXT, PARTS, ...words] } },
  };
}

/** A map with a word, and nothing that does not belong to it. */
function only(name: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: "object", properties, required: [name], additionalProperties: false };
}
