/** Where the fragment of an address leads. */

/**
 * The ids that a fragment can mean, in order: as written, then decoded (HTML:
 * finding a document's indicated part). Damaged escapes stay as they are.
 */
export function idsOfHash(hash: string): string[] {
  const written = hash.replace(/^#/, "");
  if (written === "") return [];
  try {
    return [...new Set([written, decodeURIComponent(written)])];
  } catch {
    return [written];
  }
}

/** The element that a fragment leads to. */
export function placeOf(hash: string): HTMLElement | null {
  for (const id of idsOfHash(hash)) {
    const element = document.getElementById(id);
    if (element !== null) return element;
  }
  return null;
}
