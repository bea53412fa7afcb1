/**
 * Copies of what was taken out of texts: a part of a text, such as a line or the words of a
 * heading, holds the whole text in memory for as long as the part is there.
 */

/** The same data with texts of their own; as JSON has it, so `undefined` is left out. */
export function detached<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}
