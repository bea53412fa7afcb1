/** A shortcode as a snippet: what one types, with places to fill in (LSP and VS Code syntax). */
import { delimitersOf } from "../shortcodes/lex-characters.ts";
import type { ParameterSpec, ShortcodeDefinition } from "../shortcodes/types.ts";

/** Counts the places of a snippet. */
interface Places {
  next: number;
}

/** The lines of a whole call. `inner`: the shortcodes that may stand in its body only. */
export function snippetOf(
  definition: ShortcodeDefinition,
  inner: readonly ShortcodeDefinition[] = [],
): string[] {
  const places: Places = { next: 1 };
  return linesOf(definition, inner, places);
}

function linesOf(
  definition: ShortcodeDefinition,
  inner: readonly ShortcodeDefinition[],
  places: Places,
): string[] {
  const { open, close } = delimitersOf(definition.output === "markdown" ? "%" : "<");
  const tag = [open, definition.name, ...parametersOf(definition, places), close].join(" ");
  if (definition.body === "none") return [tag];
  const closing = `${open} /${definition.name} ${close}`;
  const first = inner.find(({ parents }) => parents?.includes(definition.name));
  const body = first === undefined ? [`$${places.next++}`] : linesOf(first, [], places);
  return [tag, ...body, closing];
}

/** The parameters that a call needs, and the one that stands first. */
function parametersOf({ parameters }: ShortcodeDefinition, places: Places): string[] {
  const needed = Object.entries(parameters).filter(
    ([, { required, isAdvised, position }]) =>
      required === true || isAdvised === true || position === 0,
  );
  const isPositional = needed.length === 1 && needed[0]?.[1].position === 0;
  return needed.map(([name, spec]) => {
    const value = spec.type === "string" ? `"${placeOf(spec, places)}"` : placeOf(spec, places);
    return isPositional ? value : `${name}=${value}`;
  });
}

function placeOf({ values, type }: ParameterSpec, places: Places): string {
  const choices = values ?? (type === "boolean" ? [true, false] : []);
  const place = places.next++;
  if (choices.length === 0) return `$${place}`;
  const words = choices.map((value) => String(value).replace(/[\\,|]/g, "\\$&"));
  return `\${${place}|${words.join(",")}|}`;
}
