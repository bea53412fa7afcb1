/**
 * The content security policy of a site, W3C CSP level 3. Nothing is allowed but what the
 * site's own pages need: its files, code that is named by its hash, hosts that they load from.
 */
import { createHash } from "node:crypto";
import type { Need } from "./inline.ts";

/** What every site needs. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  // The search runs WebAssembly; this allows no eval.
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  // Pictures in style sheets may be written into them.
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "media-src": ["'self'"],
  "manifest-src": ["'self'"],
  "connect-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
};

/** The policy, on one line; the order of needs does not matter. */
export function policyFor(needs: Iterable<Need>): string {
  const sources = new Map(
    Object.entries(ALWAYS).map(([directive, always]) => [directive, new Set(always)]),
  );
  const added = new Map<string, Set<string>>();
  for (const need of needs) {
    const { directive } = need;
    const list = added.get(directive) ?? new Set();
    added.set(directive, list);
    if (need.kind === "source") list.add(need.source);
    else {
      list.add(`'sha256-${createHash("sha256").update(need.text).digest("base64")}'`);
      // CSP3: hashes hold for attributes only where this is said.
      if (need.isAttribute) list.add("'unsafe-hashes'");
    }
  }
  for (const [directive, list] of [...added].sort(([a], [b]) => compare(a, b))) {
    const known = sources.get(directive) ?? new Set();
    sources.set(directive, known);
    for (const source of [...list].sort(compare)) known.add(source);
  }
  return [...sources].map(([directive, list]) => [directive, ...list].join(" ")).join("; ");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
