/** How much a data file can hold; beyond that it is refused. */

/** Bytes of a file. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Collections within collections. */
export const MAX_DEPTH = 100;

/** Values, and characters of text, that the aliases of a YAML file stand for in all. */
export const MAX_ALIASED = 1_000_000;
