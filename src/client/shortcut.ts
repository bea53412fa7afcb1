/** The keys that open the search: `/`, and Ctrl or Command with K. */

/** Whether a key press asks for the search; `/` in a field is a letter. */
export function isShortcut({ key, target, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() === "k") return metaKey || ctrlKey;
  if (key !== "/" || metaKey || ctrlKey || altKey) return false;
  return !(
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
