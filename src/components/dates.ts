/** Days in words. */

/**
 * A day in words of a language (`2026-05-01` in `en`: "May 1, 2026"). It is that of UTC: a time
 * zone would move the days of front matter. A language that is none gives English.
 */
export function dayInWords(date: Date, language: string): string {
  return formatFor(language.replaceAll("_", "-")).format(date);
}

function formatFor(language: string): Intl.DateTimeFormat {
  const options = { dateStyle: "long", timeZone: "UTC" } as const;
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    return new Intl.DateTimeFormat("en", options);
  }
}
