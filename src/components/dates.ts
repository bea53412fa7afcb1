/** Days in words. */
import { dateFormat } from "../site/date-format.ts";

/**
 * A day in words of a language (`2026-05-01` in `en`: "May 1, 2026"). It is that of UTC: a time
 * zone would move the days of front matter.
 */
export function dayInWords(date: Date, language: string): string {
  return dateFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}
