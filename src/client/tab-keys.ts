/** Keys of the keyboard that move between tabs (WAI-ARIA: tabs pattern). */

/**
 * The tab that a key press leads to; undefined for other keys. Arrows go round and follow
 * the direction of writing: to the left is onward where text runs from right to left.
 */
export function tabAfterKey(
  key: string,
  at: number,
  count: number,
  direction: string = "ltr",
): number | undefined {
  const onward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "ArrowRight":
    case "ArrowLeft":
      return (at + (key === onward ? 1 : count - 1)) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** Whether an event asks the browser for something of its own, such as a new window. */
export function hasModifier(event: KeyboardEvent | MouseEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
