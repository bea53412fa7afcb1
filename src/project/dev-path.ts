/** Addresses of requests while writing. */
import type { Connect } from "vite";

/**
 * What follows the base path in a request's address, without its query; undefined outside
 * of the base. Astro takes the base off before others see the address, so the original counts.
 */
export function pathBelow(base: string, request: Connect.IncomingMessage): string | undefined {
  const [path = ""] = (request.originalUrl ?? request.url ?? "").split("?", 1);
  if (!path.startsWith(base)) return undefined;
  try {
    return decodeURIComponent(path.slice(base.length));
  } catch {
    return undefined;
  }
}
