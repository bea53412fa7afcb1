/**
 * Serves a built site as static hosts do: with the headers of its `_headers`, the redirects
 * of its `_redirects`, `index.html` for folders and `404.html` for the rest. Who asks for
 * Markdown gets a page's twin.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, sep } from "node:path";
import { contentType } from "./content-types.ts";
import { headersFor, parseHeaders } from "./headers-file.ts";
import { formFor } from "./negotiation.ts";
import { parseRedirects, redirectFor } from "./redirects-file.ts";

const HOST = "127.0.0.1";

/** Files that are for the host, not for readers. */
const FOR_HOST = ["_headers", "_redirects"];

export interface ServeOptions {
  /** The base path with both slashes; `/` by default. */
  readonly base?: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** Is told each path that is asked for, as it came. */
  readonly onRequest?: (path: string) => void;
}

export interface StaticServer {
  readonly port: number;
  /** The address of the site, with final slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `folder` on 127.0.0.1. Rejects if the port is taken. */
export async function serveFolder(
  folder: string,
  { base = "/", port = 0, onRequest }: ServeOptions = {},
): Promise<StaticServer> {
  const answer = answerer(folder, base);
  const server = createServer((request, response) => {
    onRequest?.(request.url ?? "/");
    send(request, response, answer(request.url ?? "/", request.headers.accept));
  });
  await listen(server, port);
  const { port: own } = server.address() as AddressInfo;
  return {
    port: own,
    url: `http://${HOST}:${own}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** What gives the answer to an address. Both files of rules are read once. */
function answerer(folder: string, base: string): (address: string, accept?: string) => Answer {
  const [headers = "", redirects = ""] = FOR_HOST.map((name) => readText(join(folder, name)));
  const rules = parseHeaders(headers);
  const moved = parseRedirects(redirects);
  const nothing = new Uint8Array();
  const redirect = (path: string, location: string, status: number): Answer => ({
    status,
    headers: new Map([...headersFor(rules, path), ["location", location]]),
    body: nothing,
  });
  const found = (path: string, file: string, hasTwin: boolean) => {
    const body = existsSync(file) ? readFileSync(file) : nothing;
    const own = new Map([
      ["content-type", contentType(file)],
      ["cache-control", "public, max-age=0, must-revalidate"],
      ["etag", `"${createHash("sha256").update(body).digest("base64url")}"`],
      ...headersFor(rules, path),
    ]);
    if (hasTwin) own.set("vary", "Accept");
    return { status: 200, headers: own, body };
  };
  return (address, accept) => {
    const [path = "/", query] = address.split(/\?(.*)/s, 2);
    const rest = query === undefined ? "" : `?${query}`;
    const target = redirectFor(moved, path);
    if (target !== undefined) return redirect(path, `${target.to}${rest}`, target.status);
    const place = placeAt(folder, base, path);
    if (place === "folder") return redirect(path, `${path}/${rest}`, 301);
    if (place === undefined)
      return { ...found(path, join(folder, "404.html"), false), status: 404 };
    const { file, hasTwin } = formFor(place.file, accept);
    const answer = found(path, file, hasTwin);
    if (file !== place.file) answer.headers.set("content-type", contentType(file));
    return answer;
  };
}

/** What stands at a path: a file, or a folder whose slash is missing. */
function placeAt(
  folder: string,
  base: string,
  path: string,
): { file: string } | "folder" | undefined {
  if (`${path}/` === base) return "folder";
  if (!path.startsWith(base)) return undefined;
  const name = decoded(path.slice(base.length));
  if (name === undefined || FOR_HOST.includes(name)) return undefined;
  const place = join(folder, name);
  if (!`${place}${sep}`.startsWith(folder.replace(/[\\/]*$/, sep))) return undefined;
  const isFolder = isKind(place, "isDirectory");
  const file = isFolder ? join(place, "index.html") : place;
  // A file's address has no slash at its end; a folder's has one.
  if (!isKind(file, "isFile") || (!isFolder && path.endsWith("/"))) return undefined;
  return isFolder && !path.endsWith("/") ? "folder" : { file };
}

function isKind(path: string, kind: "isDirectory" | "isFile"): boolean {
  return statSync(path, { throwIfNoEntry: false })?.[kind]() ?? false;
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const isKnown =
    answer.status === 200 && request.headers["if-none-match"] === answer.headers.get("etag");
  response.statusCode = isRead ? (isKnown ? 304 : answer.status) : 405;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (isRead && isKnown) return void response.end();
  response.setHeader("content-length", isRead ? answer.body.length : 0);
  response.end(request.method === "GET" ? answer.body : undefined);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
