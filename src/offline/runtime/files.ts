/** The files of a copy that scripts ask for, each in a script of its own. */
import { pathIn, placeIn } from "./place.ts";

/** What scripts of a copy call. */
export interface OfflineInterface {
  /** In a file's script: its path, and its text, or its bytes in base64. */
  add(path: string, content: string, isBase64?: boolean): void;
  /** In a module's script: what it exports. */
  define(path: string, exports: object): void;
  /** As `fetch`; files of the site come from their scripts. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** As `import()`. */
  load(address: string): Promise<object>;
  /** The address of a file of the copy. */
  url(path: string): string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  pagefind: "application/wasm",
};

export class CopiedFiles {
  readonly #root: URL;
  readonly #base: string;
  readonly #contents = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #modules = new Map<string, object>();
  readonly #scripts = new Map<string, Promise<void>>();

  constructor(root: URL, base: string) {
    this.#root = root;
    this.#base = base;
  }

  toInterface(): OfflineInterface {
    return {
      add: (path, content, isBase64 = false) => {
        this.#contents.set(path, isBase64 ? bytesOf(content) : new TextEncoder().encode(content));
      },
      define: (path, exports) => this.#modules.set(path, exports),
      fetch: (input, init) => this.#fetch(input, init),
      load: (address) => this.#load(address),
      url: (path) => this.#address(path),
    };
  }

  async #fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const address = input instanceof Request ? input.url : String(input);
    const url = placeIn(address, this.#root, this.#base);
    if (url === undefined) return globalThis.fetch(input, init);
    const path = pathIn(url, this.#root);
    try {
      if (!this.#contents.has(path)) await this.#run(`_offline/files/${path}.js`);
    } catch {
      return new Response(null, { status: 404, statusText: "Not Found" });
    }
    const type = TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    return new Response(this.#contents.get(path) ?? null, { headers: { "Content-Type": type } });
  }

  async #load(address: string): Promise<object> {
    const url = placeIn(address, this.#root, this.#base);
    const path = url === undefined ? "" : pathIn(url, this.#root);
    if (!this.#modules.has(path)) await this.#run(`_offline/modules/${path}`);
    const exports = this.#modules.get(path);
    if (exports === undefined) throw new TypeError(`The copy has no module ${address}`);
    return exports;
  }

  /** Loads a script once; after a failure the next call tries again. */
  #run(path: string): Promise<void> {
    const known = this.#scripts.get(path);
    if (known !== undefined) return known;
    const running = new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      script.src = this.#address(path);
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new TypeError(`The copy has no ${path}`)));
      document.head.append(script);
    }).catch((error: unknown) => {
      this.#scripts.delete(path);
      throw error;
    });
    this.#scripts.set(path, running);
    return running;
  }

  #address(path: string): string {
    return new URL(path.split("/").map(encodeURIComponent).join("/"), this.#root).href;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
