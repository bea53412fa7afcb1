/**
 * What an editor has open and not saved. While a text stands here, it is read in place of its
 * file, so that everything that reads files of a site sees what the author sees. Only the
 * language server puts texts here; without it, this is `readFileSync`.
 */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { relative, sep } from "node:path";

const texts = new Map<string, string>();

/** Lets `text` stand for a file (absolute), or the file for itself again. */
export function setUnsaved(file: string, text: string | undefined): void {
  for (const path of new Set([file, realPath(file)])) {
    if (text === undefined) texts.delete(path);
    else texts.set(path, text);
  }
}

/** The bytes of a file, or of what stands for it. Fails as `readFileSync` does. */
export function readBytes(file: string): Buffer {
  const text = texts.get(file);
  return text === undefined ? readFileSync(file) : Buffer.from(text);
}

/** The text of a file, or what stands for it. */
export function readText(file: string): string {
  return texts.get(file) ?? readFileSync(file, "utf8");
}

/** How many bytes `readBytes` would give. */
export function sizeOf(file: string): number {
  const text = texts.get(file);
  return text === undefined ? statSync(file).size : Buffer.byteLength(text);
}

/** The files below a folder (absolute) that only an editor has, by their paths there, with `/`. */
export function newFiles(folder: string): string[] {
  return [...texts.keys()]
    .filter((file) => file.startsWith(folder + sep) && !existsSync(file))
    .map((file) => relative(folder, file).split(sep).join("/"));
}

/** Whether a file is one that only an editor has. */
export function isNewFile(file: string): boolean {
  return texts.has(file) && !existsSync(file);
}

/** The path without symbolic links; a file that is not there keeps its own. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
