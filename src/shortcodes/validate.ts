/** Checks a call against its shortcode's definition: parameters and body. */
import type { DiagnosticId } from "../messages/catalog.ts";
import { nearest } from "../text/nearest.ts";
import type { Range } from "../text/source.ts";
import { shown } from "./tokens.ts";
import type {
  CallNode,
  Complaint,
  ParameterNode,
  ParameterSpec,
  ParameterType,
  ParameterValue,
  ShortcodeDefinition,
} from "./types.ts";
import { typedValue, valueAs } from "./values.ts";

/** A call's parameters, checked. */
export interface CheckedArguments {
  /** Positional parameters as written, typed if bare. */
  readonly positional: readonly ParameterValue[];
  /** All parameters by name, defaults filled in. */
  readonly arguments: Readonly<Record<string, ParameterValue>>;
  /** The ranges of the values that the call gives itself. */
  readonly ranges: ReadonlyMap<string, Range>;
}

type Report = (finding: Complaint & { readonly range: Range }) => void;

/**
 * The parameters of a call by name, typed as its definition says; undefined if
 * anything about the call is wrong, after a report of all that is. A tag that
 * parsing found to be broken is not looked at: what it means is a guess.
 */
export function checkCall(
  node: CallNode,
  definition: ShortcodeDefinition,
  report: Report,
): CheckedArguments | undefined {
  const hasBody = checkBody(node, definition, report);
  if (node.isBroken) return undefined;
  const checked = new CallCheck(node, definition, report).run();
  return hasBody ? checked : undefined;
}

/**
 * Whether a call has a body, or none, as its definition says; false after a report.
 * Hugo: a call that closes itself has an empty body, which is always allowed. A
 * call that is never closed has been reported by parsing, and has a body.
 */
export function checkBody(
  { name, body, closeRange, openRange, selfClosing }: CallNode,
  definition: ShortcodeDefinition,
  report: Report,
): boolean {
  if (definition.body === "required" && body === undefined && !selfClosing) {
    const message = `Unexpected ${shown(name)} without a body, expected a closing tag`;
    report({ id: "shortcode-needs-body", message, range: openRange });
    return false;
  }
  if (definition.body === "none" && body !== undefined) {
    const message = `Unexpected body of ${shown(name)}, expected no closing tag`;
    report({ id: "shortcode-no-body", message, range: closeRange ?? openRange });
    return false;
  }
  return true;
}

const TYPE_WORDS: Readonly<Record<ParameterType, string>> = {
  string: "text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
};

class CallCheck {
  readonly #node: CallNode;
  readonly #definition: ShortcodeDefinition;
  readonly #report: Report;
  readonly #specs: ReadonlyMap<string, ParameterSpec>;
  readonly #values = new Map<string, ParameterValue>();
  readonly #ranges = new Map<string, Range>();
  /** Parameters that are given, well or badly, under their own name or a slip of it. */
  readonly #given = new Set<string>();
  #hasErrors = false;

  constructor(node: CallNode, definition: ShortcodeDefinition, report: Report) {
    this.#node = node;
    this.#definition = definition;
    this.#report = report;
    this.#specs = new Map(Object.entries(definition.parameters));
  }

  run(): CheckedArguments | undefined {
    const positional = this.#node.parameters.filter(({ key }) => key === undefined);
    this.#checkPositional(positional);
    for (const [name, parameter] of lastByKey(this.#node.parameters)) {
      this.#checkNamed(name, parameter);
    }
    for (const [name, spec] of this.#specs) this.#fill(name, spec);
    if (this.#hasErrors) return undefined;
    return {
      positional: positional.map(typedValue),
      // Own properties whatever the names are, `__proto__` too.
      arguments: Object.fromEntries(this.#values),
      ranges: this.#ranges,
    };
  }

  #checkPositional(parameters: readonly ParameterNode[]): void {
    const names = new Map<number, string>();
    for (const [name, { position }] of this.#specs) {
      if (position !== undefined) names.set(position, name);
    }
    parameters.forEach((parameter, index) => {
      const name = names.get(index);
      const spec = name === undefined ? undefined : this.#specs.get(name);
      if (name !== undefined && spec !== undefined) this.#take(name, spec, parameter);
      else if (!this.#definition.openParameters) this.#tooMany(parameter, names.size);
    });
  }

  #tooMany({ value, range }: ParameterNode, count: number): void {
    const limit = count === 0 ? "none" : `at most ${count}`;
    const message = `Unexpected positional parameter ${shown(value)} of ${this.#name()}, expected ${limit}`;
    this.#fail("parameter-unknown", message, range);
  }

  #checkNamed(key: string, parameter: ParameterNode): void {
    const spec = this.#specs.get(key);
    if (spec !== undefined) {
      this.#take(key, spec, parameter);
    } else if (this.#definition.openParameters) {
      this.#values.set(key, typedValue(parameter));
      this.#ranges.set(key, parameter.valueRange);
    } else {
      this.#unknown(key, parameter);
    }
  }

  #unknown(key: string, { range }: ParameterNode): void {
    const names = [...this.#specs.keys()];
    const suggestion = nearest(key, names);
    if (suggestion !== undefined) this.#given.add(suggestion);
    const expected = names.length === 0 ? "none" : listed(names.map((name) => `"${name}"`));
    const message = `Unexpected parameter ${shown(key)} of ${this.#name()}, expected ${expected}`;
    const keyRange = { start: range.start, end: range.start + key.length };
    this.#fail("parameter-unknown", message, keyRange, suggestion);
  }

  /** Takes a value for a parameter of the definition, if type and value are right. */
  #take(name: string, spec: ParameterSpec, { value, valueRange }: ParameterNode): void {
    this.#given.add(name);
    const typed = valueAs(spec.type, value);
    if (typed === undefined) {
      const message = `Unexpected ${shown(value)} as "${name}", expected ${TYPE_WORDS[spec.type]}`;
      this.#fail("parameter-type", message, valueRange);
    } else if (spec.values !== undefined && !spec.values.includes(typed)) {
      const allowed = spec.values.map(String);
      const message = `Unexpected ${shown(value)} as "${name}", expected ${listed(allowed.map((text) => `"${text}"`))}`;
      this.#fail("parameter-value", message, valueRange, nearest(value, allowed));
    } else {
      this.#values.set(name, typed);
      this.#ranges.set(name, valueRange);
    }
  }

  #fill(name: string, spec: ParameterSpec): void {
    if (this.#given.has(name)) return;
    if (spec.required) {
      const message = `Unexpected ${this.#name()} without "${name}", expected this parameter`;
      this.#fail("parameter-missing", message, this.#node.openRange);
    } else if (spec.default !== undefined) {
      this.#values.set(name, spec.default);
    }
  }

  #name(): string {
    return shown(this.#node.name);
  }

  #fail(id: DiagnosticId, message: string, range: Range, suggestion?: string): void {
    this.#hasErrors = true;
    this.#report({ id, message, range, ...(suggestion === undefined ? {} : { suggestion }) });
  }
}

/** Named parameters; of several with one key, the last (Hugo: the last one wins). */
function lastByKey(parameters: readonly ParameterNode[]): Map<string, ParameterNode> {
  const named = new Map<string, ParameterNode>();
  for (const parameter of parameters) {
    if (parameter.key !== undefined) named.set(parameter.key, parameter);
  }
  return named;
}

/** `"a", "b" or "c"`. */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
