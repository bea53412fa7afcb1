/** Bodies that are code: text as written, not Markdown. */

/**
 * A body's text as code (Hugo: `highlight`): without line breaks at its ends and
 * without the indentation that all lines share; commented-out tags become tags.
 */
export function codeText(body: string): string {
  const lines = uncommented(body)
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

/** Hugo: a tag with comment signs inside of its braces stands for the tag without them. */
function uncommented(text: string): string {
  return withoutComments(withoutComments(text, "<", ">"), "%", "%");
}

function withoutComments(text: string, left: string, right: string): string {
  const open = `{{${left}/*`;
  const close = `*/${right}}}`;
  const [before = "", ...rest] = text.split(open);
  const parts = rest.map((part) => {
    const end = part.indexOf(close);
    if (end < 0) return open + part;
    return `{{${left}${part.slice(0, end)}${right}}}${part.slice(end + close.length)}`;
  });
  return before + parts.join("");
}
