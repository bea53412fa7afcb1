/** Which files of a Pagefind bundle a site serves beside those that hold its pages. */
import { ENTRY_FILE, entryOf, type Files } from "./page-shares.ts";

/** The interface to the index; the page's own dialog replaces Pagefind's ready ones. */
const ALWAYS = new Set(["pagefind.js", ENTRY_FILE]);

/**
 * The files that do not depend on pages and that the dialog may ask for. Ready-made
 * interfaces, the highlighter, the worker (the dialog runs without one) and
 * WebAssembly of languages that the site has not are left out: some 0.5 MB.
 */
export function commonFiles(files: Files): Map<string, Uint8Array> {
  const wasm = wasmFiles(files);
  return new Map([...files].filter(([path]) => ALWAYS.has(path) || wasm.has(path)));
}

/** The WebAssembly files that the entry file names; `unknown` serves languages without stemming. */
function wasmFiles(files: Files): Set<string> {
  const languages = Object.values(entryOf(files).languages);
  return new Set(languages.map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`));
}
