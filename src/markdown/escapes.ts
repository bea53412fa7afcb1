/** Characters of a text that its author escaped, and that therefore mean themselves. */

/** A backslash escape or a character reference (CommonMark 2.4, 2.5). */
const ESCAPE = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;

/**
 * The indices of `value` whose characters were written as escapes in `source`;
 * undefined if there are none. Lines of `source` may start with what is no text
 * (indentation, quote marks), which is skipped.
 */
export function escapedIn(value: string, source: string): ReadonlySet<number> | undefined {
  if (value === source || !/[\\&]/.test(source)) return undefined;
  const escaped = new Set<number>();
  let at = 0;
  for (let i = 0; i < value.length && at < source.length; ) {
    const written = escapeAt(source, at);
    if (written !== undefined && stands(written, value, i)) {
      escaped.add(i);
      i += String.fromCodePoint(value.codePointAt(i) ?? 0).length;
      at += written.length;
    } else {
      if (source[at] === value[i]) i++;
      at++;
    }
  }
  return escaped;
}

function escapeAt(source: string, at: number): string | undefined {
  if (source[at] !== "\\" && source[at] !== "&") return undefined;
  ESCAPE.lastIndex = at;
  return ESCAPE.exec(source)?.[0];
}

/** Whether an escape became the character at `index`; unknown references stay as they are. */
function stands(written: string, value: string, index: number): boolean {
  if (written.startsWith("\\")) return written[1] === value[index];
  return !value.startsWith(written, index);
}
