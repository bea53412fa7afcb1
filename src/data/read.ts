/** Reads and parses one data file. */
import { isUtf8 } from "node:buffer";
import { join } from "node:path";
import type { DiagnosticId } from "../messages/catalog.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { Found } from "../messages/found.ts";
import { Source } from "../text/source.ts";
import { readBytes, sizeOf } from "../text/unsaved.ts";
import { MAX_BYTES } from "./limits.ts";
import type { ListedFile } from "./listing.ts";
import { outside } from "./lookup.ts";
import { formatOfPath, parseDataFile } from "./parse.ts";
import type { DataFile } from "./types.ts";

/** A data file, or why there is none, and what is wrong with it. */
export interface ReadData {
  readonly file: Found<DataFile>;
  readonly problems: readonly Finding[];
}

/**
 * Reads a listed file of the site at `root`. Refused are files outside of the site,
 * in other formats (Hugo refuses CSV in data too), larger than 5 MB, not UTF-8,
 * unreadable, or without a value. The byte order mark is no part of the source.
 */
export function readDataFile(root: string, { path, isOutside }: ListedFile): ReadData {
  if (isOutside) return refused("data-outside", outside(path).message, new Source(path, ""));
  const format = formatOfPath(path);
  if (format === undefined) {
    const message = `Unexpected format of ${path}, expected YAML, TOML or JSON`;
    return refused("data-syntax", message, new Source(path, ""));
  }
  const bytes = bytesOf(join(root, path));
  if (typeof bytes === "string") {
    const id = bytes === TOO_LARGE ? "data-size" : "data-missing";
    return refused(id, `Unexpected data file ${path}, expected ${bytes}`, new Source(path, ""));
  }
  const text = bytes.toString("utf8");
  const source = new Source(path, text.startsWith("\ufeff") ? text.slice(1) : text);
  if (!isUtf8(bytes)) {
    const at = Math.max(0, source.text.indexOf("\ufffd"));
    return refused("data-syntax", "Unexpected bytes, expected text in UTF-8", source, at);
  }
  const { value, problems } = parseDataFile(source, format);
  if (value !== undefined) return { file: { ok: true, value: { path, source, value } }, problems };
  if (problems.length === 0) {
    // Nothing is wrong with an empty file unless something asks for what it holds.
    const message = `Unexpected empty data file ${path}, expected a value`;
    return { file: { ok: false, complaint: { id: "data-shape", message } }, problems };
  }
  const message = `Unexpected data file ${path} with errors, expected one that can be parsed`;
  return { file: { ok: false, complaint: { id: "data-syntax", message } }, problems };
}

const TOO_LARGE = "at most 5 MB";

/** The file's content, or what was expected of it. */
function bytesOf(file: string): Buffer | string {
  try {
    return sizeOf(file) > MAX_BYTES ? TOO_LARGE : readBytes(file);
  } catch {
    return "one that can be read";
  }
}

/** The problem belongs to the file, and to each call that asks for it. */
function refused(id: DiagnosticId, message: string, source: Source, at = 0): ReadData {
  const span = { source, start: at, end: Math.min(at + 1, source.text.length) };
  return { file: { ok: false, complaint: { id, message } }, problems: [{ id, message, span }] };
}
