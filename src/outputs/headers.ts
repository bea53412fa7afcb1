/** The file `_headers` of Netlify and Cloudflare Pages: security, caching, types. */
import { type HeaderRule, headersText, mayMeet, parseHeaders } from "../hosting/headers-file.ts";

export interface HeadersOptions {
  /** The base path with both slashes. */
  readonly base: string;
  readonly policy: string;
  /** The file of the site itself. */
  readonly own: string | undefined;
  /** Whether the site has a list of its pages for agents, `llms.txt`. */
  readonly hasList: boolean;
}

const FOREVER = "public, max-age=31536000, immutable";

/** Files whose names have a hash of their content. */
const HASHED = [
  "_assets/*",
  "pagefind/fragment/*",
  "pagefind/index/*",
  "pagefind/filter/*",
  "pagefind/*.pf_meta",
];

/**
 * The rules of the site itself, and after them ours. Hosts join the values of all rules that
 * fit a path, and two policies allow only what both do: so a header that the site sets itself
 * is left out wherever both rules could fit.
 */
export function headersFile({ base, policy, own, hasList }: HeadersOptions): string {
  const owned = parseHeaders(own ?? "");
  const rules = rulesFor(base, policy, hasList).map(({ pattern, headers }) => ({
    pattern,
    headers: headers.filter(([name]) => !isOwned(owned, pattern, name)),
  }));
  return `${own ?? ""}${headersText(rules)}`;
}

function rulesFor(base: string, policy: string, hasList: boolean): HeaderRule[] {
  const rule = (path: string, ...headers: [string, string][]): HeaderRule => ({
    pattern: `${base}${path}`,
    headers,
  });
  return [
    rule(
      "*",
      ["Content-Security-Policy", policy],
      ["X-Content-Type-Options", "nosniff"],
      ["X-Frame-Options", "DENY"],
      ["Referrer-Policy", "strict-origin-when-cross-origin"],
      ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
      ["Cross-Origin-Opener-Policy", "same-origin"],
      ...(hasList ? [["Link", `<${base}llms.txt>; rel="llms-txt"`] as [string, string]] : []),
    ),
    ...HASHED.map((path) => rule(path, ["Cache-Control", FOREVER])),
    rule("*.md", ["Content-Type", "text/markdown; charset=utf-8"]),
    rule("*.txt", ["Content-Type", "text/plain; charset=utf-8"]),
    // Parts of pages, which are no pages.
    rule("_nav/*", ["X-Robots-Tag", "noindex"]),
  ];
}

function isOwned(owned: readonly HeaderRule[], pattern: string, name: string): boolean {
  return owned.some(
    (rule) =>
      mayMeet(rule.pattern, pattern) &&
      rule.headers.some(([other]) => other.toLowerCase() === name.toLowerCase()),
  );
}
