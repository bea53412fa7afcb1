/** The pages that are open in browsers while their author writes: each is sent as it is made anew. */
import type { ViteDevServer, WebSocketClient } from "vite";

/** What a browser says of itself (`src/dev/live.ts`). */
interface OpenPage {
  readonly path: string;
  /** When the browser began to load it, in milliseconds of this machine's clock. */
  readonly since: number;
}

/** More than these at once are asked to load again. */
const MAX_PAGES = 8;

export class OpenPages {
  readonly #server: ViteDevServer;
  readonly #paths = new Map<WebSocketClient, string>();

  /** When the site was changed last. */
  #changed = 0;

  /**
   * Browsers tell which page they show as they connect. What was changed while they loaded it
   * is sent to them then.
   */
  constructor(server: ViteDevServer) {
    this.#server = server;
    server.ws.on("waymark:open", ({ path, since }: OpenPage, client) => {
      this.#paths.set(client, path);
      if (since <= this.#changed) void this.#sendTo([client], path).catch(() => {});
    });
  }

  /** Sends each page as it is now; done when all were sent, or once `signal` is aborted. */
  async send(signal: AbortSignal): Promise<void> {
    this.#changed = Date.now();
    for (const client of this.#paths.keys())
      if (!this.#server.ws.clients.has(client)) this.#paths.delete(client);
    const byPath = Map.groupBy(this.#paths, ([, path]) => path);
    let count = 0;
    for (const [path, clients] of byPath) {
      if (signal.aborted) return;
      const open = clients.map(([client]) => client);
      if (++count <= MAX_PAGES) await this.#sendTo(open, path);
      else for (const client of open) client.send({ type: "full-reload" });
    }
  }

  async #sendTo(clients: readonly WebSocketClient[], path: string): Promise<void> {
    const html = await this.#htmlOf(path);
    for (const client of clients) {
      if (html === undefined) client.send({ type: "full-reload" });
      else client.send("waymark:page", { path, html });
    }
  }

  /** As the browser would get it, with all that Vite adds; undefined for what is no document. */
  async #htmlOf(path: string): Promise<string | undefined> {
    const address = this.#server.httpServer?.address();
    if (typeof address !== "object" || address === null) return undefined;
    const origin = `http://127.0.0.1:${address.port}`;
    const response = await fetch(new URL(path, origin), {
      headers: { accept: "text/html" },
      redirect: "manual",
    });
    const isDocument = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    return isDocument ? await response.text() : undefined;
  }
}
