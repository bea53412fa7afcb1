/** Queries as the index understands them. */

/**
 * A query without what the index does not hold: symbols stand between words there, so
 * `max_slots=10` are two; a letter alone would find every word that starts with it, so
 * in company it is left out ("create a publication"). What is quoted stays.
 */
export function plainQuery(query: string): string {
  const text = query.replace(/\p{S}+/gu, " ").trim();
  if (/^".*"$/.test(text)) return text;
  const words = text.split(/\s+/);
  const telling = words.filter((word) => !/^[a-z]$/i.test(word));
  return (telling.length > 0 ? telling : words).join(" ");
}
