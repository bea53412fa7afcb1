/**
 * The panels that were open, kept with each entry of the history: who comes back to a page
 * finds it as it was left. The first script reads the same field.
 */

/** The addresses of open panels (`#id`) that this entry of the history holds, if any. */
export function openedBefore(): readonly string[] | undefined {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("tabs" in state)) return undefined;
  const { tabs } = state;
  return Array.isArray(tabs) ? tabs.filter((href) => typeof href === "string") : undefined;
}

/** Keeps the addresses of open panels with this entry, and gives it another address. */
export function keepOpened(tabs: readonly string[], address?: string): void {
  try {
    // Without an address the text fragment, which scripts cannot read, stays in force.
    history.replaceState({ ...history.state, tabs }, "", address);
  } catch {
    // Some browsers refuse this for files, or too often in a row; the page itself is right.
  }
}
