/** Ways to read an article. */
import { utf8 } from "../text/utf8.ts";
import type { Article } from "./types.ts";

/** An article's HTML as UTF-8. */
export function articleBytes(article: Article): Uint8Array {
  // Where there are bytes, the text would be made of them first.
  return article.bytes ?? utf8(article.html);
}
