/** Bodies that are code. */

/**
 * A body's text as code (Hugo: `highlight`): without line breaks at its ends and
 * without the indentation that all lines share.
 */
export function codeText(body: string): string {
  const lines = body
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
    .split("\n");
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.trim() !== "") shared = Math.min(shared, line.length - line.trimStart().length);
  }
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join("\n");
}
