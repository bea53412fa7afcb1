/** Text that was read in the wrong encoding once: UTF-8 bytes shown as Windows-1252. */
import type { Finding } from "../messages/diagnostic.ts";
import type { Source } from "../text/source.ts";

/** The commonest damaged characters: quotes, dashes, ellipsis, accents, a stray no-break space. */
const DAMAGED = /â€[™˜œžš\u009d“”¦¢]|Ã[\u0080-\u00bf©¨¢¼¶¤±³­]|Â[\u00a0©®°·]/g;

/** One remark per damaged character. */
export function checkEncoding(source: Source): Finding[] {
  return [...source.text.matchAll(DAMAGED)].map((match) => ({
    id: "text-encoding",
    message: `Unexpected "${match[0]}", expected text that was saved and read as UTF-8`,
    span: { source, start: match.index, end: match.index + match[0].length },
  }));
}
