/** A static server of one folder on 127.0.0.1, as hosts serve a site. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export interface Served {
  /** Address of the site's root, with final slash. */
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves `folder`; an unknown address gives its 404.html. */
export async function serve(folder: string): Promise<Served> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?", 1)[0] ?? "/");
    requests.push(path);
    const direct = join(folder, path);
    const file =
      existsSync(direct) && statSync(direct).isDirectory() ? join(direct, "index.html") : direct;
    const isThere = existsSync(file);
    const shown = isThere ? file : join(folder, "404.html");
    response.statusCode = isThere ? 200 : 404;
    response.setHeader("Content-Type", TYPES[extname(shown)] ?? "application/octet-stream");
    response.end(readFileSync(shown));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
