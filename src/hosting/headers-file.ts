/**
 * The file `_headers` as static hosts read it: a pattern of paths, and below it, indented, a
 * header in each line. `*` stands for anything, `:name` for a part of a path.
 */

export interface HeaderRule {
  /** A path from the host's root, or an address. */
  readonly pattern: string;
  /** Names as written, with values; `! Name` takes away what rules before have set. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The rules of a file, in order; lines that are neither pattern nor header are left out. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    if (/^(?:\/|https?:\/\/)/.test(line)) {
      rules.push({ pattern: trimmed, headers: [] });
      continue;
    }
    const [, name, value = ""] = /^(!?\s*[^\s:]+)(?::\s*(.*))?$/.exec(trimmed) ?? [];
    if (name !== undefined) rules.at(-1)?.headers.push([name, value.trim()]);
  }
  return rules;
}

/** The text of a file with these rules. */
export function headersText(rules: readonly HeaderRule[]): string {
  return rules
    .filter(({ headers }) => headers.length > 0)
    .map(({ pattern, headers }) => {
      const lines = headers.map(([name, value]) =>
        name.startsWith("!") ? `  ${name}\n` : `  ${name}: ${value}\n`,
      );
      return `${pattern}\n${lines.join("")}`;
    })
    .join("");
}

/** The headers for a path, names in lower case; values of several rules are joined, as hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    if (!matches(pattern, path)) continue;
    for (const [written, value] of headers) {
      const name = written.toLowerCase();
      if (name.startsWith("!")) found.delete(name.slice(1).trim());
      else found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value);
    }
  }
  return found;
}

/** Whether there may be a path that both patterns fit: what stands before their first variables decides. */
export function mayMeet(one: string, other: string): boolean {
  const [a, b] = [pathOf(one), pathOf(other)];
  const [start, end] = [fixedStart(a), fixedStart(b)];
  if (start === a) return matches(b, a);
  return end === b ? matches(a, b) : start.startsWith(end) || end.startsWith(start);
}

function matches(pattern: string, path: string): boolean {
  const source = pathOf(pattern)
    .split(/(\*|:[a-z]\w*)/i)
    .map((part, index) => (index % 2 === 0 ? RegExp.escape(part) : part === "*" ? ".*" : "[^/]+"));
  return new RegExp(`^${source.join("")}$`).test(path);
}

function pathOf(pattern: string): string {
  return pattern.replace(/^https?:\/\/[^/]*/, "");
}

function fixedStart(pattern: string): string {
  return pattern.replace(/(?:\*|:[a-z]).*$/i, "");
}
