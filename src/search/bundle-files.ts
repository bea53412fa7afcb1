/** Which files of a Pagefind bundle a site serves. */

const ENTRY = "pagefind-entry.json";

/** The interface to the index; the page's own dialog replaces Pagefind's ready ones. */
const ALWAYS = new Set(["pagefind.js", ENTRY]);
const DATA =
  /^(?:fragment\/.+\.pf_fragment|index\/.+\.pf_index|filter\/.+\.pf_filter|[^/]+\.pf_meta)$/;

/**
 * The files that the dialog may ask for, by path, in order of path. Ready-made
 * interfaces, the highlighter, the worker (the dialog runs without one) and
 * WebAssembly of languages that the site has not are left out: some 0.5 MB.
 */
export function usedFiles(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const wasm = wasmFiles(files.get(ENTRY));
  const isUsed = (path: string): boolean => ALWAYS.has(path) || DATA.test(path) || wasm.has(path);
  const used = [...files].filter(([path]) => isUsed(path));
  return new Map(used.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The WebAssembly files that the entry file names; `unknown` serves languages without stemming. */
function wasmFiles(entry: Uint8Array | undefined): Set<string> {
  const names = new Set<string>();
  const { languages = {} } = JSON.parse(new TextDecoder().decode(entry) || "{}") as {
    languages?: Record<string, { wasm: string | null }>;
  };
  for (const { wasm } of Object.values(languages)) names.add(`wasm.${wasm ?? "unknown"}.pagefind`);
  return names;
}
