/** Where the characters of a YAML scalar's value stand in its file. */
import { SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { MappedText } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import { blockText } from "./block-text.ts";
import { flowText } from "./flow-text.ts";

/**
 * The decoded value, mapped to the file: character for character where the file
 * has the same characters, else at the place where they are written otherwise
 * (escapes, folded line breaks).
 */
export function scalarText(source: Source, event: ScalarEvent): MappedText {
  const { valueStart: start, valueEnd: end } = event;
  if (start < 0) return new MappedText([]);
  if (event.fast) return MappedText.of(source, start, end);
  switch (event.style) {
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return blockText(source, event);
    case SCALAR_STYLE.SINGLE_QUOTED:
      return flowText(source, { start, end }, "single");
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return flowText(source, { start, end }, "double");
    default:
      return flowText(source, { start, end }, "plain");
  }
}
