/** White space beside single blanks between words. */
const UNEVEN = /[^\S ]|\s\s|^\s|\s$/;

/** A text on one line: single blanks between its words, none around it. */
export function oneLine(text: string): string {
  // Most texts are, and to look for that takes a fraction of the time to write them anew.
  return UNEVEN.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}
