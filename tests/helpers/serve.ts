/** Serves one folder on 127.0.0.1 as `npm start` does: with its own headers and redirects. */
import { serveFolder } from "../../src/hosting/static-server.ts";

export interface Served {
  /** Address of the site's root, with final slash. */
  readonly url: string;
  /** Paths that were asked for, in order, without escapes. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves `folder`, below `base` if it is given; an unknown address gives its 404.html. */
export async function serve(folder: string, base = "/"): Promise<Served> {
  const requests: string[] = [];
  const onRequest = (address: string): void => {
    requests.push(decodeURIComponent(address.split("?", 1)[0] ?? "/"));
  };
  const { url, close } = await serveFolder(folder, { base, onRequest });
  return { url, requests, close };
}
