/**
 * YAML as a tree whose every value knows its place: YAML 1.2's core schema, with
 * anchors, aliases and merge keys; dates stay text, as Hugo leaves them.
 */
import { type Event, parseEvents, YAMLException } from "js-yaml";
import type { Range, Source } from "../text/source.ts";
import { MAX_DEPTH } from "./limits.ts";
import type { ParsedData } from "./types.ts";
import { yamlProblem } from "./yaml-errors.ts";
import { TreeBuilder } from "./yaml-tree.ts";

/**
 * Parses the range of a source that holds YAML, by default all of it. Without a
 * value, the text is empty or its syntax is broken, which a problem tells. A
 * repeated key, an alias without its anchor, a tag that is not the core schema's
 * and a second document are problems beside a value. Never throws for a text.
 */
export function parseYaml(
  source: Source,
  range: Range = { start: 0, end: source.text.length },
): ParsedData {
  const text = blanked(source.text, range);
  let events: readonly Event[];
  try {
    // The parser counts the document as well.
    events = parseEvents(text, { maxDepth: MAX_DEPTH + 1 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { value: undefined, problems: [yamlProblem(source, error, range)] };
  }
  return new TreeBuilder(source, text, events).build();
}

/** The text up to the range's end, with blanks before it, so that offsets are the source's. */
function blanked(text: string, { start, end }: Range): string {
  if (start === 0) return text.slice(0, end);
  return text.slice(0, start).replace(/[^\r\n]/g, " ") + text.slice(start, end);
}
