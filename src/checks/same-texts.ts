/** Partials and included files of which another one, or an entry, has all the text. */
import type { Entry } from "../data/types.ts";
import type { Finding, Span } from "../messages/diagnostic.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { oneLine } from "../text/one-line.ts";
import type { Source } from "../text/source.ts";

/** A call of a shortcode: what only includes another text has none of its own. */
const TAG = /\{\{[<%].*?[>%]\}\}/gs;

/** The first of texts that are the same: as messages name it, and where it is. */
interface Model {
  readonly place: string;
  readonly span: Span;
}

/** The first by place is the model: entries, then files by path. */
export function checkSameTexts(sources: readonly Source[], entries: readonly Entry[]): Finding[] {
  const known = new Map<string, Model>();
  for (const { name, source, range, content, code, description } of entries) {
    // Only what is text alone can take the place of a file.
    if (content === undefined || code !== undefined || description !== undefined) continue;
    const text = normal(content.text);
    const place = `"${name}" in ${source.path}:${source.placeAt(range.start).line}`;
    const span = { source, start: range.start, end: source.lineAt(range.start).end };
    if (!known.has(text)) known.set(text, { place, span });
  }
  const files = sources.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return files.flatMap((source): Finding[] => {
    const text = normal(source.text.slice(splitFrontMatter(source).bodyStart));
    if (text.replace(TAG, "").trim() === "") return [];
    const model = known.get(text);
    if (model === undefined) {
      known.set(text, { place: source.path, span: { source, start: 0, end: 0 } });
      return [];
    }
    const message = `Unexpected file with the text of ${model.place}, expected each text once`;
    const related = [{ what: "the first text", span: model.span }];
    return [{ id: "text-same", message, span: { source, start: 0, end: 0 }, related }];
  });
}

/** Single blanks, and no comments. */
function normal(text: string): string {
  return oneLine(text.replace(/<!--[\s\S]*?-->/g, " "));
}
