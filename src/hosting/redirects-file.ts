/**
 * The file `_redirects` as static hosts read it: in each line a path, where it leads, and a
 * status. The first line that fits counts.
 */

export interface RedirectRule {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** The rules that send readers on; rewrites and conditions of single hosts are left out. */
export function parseRedirects(text: string): RedirectRule[] {
  return text.split(/\r?\n/).flatMap((line): RedirectRule[] => {
    const [from = "", to = "", status = "302", ...more] = line.trim().split(/\s+/);
    const code = Number(status.replace(/!$/, ""));
    if (!from.startsWith("/") || to === "" || more.length > 0) return [];
    return code >= 300 && code < 400 ? [{ from, to, status: code }] : [];
  });
}

/** The text of a file with these rules. */
export function redirectsText(rules: readonly RedirectRule[]): string {
  return rules.map(({ from, to, status }) => `${from} ${to} ${status}\n`).join("");
}

/**
 * Where a path leads, escapes and all; undefined if no rule fits. `*` fits anything and is
 * `:splat` in the target, `:name` fits a part of a path.
 */
export function redirectFor(
  rules: readonly RedirectRule[],
  path: string,
): { readonly to: string; readonly status: number } | undefined {
  const asked = comparable(path);
  for (const { from, to, status } of rules) {
    const names: string[] = [];
    const source = comparable(from)
      .split(/(\*|:[a-z]\w*)/i)
      .map((part, index) => {
        if (index % 2 === 0) return RegExp.escape(part);
        names.push(part === "*" ? ":splat" : part);
        return part === "*" ? "(.*)" : "([^/]+)";
      });
    const found = new RegExp(`^${source.join("")}$`).exec(asked);
    if (found === null) continue;
    const values = names.map((name, index) => [name, found[index + 1] ?? ""] as const);
    const target = values.reduce((text, [name, value]) => text.replaceAll(name, () => value), to);
    return { to: target, status };
  }
  return undefined;
}

/** A path in which the same characters are escaped in the same way, whoever wrote it. */
function comparable(path: string): string {
  try {
    // What is a variable's sign in a rule stays escaped where it is a character of a path.
    return path
      .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
      .replace(/(?:%(?!2A|3A)[0-9A-F]{2})+/g, (run) => encodeURI(decodeURIComponent(run)));
  } catch {
    return path;
  }
}
