/** Pairs of things, each in one pair at most: the most pairs that there can be. */

/**
 * Which of `count` things find no partner. `candidates` has the partners that would do
 * for each; an earlier thing changes its partner where that makes room for a later one
 * (the augmenting paths of bipartite matching).
 */
export function withoutPartner(
  count: number,
  candidates: (at: number) => readonly number[],
): number[] {
  const takenBy = new Map<number, number>();
  const place = (at: number, seen: Set<number>): boolean =>
    candidates(at).some((partner) => {
      if (seen.has(partner)) return false;
      seen.add(partner);
      const holder = takenBy.get(partner);
      if (holder !== undefined && !place(holder, seen)) return false;
      takenBy.set(partner, at);
      return true;
    });
  return Array.from({ length: count }, (_, at) => at).filter((at) => !place(at, new Set()));
}
