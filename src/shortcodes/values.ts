/** Types of parameter values. Hugo: parser/pageparser/item.go, `Item.Val`. */
import type { ParameterNode, ParameterType, ParameterValue } from "./types.ts";

const INTEGER = /^[+-]?\d+$/;
const FLOAT = /^[+-]?\d*\.\d+$/;

/**
 * A value as Hugo types it: unquoted, it can be a boolean or a number. A whole
 * number that a number cannot hold exactly stays text.
 */
export function typedValue({ value, style }: ParameterNode): ParameterValue {
  if (style !== "bare") return value;
  return asBoolean(value) ?? asInteger(value) ?? asFloat(value) ?? value;
}

/**
 * A value as the type that its parameter asks for, undefined if it is none. Quotes
 * do not matter here: Hugo's templates compare text.
 */
export function valueAs(type: ParameterType, text: string): ParameterValue | undefined {
  switch (type) {
    case "boolean":
      return asBoolean(text);
    case "integer":
      return asInteger(text);
    case "number":
      return asInteger(text) ?? asFloat(text);
    default:
      return text;
  }
}

function asBoolean(text: string): boolean | undefined {
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}

function asInteger(text: string): number | undefined {
  if (!INTEGER.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

function asFloat(text: string): number | undefined {
  if (!FLOAT.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
