/** Keys in the search field (WAI-ARIA: combobox with a listbox). */

/**
 * The number of the option that a key moves to, or undefined if the key is not for
 * the list. `current` is -1 when no option is active; the ends of the list meet.
 */
export function optionAfter(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (current + 1) % count;
    case "ArrowUp":
      return current <= 0 ? count - 1 : current - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
