/**
 * What a YAML scalar stands for: YAML 1.2's core schema, in which `yes`, `on` and
 * dates are text (Hugo reads them so too).
 */
import {
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  type ScalarTagDefinition,
} from "js-yaml";
import type { DataScalar } from "./types.ts";

const PREFIX = "tag:yaml.org,2002:";

/** In the order in which plain text is tried. */
const TAGS: ReadonlyMap<string, ScalarTagDefinition> = new Map(
  [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag].map((tag) => [tag.tagName, tag]),
);

type Value = DataScalar["value"];

/** A value, or a tag's complaint. */
export type TypedValue =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** The value of a plain scalar without a tag. */
export function plainValue(text: string): Value {
  for (const tag of TAGS.values()) {
    const value = resolve(tag, text, false);
    if (value !== undefined) return value;
  }
  return text;
}

/** The value of a scalar with a tag as written: `!!str`, `!`, `!<tag:…>`. */
export function taggedValue(text: string, written: string): TypedValue {
  const name = fullName(written);
  if (name === "!" || name === `${PREFIX}str`) return { ok: true, value: text };
  const tag = TAGS.get(name);
  if (tag === undefined) {
    const message = `Unexpected tag "${written}", expected !!str, !!int, !!float, !!bool or !!null`;
    return { ok: false, message };
  }
  const value = resolve(tag, text, true);
  if (value !== undefined) return { ok: true, value };
  return { ok: false, message: `Unexpected text "${text}", expected a value of type ${written}` };
}

/** A complaint about the tag of a list or map, if it is not that of a plain one. */
export function collectionTagProblem(written: string, kind: "seq" | "map"): string | undefined {
  const name = fullName(written);
  if (name === "!" || name === `${PREFIX}${kind}`) return undefined;
  return `Unexpected tag "${written}", expected none or !!${kind}`;
}

/** Whether a tag says that a key merges (`!!merge`). */
export function isMergeTag(written: string): boolean {
  return fullName(written) === `${PREFIX}merge`;
}

function fullName(written: string): string {
  if (written.startsWith("!<")) return written.slice(2, -1);
  return written.startsWith("!!") ? PREFIX + written.slice(2) : written;
}

/** Undefined: the text is none of the tag's. */
function resolve(tag: ScalarTagDefinition, text: string, isExplicit: boolean): Value | undefined {
  const value = tag.resolve(text, isExplicit, tag.tagName);
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  return value === NOT_RESOLVED ? undefined : String(value);
}
