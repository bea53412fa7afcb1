/** Nearest right names for misspelt ones. */

/** Edits beyond this share of the longer name's length make another name, not a slip. */
const MAX_SHARE = 0.4;

/**
 * The known name that is nearest to `name`, or undefined when none is near.
 * Case is ignored, and so is whether accents are signs of their own; a name that contains the other one is near.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.normalize().toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const limit = Math.min(bestDistance, allowed(wanted, other) + 1);
    const distance = editDistance(wanted, other, limit);
    if (distance < limit) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The nearest names, at most `count`, the nearest first. */
export function nearestOf(name: string, known: Iterable<string>, count: number): string[] {
  const left = new Set(known);
  const found: string[] = [];
  while (found.length < count) {
    const next = nearest(name, left);
    if (next === undefined) break;
    found.push(next);
    left.delete(next);
  }
  return found;
}

function allowed(a: string, b: string): number {
  return Math.max(1, Math.floor(Math.max(a.length, b.length) * MAX_SHARE));
}

/**
 * Optimal string alignment distance (insert, delete, replace, swap neighbours),
 * or `limit` as soon as it cannot be lower.
 */
export function editDistance(
  a: string,
  b: string,
  limit: number = Number.POSITIVE_INFINITY,
): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) >= limit) return limit;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}
