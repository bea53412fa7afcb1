/**
 * Text that was read in the wrong encoding once: UTF-8 bytes shown as Windows-1252, or
 * characters that were lost on the way.
 */
import type { Finding } from "../messages/diagnostic.ts";
import type { Source } from "../text/source.ts";

/** What Windows-1252 shows for the bytes 80 to 9F; the others are those of Latin-1. */
const SPECIAL = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const SPECIALS = new Map([...SPECIAL].map((character, at) => [character, 0x80 + at]));

/** A first byte of UTF-8 and what the others can look like, once or more; or lost characters. */
const FURTHER = `[\\u0080-\\u00bf${SPECIAL}]`;
const DAMAGED = new RegExp(
  `\\ufffd+|(?:[\\u00c2-\\u00df]${FURTHER}|[\\u00e0-\\u00ef]${FURTHER}{2}|[\\u00f0-\\u00f4]${FURTHER}{3})+`,
  "gu",
);

/**
 * Starts of single characters that words in no language bring about: those of Latin-1, and
 * of quotes, dashes and arrows, then emoji. Other letters stand before quotes («CAFÉ»).
 */
const TELLING = /^(?:[ÂÃâ]|ð|ï»¿|ï¿½|[Ä-Å][¡-ª¬®-º¼-¿])/u;

/** One remark per damaged place, with the text that it probably was. */
export function checkEncoding(source: Source): Finding[] {
  return [...source.text.matchAll(DAMAGED)].flatMap(({ 0: found, index }): Finding[] => {
    const isLost = found.startsWith("\ufffd");
    const was = isLost ? undefined : decoded(found);
    const isTelling = isLost || (was !== undefined && ([...was].length > 1 || TELLING.test(found)));
    if (!isTelling) return [];
    const message = `Unexpected "${found}", expected text that was saved and read as UTF-8`;
    const span = { source, start: index, end: index + found.length };
    return [{ id: "text-encoding", message, suggestion: printed(was), span }];
  });
}

/** A text's bytes in Windows-1252, read as UTF-8; undefined if they are none. */
function decoded(text: string): string | undefined {
  const bytes = Uint8Array.from([...text].map(byteOf));
  try {
    const was = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return /[\u0080-\u009f]/.test(was) ? undefined : was;
  } catch {
    return undefined;
  }
}

function byteOf(character: string): number {
  return SPECIALS.get(character) ?? character.charCodeAt(0);
}

/** A suggestion that can be seen: no lost character, no blank, no mark of byte order. */
function printed(text: string | undefined): string | undefined {
  return text === undefined || /[\ufffd\ufeff]|^\s+$/.test(text) ? undefined : text;
}
