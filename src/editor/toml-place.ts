/** The place at the end of an unfinished text of TOML: by its tables and statements from the top. */
import type { FieldPlace } from "./field-place.ts";
import { flowPlace, matchAt } from "./flow-place.ts";

const HEADER = /[ \t]*\[{1,2}[^\]\r\n]*\]{0,2}/y;
const PAIR = /[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s=#"'])+[ \t]*=[ \t]*/y;
const NAME = /[ \t]*["']?[\w.-]*/y;
const REST = /[^\r\n]*(?:\r\n|\r|\n|$)/y;

/** What stands at the end of `before`, whose text of TOML begins at `start`. */
export function tomlPlace(before: string, start: number): FieldPlace | undefined {
  let table: string[] = [];
  for (let at = start; at <= before.length; ) {
    const header = matchAt(HEADER, before, at);
    const pair = header === "" ? matchAt(PAIR, before, at) : "";
    if (header !== "") {
      const keys = keysOf(header.replace(/^[ \t]*\[{1,2}|\]{0,2}$/g, ""));
      const isOpen = at + header.length === before.length && !header.endsWith("]");
      if (isOpen) return { ...wordAt(before.length, keys), kind: "header", quote: "" };
      table = keys;
      at += header.length;
    } else if (pair !== "") {
      const found = flowPlace(before, at + pair.length, { separator: "=", hasComments: true });
      if ("kind" in found) return below([...table, ...keysOf(pair.replace(/=[ \t]*$/, ""))], found);
      at = found.end;
    } else {
      const name = matchAt(NAME, before, at).trimStart();
      const isHere = at + matchAt(NAME, before, at).length === before.length;
      if (isHere) return nameAt(before.length, table, name);
    }
    const rest = matchAt(REST, before, at);
    if (!/[\r\n]$/.test(rest)) return undefined;
    at += rest.length;
  }
  return undefined;
}

/** A name that is being written in a table. */
function nameAt(end: number, table: readonly string[], name: string): FieldPlace {
  const quote = /^["']/.exec(name)?.[0] ?? "";
  const word = wordAt(end, keysOf(name.slice(quote.length)));
  const path = [...table, ...word.path];
  return { ...word, path, start: word.start - quote.length, kind: "name", quote };
}

/** The last part of a dotted name, which ends at `end`. */
function wordAt(end: number, keys: readonly string[]): Pick<FieldPlace, "path" | "key" | "start"> {
  return { path: keys.slice(0, -1), key: "", start: end - (keys.at(-1) ?? "").length };
}

/** A place in the value of a field, which may be the value itself. */
function below(names: readonly string[], found: FieldPlace): FieldPlace {
  const isOwn = found.kind === "value" && found.key === "";
  if (!isOwn) return { ...found, path: [...names, ...found.path] };
  return { ...found, key: names.at(-1) ?? "", path: names.slice(0, -1) };
}

/** A dotted name; its last part may be empty. */
function keysOf(name: string): string[] {
  return name.split(".").map((key) => key.trim().replace(/^(["'])(.*)\1$/, "$2"));
}
