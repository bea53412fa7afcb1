/** The texts of a file that hold shortcodes: a page's content, or each value of a data file. */
import { type DataFormat, formatOfPath, parseDataFile } from "../data/parse.ts";
import type { DataNode, DataScalar } from "../data/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { MappedText } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";

/** A text of a file. */
export interface FileText {
  readonly text: MappedText;
  /** Writes what goes into the text as it has to stand in the file: within the quotes of a value. */
  readonly written: (text: string) => string;
}

const asIs = (text: string): string => text;

/** The texts of a file with shortcodes in them, in order; a data file that is broken is one text. */
export function textsOf(source: Source): FileText[] {
  const start = source.path.endsWith(".md") ? splitFrontMatter(source).bodyStart : 0;
  const whole = { text: MappedText.of(source, start), written: asIs };
  const format = formatOfPath(source.path);
  if (format === undefined) return [whole];
  const { value } = parseDataFile(source, format);
  if (value === undefined) return [whole];
  return scalarsIn(value)
    .filter(({ text }) => text.text.includes("{{"))
    .map(({ text, range }) => ({
      text,
      written: QUOTING[source.text[range.start] ?? ""]?.[format] ?? asIs,
    }));
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What stands between quotes, by format; nothing is escaped between the single ones of TOML. */
const QUOTING: Readonly<Record<string, Partial<Record<DataFormat, FileText["written"]>>>> = {
  '"': { yaml: escaped, json: escaped, toml: escaped },
  "'": { yaml: (text) => text.replaceAll("'", "''") },
};

function scalarsIn(node: DataNode): DataScalar[] {
  if (node.kind === "scalar") return typeof node.value === "string" ? [node] : [];
  if (node.kind === "list") return node.items.flatMap(scalarsIn);
  return node.pairs.flatMap(({ value }) => scalarsIn(value));
}

/** The offset in a text of an offset in the file; undefined if that is not in the text. */
export function offsetIn(text: MappedText, offset: number): number | undefined {
  let at = 0;
  let found: number | undefined;
  for (const { text: piece, start, exact } of text.pieces) {
    const delta = offset - start;
    // At the border of two pieces, the cursor stands at the end of the first one.
    if (exact && delta >= 0 && delta <= piece.length) found ??= at + delta;
    at += piece.length;
  }
  return found;
}

/** The offset in the file of the end of what ends at `at` in a text. */
export function endInFile(text: MappedText, at: number): number {
  return at === 0 ? text.originAt(0).offset : text.originAt(at - 1).offset + 1;
}
