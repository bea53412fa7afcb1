/**
 * The reader's values for placeholders, by name. They are kept for this tab's
 * session, and shared by its pages; secrets are kept in memory, for this page only.
 */
import { KEPT_VALUES } from "./values-key.ts";

const secrets = new Map<string, string>();

/** The value of a name; undefined where none has been given. */
export function keptValue(name: string): string | undefined {
  return secrets.get(name) ?? stored().get(name);
}

/** Whether the reader has filled in something, on this page or one before. */
export function hasKeptValues(): boolean {
  return secrets.size > 0 || stored().size > 0;
}

/** Keeps a value; a secret is never stored. */
export function keepValue(name: string, value: string, isSecret: boolean): void {
  if (isSecret) secrets.set(name, value);
  else store(stored().set(name, value));
}

/** Forgets the value of a name. */
export function forgetValue(name: string): void {
  secrets.delete(name);
  const values = stored();
  if (values.delete(name)) store(values);
}

/** What the session's storage holds; a browser may refuse it, and others may have written there. */
function stored(): Map<string, string> {
  try {
    const values: unknown = JSON.parse(sessionStorage.getItem(KEPT_VALUES) ?? "{}");
    if (typeof values !== "object" || values === null) return new Map();
    return new Map(Object.entries(values).filter(([, value]) => typeof value === "string"));
  } catch {
    return new Map();
  }
}

function store(values: ReadonlyMap<string, string>): void {
  try {
    if (values.size === 0) sessionStorage.removeItem(KEPT_VALUES);
    else sessionStorage.setItem(KEPT_VALUES, JSON.stringify(Object.fromEntries(values)));
  } catch {
    // Without storage, the values hold for this page: its fields have them.
  }
}
