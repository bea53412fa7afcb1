/** Random choices that are the same for the same seed, on every machine. */

/** A source of choices. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number between both, both included. */
  whole(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different ones, or all if there are fewer. */
  sample<T>(list: readonly T[], count: number): T[];
  isLikely(chance: number): boolean;
}

/** A source of its own for each seed and purpose: what one page takes changes no other. */
export function randomFor(seed: number, ...purpose: (string | number)[]): Random {
  let state = seed >>> 0;
  for (const character of purpose.join(" ")) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x9e3779b1) >>> 0;
    state = (state ^ (state >>> 15)) >>> 0;
  }
  // SplitMix (Steele, Lea and Flood 2014) with words of 32 bits.
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const random: Random = {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error("Expected a list with something to pick.");
      return item;
    },
    sample: (list, count) => {
      const rest = [...list];
      const taken = [];
      while (taken.length < count && rest.length > 0)
        taken.push(...rest.splice(random.whole(0, rest.length - 1), 1));
      return taken;
    },
    isLikely: (chance) => next() < chance,
  };
  return random;
}
