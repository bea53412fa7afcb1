/** Addresses in style sheets (CSS Syntax 3: url tokens, strings; CSS Cascade: `@import`). */

/** Comments and strings first, so that nothing within them counts. */
const TOKENS =
  /\/\*[\s\S]*?\*\/|(?<change>@view-transition\s*\{[^{}]*\})|(?<import>@import\s+)(?<imported>"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|url\(\s*(?<address>"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?:\\[\s\S]|[^\s"'()\\])*)\s*\)|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/gi;

/**
 * A style sheet, or the value of a `style` attribute, with other addresses. The rule that
 * asks for a change between pages goes: pages need one origin for it (CSS View Transitions 2),
 * which files don't have, and browsers tell of each one as of an error.
 */
export function rewriteCss(css: string, rewrite: (address: string) => string): string {
  return css.replace(TOKENS, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const { change, import: start, imported, address } = groups;
    if (change !== undefined) return "";
    const written = imported ?? address;
    if (written === undefined) return token;
    const before = unquoted(written);
    const after = rewrite(before);
    if (after === before) return token;
    const quoted = `"${after.replace(/["\\]/g, "\\$&")}"`;
    return imported === undefined ? `url(${quoted})` : `${start}${quoted}`;
  });
}

/** A string or an unquoted address without quotes and escapes. */
function unquoted(written: string): string {
  const inner = /^["']/.test(written) ? written.slice(1, -1) : written;
  return inner.replace(/\\(?:([0-9a-f]{1,6})\s?|\r?\n|([\s\S]))/gi, (_, code, character) =>
    code === undefined ? (character ?? "") : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
