/** Renders a partial's template with the values of one call. */
import { MappedText } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import { blankPrefix, containerOf } from "./container.ts";
import type { Part, PartialTemplate } from "./template.ts";
import type { Expression } from "./template-expression.ts";

/** What a template's actions stand for. */
export interface TemplateValues {
  /** A parameter's value; undefined if the call lacks it. */
  parameter(key: string): MappedText | undefined;
  /** The body, empty without one. */
  readonly inner: MappedText;
}

/**
 * The text that a call's values make of a template. Texts keep their origins;
 * values are inserted as they are and never read as a template. A value's further
 * lines stay in the list item or quote in which its first line stands.
 */
export function renderTemplate(template: PartialTemplate, values: TemplateValues): MappedText {
  const output = new Output();
  const scope: Scope = { source: template.source, values, dot: NOTHING };
  renderParts(template.parts, scope, output);
  return output.text();
}

const NOTHING = MappedText.join([]);

/** Gathers text, and knows the line that it stands in. */
class Output {
  readonly #pieces: MappedText[] = [];
  #line = "";

  text(): MappedText {
    return MappedText.join(this.#pieces);
  }

  add(text: MappedText): void {
    this.#pieces.push(text);
    const last = text.text.lastIndexOf("\n");
    this.#line = last < 0 ? this.#line + text.text : text.text.slice(last + 1);
  }

  /** Adds a value; its further lines get the prefix of the containers around it. */
  addValue(value: MappedText): void {
    const prefix = value.text.includes("\n") ? containerOf(this.#line).prefix : "";
    if (prefix === "") {
      this.add(value);
      return;
    }
    let start = 0;
    for (const line of linesOf(value.text)) {
      const end = start + line.length;
      const isBlank = line.trim() === "" && line !== "";
      const filling = isBlank ? blankPrefix(prefix) : prefix;
      if (start > 0) this.add(MappedText.generated(filling, value.originAt(start)));
      this.add(value.slice(start, end));
      start = end;
    }
  }
}

/** Lines with their line breaks; after a last line break, an empty one that goes on. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}\n` : line));
}

interface Scope {
  readonly source: Source;
  readonly values: TemplateValues;
  /** The value of the innermost `with`. */
  readonly dot: MappedText;
}

function renderParts(parts: readonly Part[], scope: Scope, output: Output): void {
  for (const part of parts) {
    if (part.type === "text") {
      output.add(MappedText.of(scope.source, part.range.start, part.range.end));
    } else if (part.type === "output") {
      output.addValue(evaluate(part.expression, scope));
    } else {
      const value = evaluate(part.test, scope);
      const isTrue = isTruthy(value);
      const inner = part.type === "with" && isTrue ? { ...scope, dot: value } : scope;
      renderParts(isTrue ? part.whenTrue : part.whenFalse, inner, output);
    }
  }
}

/** Go: empty texts are false; a parameter's bare `false` is too. */
function isTruthy(value: MappedText): boolean {
  return value.text !== "" && value.text !== "false";
}

function evaluate(expression: Expression, scope: Scope): MappedText {
  switch (expression.type) {
    case "parameter":
      return scope.values.parameter(expression.key) ?? NOTHING;
    case "inner":
      return scope.values.inner;
    case "dot":
      return scope.dot;
    case "literal":
      return generated(expression.value, scope, expression.range.start);
    case "default": {
      const value = evaluate(expression.value, scope);
      return value.text === "" ? evaluate(expression.otherwise, scope) : value;
    }
    default: {
      const [left, right] = [evaluate(expression.left, scope), evaluate(expression.right, scope)];
      return generated(String(left.text === right.text), scope, 0);
    }
  }
}

function generated(value: string, { source }: Scope, offset: number): MappedText {
  return MappedText.generated(value, { source, offset, frame: undefined });
}
