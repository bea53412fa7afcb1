/** Which heading a reader is at. */

/**
 * The index of the current heading. `tops`: distances of the visible headings from
 * the window's top, in order; `line`: how far down a heading counts as reached;
 * `isAtEnd`: the page has been scrolled to its end, where the last one counts.
 * Before the first heading, that one; -1 only without any.
 */
export function currentHeading(tops: readonly number[], line: number, isAtEnd: boolean): number {
  if (tops.length === 0) return -1;
  if (isAtEnd) return tops.length - 1;
  return Math.max(
    tops.findLastIndex((top) => top < line),
    0,
  );
}
