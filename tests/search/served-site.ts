/** A site that consists of its search alone: dialog, index, empty pages. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "vite";
import { createSearchIndex, type KeptShares } from "../../src/search/index-site.ts";
import { inRepository } from "../helpers/repository.ts";
import { CORPUS, type CorpusPage } from "./corpus.ts";

const BASE = "/docs/";
const LANGUAGE = "en";
const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css" };

export interface ServedSite {
  /** Address of the home page. */
  readonly url: string;
  /** Paths that were asked for, below the base, in order. */
  readonly requests: readonly string[];
  /** The dialog's script, minified. */
  readonly script: string | Uint8Array;
  close(): Promise<void>;
}

/** The index of some pages, as files by path. */
export async function indexOf(
  pages: readonly CorpusPage[],
  kept?: KeptShares,
): Promise<Map<string, Uint8Array>> {
  const index = createSearchIndex({ language: LANGUAGE, kept });
  try {
    for (const { page, article } of pages) index.add(page, Buffer.from(article));
    return await index.files();
  } finally {
    await index.close();
  }
}

/** The dialog's script and styles, bundled as the site does it. */
async function bundleDialog(): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const built = await build({
    configFile: false,
    root: inRepository(),
    publicDir: false,
    logLevel: "error",
    build: {
      write: false,
      rolldownOptions: {
        input: inRepository("src/client/search.ts"),
        preserveEntrySignatures: "strict",
      },
    },
  });
  for (const { output } of "output" in built ? [built] : Array.isArray(built) ? built : []) {
    for (const file of output)
      files.set(file.fileName, file.type === "chunk" ? file.code : file.source);
  }
  return files;
}

/** Serves an index below a base path, on a free port; the little corpus' if none is given. */
export async function serveSite(
  files: Promise<ReadonlyMap<string, Uint8Array>> = indexOf(CORPUS),
): Promise<ServedSite> {
  const [index, bundle] = await Promise.all([files, bundleDialog()]);
  const script = [...bundle].find(([name]) => name.endsWith(".js"));
  const styles = [...bundle].find(([name]) => name.endsWith(".css"));
  const served = new Map<string, string | Uint8Array>([
    ["search.js", script?.[1] ?? ""],
    ["search.css", styles?.[1] ?? ""],
    ...[...index].map(([path, bytes]) => [`pagefind/${path}`, bytes] as const),
  ]);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const name = path.slice(BASE.length);
    requests.push(name);
    const found = served.get(name);
    const isPage = found === undefined && path.endsWith("/");
    if (found === undefined && !isPage) response.statusCode = 404;
    const type = isPage ? "text/html; charset=utf-8" : TYPES[name.split(".").at(-1) ?? ""];
    response.setHeader("Content-Type", type ?? "application/octet-stream");
    response.end(isPage ? pageHtml() : found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    requests,
    script: script?.[1] ?? "",
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function pageHtml(): string {
  return `<!doctype html><html lang="${LANGUAGE}" data-base="${BASE}"><head><title>Page</title>
<link rel="stylesheet" href="${BASE}search.css"><style>[hidden] { display: none !important }</style></head>
<body><button id="open">Search</button>
<script type="module">
document.querySelector("#open").onclick = async () => {
  const { openSearch } = await import("${BASE}search.js");
  openSearch();
};
</script></body></html>`;
}
