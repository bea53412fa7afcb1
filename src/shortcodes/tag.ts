/**
 * Puts tokens together to tags, and checks what one tag can get wrong by itself:
 * a missing name, mixed or repeated parameters, parameters in a closing tag.
 */
import type { DiagnosticId } from "../messages/catalog.ts";
import type { Range } from "../text/source.ts";
import { delimitersOf } from "./lex-characters.ts";
import {
  type LexError,
  type LiteralToken,
  type PlainToken,
  shown,
  type Token,
  type ValueToken,
} from "./tokens.ts";
import type { Delimiter, LiteralNode, ParameterNode, TextNode } from "./types.ts";

/** Something wrong in a text, at a range of its offsets. */
export interface SyntaxFinding {
  readonly id: DiagnosticId;
  readonly message: string;
  readonly range: Range;
  readonly suggestion?: string | undefined;
}

export type Report = (finding: SyntaxFinding) => void;

/** An opening or a closing tag. */
export interface Tag {
  readonly type: "tag";
  readonly isClosing: boolean;
  readonly name: string;
  readonly nameRange: Range;
  readonly delimiter: Delimiter;
  readonly parameters: readonly ParameterNode[];
  readonly selfClosing: boolean;
  /** Something in the tag is wrong, and reported. */
  readonly isBroken: boolean;
  readonly range: Range;
}

/** The pieces of a text before tags are paired. */
export type Item = TextNode | LiteralNode | Tag;

/** The pieces of `text`, which cover it without a gap; errors of tokens are reported. */
export function readItems(text: string, tokens: readonly Token[], report: Report): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === "open") {
      const reader = new TagReader(text, token.delimiter, token.start, report);
      while (i < tokens.length && !reader.isDone) reader.add(tokens[++i]);
      items.push(reader.item());
    } else if (token?.type === "literal" || token?.type === "text") {
      if (token.error !== undefined) report(asFinding(token.error));
      items.push(untaggedItem(token));
    }
  }
  return items;
}

function untaggedItem(token: LiteralToken | PlainToken): Item {
  const range = { start: token.start, end: token.end };
  return token.type === "literal"
    ? { type: "literal", value: token.value, range }
    : { type: "text", range };
}

function asFinding({ id, message, start, end }: LexError): SyntaxFinding {
  return { id, message, range: { start, end } };
}

/** Takes the tokens of one tag, from after its opening delimiter to its closing one. */
class TagReader {
  isDone = false;
  readonly #text: string;
  readonly #delimiter: Delimiter;
  readonly #start: number;
  readonly #report: Report;
  readonly #parameters: ParameterNode[] = [];
  readonly #errors: SyntaxFinding[] = [];
  #name: Range | undefined;
  #key: Range | undefined;
  /** The equals sign after a key, while its value is missing. */
  #equals: Range | undefined;
  #isClosing = false;
  /** A slash after the name. */
  #endSlash: Range | undefined;
  #end: number;

  constructor(text: string, delimiter: Delimiter, start: number, report: Report) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#start = start;
    this.#end = start;
    this.#report = report;
  }

  add(token: Token | undefined): void {
    if (token === undefined) return;
    const range = { start: token.start, end: token.end };
    this.#end = token.end;
    if (token.error !== undefined) this.#errors.push(asFinding(token.error));
    switch (token.type) {
      case "slash":
        if (this.#name === undefined) this.#isClosing = true;
        else this.#endSlash = range;
        break;
      case "name":
        this.#name = range;
        break;
      case "key":
        this.#key = range;
        break;
      case "equals":
        this.#equals = range;
        break;
      case "value":
        this.#addValue(token);
        break;
      case "close":
        this.#close(token.delimiter, range);
        break;
    }
  }

  /** The tag; text if it has no name. */
  item(): Item {
    const range = { start: this.#start, end: this.#end };
    if (this.#name === undefined) {
      const message = `Unexpected tag without a name, expected "${delimitersOf(this.#delimiter).open} name"`;
      this.#report({ id: "shortcode-no-name", message, range });
      return { type: "text", range };
    }
    if (this.#isClosing) this.#checkClosing();
    else this.#checkMixed();
    for (const error of this.#errors) this.#report(error);
    if (!this.#isClosing) this.#noteRepeated();
    return {
      type: "tag",
      isClosing: this.#isClosing,
      name: this.#slice(this.#name),
      nameRange: this.#name,
      delimiter: this.#delimiter,
      parameters: this.#parameters,
      selfClosing: this.#endSlash !== undefined,
      isBroken: this.#errors.length > 0,
      range,
    };
  }

  #slice({ start, end }: Range): string {
    return this.#text.slice(start, end);
  }

  #addValue({ value, style, content, start, end }: Omit<ValueToken, "type">): void {
    const key = this.#key === undefined ? undefined : this.#slice(this.#key);
    const range = { start: this.#key?.start ?? start, end };
    this.#parameters.push({ key, value, style, range, valueRange: content });
    this.#key = undefined;
    this.#equals = undefined;
  }

  #close(kind: Delimiter, range: Range): void {
    if (this.#equals !== undefined) {
      const { end } = this.#equals;
      const content = { start: end, end };
      this.#addValue({ value: "", style: "quoted", content, start: end, end });
    }
    if (kind !== this.#delimiter) {
      const { open, close } = delimitersOf(this.#delimiter);
      const message = `Unexpected "${delimitersOf(kind).close}", expected "${close}" to end a tag that starts with "${open}"`;
      this.#errors.push({ id: "shortcode-character", message, range });
    }
    this.isDone = true;
  }

  /** Hugo: only blanks may stand after the name of a closing tag. */
  #checkClosing(): void {
    const first = this.#parameters[0]?.range ?? this.#endSlash;
    if (first === undefined) return;
    const end = this.#parameters.at(-1)?.range.end ?? first.end;
    const range = { start: first.start, end };
    const message = "Unexpected parameter in a closing tag, expected only the name";
    this.#errors.push({ id: "shortcode-closing-parameters", message, range });
  }

  /** Hugo: of several values with one key, the last one counts. */
  #noteRepeated(): void {
    const seen = new Set<string>();
    for (const { key, range } of this.#parameters) {
      if (key === undefined) continue;
      if (seen.has(key)) {
        const message = `Unexpected second ${shown(key)}, expected each parameter once; the last one counts`;
        this.#report({ id: "parameter-repeated", message, range });
      }
      seen.add(key);
    }
  }

  /** Hugo: positional and named parameters never mix. */
  #checkMixed(): void {
    const [first] = this.#parameters;
    if (first === undefined) return;
    const other = this.#parameters.find(
      ({ key }) => (key === undefined) !== (first.key === undefined),
    );
    if (other === undefined) return;
    const message = `Unexpected ${described(other)} after the ${described(first)}, expected only one kind in a tag`;
    this.#errors.push({ id: "shortcode-mixed-parameters", message, range: other.range });
  }
}

function described({ key, value }: ParameterNode): string {
  return key === undefined
    ? `positional parameter ${shown(value)}`
    : `named parameter ${shown(key)}`;
}
