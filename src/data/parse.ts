/** Parses a data text by its format. */
import type { Range, Source } from "../text/source.ts";
import { parseJson } from "./json.ts";
import { parseToml } from "./toml.ts";
import type { ParsedData } from "./types.ts";
import { parseYaml } from "./yaml.ts";

export type DataFormat = "yaml" | "toml" | "json";

const FORMATS: ReadonlyMap<string, DataFormat> = new Map([
  ["yml", "yaml"],
  ["yaml", "yaml"],
  ["toml", "toml"],
  ["json", "json"],
]);

/** The format of a path's extension, in any case; undefined if it is none of data's. */
export function formatOfPath(path: string): DataFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  return FORMATS.get(extension ?? "");
}

/**
 * The tree of a source's range, by default all of it, and what is wrong with it.
 * Without a value the text is empty, or a problem says why. All values know their places.
 */
export function parseDataFile(source: Source, format: DataFormat, range?: Range): ParsedData {
  if (format === "yaml") return parseYaml(source, range);
  return format === "toml" ? parseToml(source, range) : parseJson(source, range);
}
