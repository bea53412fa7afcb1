/** What a file has for as long as nobody writes to it. */
import type { Stats } from "node:fs";

/** Its identity, size and time of change, as Git sees them; a link to a file has the same. */
export function stampOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}
