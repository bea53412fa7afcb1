/** A syntax as one line of text, the way manuals write it: `CREATE [TEMPORARY] VIEW name`. */
import type { Syntax } from "./types.ts";

/** The whole syntax; `[…]` may be left out, `(a | b)` is one of both, `…` repeats. */
export function wordsOf(lines: readonly Syntax[]): string {
  return lines.map(words).filter(Boolean).join(" ");
}

function words(syntax: Syntax): string {
  switch (syntax.type) {
    case "terminal":
    case "nonterminal":
      return syntax.text;
    case "comment":
      return "";
    case "sequence":
      return wordsOf(syntax.items);
    case "choice":
      return `(${alternatives(syntax.items)})`;
    case "optional":
      return `[${syntax.item.type === "choice" ? alternatives(syntax.item.items) : words(syntax.item)}]`;
    default:
      return repeated(syntax);
  }
}

function alternatives(items: readonly Syntax[]): string {
  return items.map(words).filter(Boolean).join(" | ");
}

function repeated({ item, separator }: Extract<Syntax, { type: "repeat" }>): string {
  const once = words(item);
  if (separator !== undefined) return `${once} [${words(separator)} …]`;
  return item.type === "sequence" ? `(${once}) …` : `${once} …`;
}
