/** Checks a call's parameters against its definition; all faults are told, not the first alone. */
import { nearest } from "../text/nearest.ts";
import type { Range } from "../text/source.ts";
import type { Problem } from "./cursor.ts";
import type {
  CallNode,
  ParameterNode,
  ParameterSpec,
  ParameterValue,
  ShortcodeDefinition,
} from "./types.ts";

/** A call's parameters, checked and typed. */
export interface CheckedArguments {
  readonly positional: readonly ParameterValue[];
  /** By name, defaults filled in. */
  readonly arguments: Readonly<Record<string, ParameterValue>>;
  /** Where each given parameter's value stands. */
  readonly ranges: ReadonlyMap<string, Range>;
}

/** The arguments of a call; undefined if one of its parameters is wrong, after reports. */
export function checkCall(
  call: CallNode,
  definition: ShortcodeDefinition,
  report: (problem: Problem) => void,
): CheckedArguments | undefined {
  if (call.isBroken) return undefined;
  const checker = new CallChecker(call, definition, report);
  return checker.check();
}

class CallChecker {
  readonly #call: CallNode;
  readonly #definition: ShortcodeDefinition;
  readonly #report: (problem: Problem) => void;
  readonly #arguments: Record<string, ParameterValue> = {};
  readonly #ranges = new Map<string, Range>();
  #isValid = true;

  constructor(call: CallNode, definition: ShortcodeDefinition, report: (problem: Problem) => void) {
    this.#call = call;
    this.#definition = definition;
    this.#report = report;
  }

  check(): CheckedArguments | undefined {
    const { parameters } = this.#call;
    this.#checkMixed();
    const positional = parameters.filter(({ key }) => key === undefined);
    positional.forEach((parameter, index) => this.#takePositional(parameter, index));
    for (const parameter of parameters) this.#takeNamed(parameter);
    this.#fillIn();
    if (!this.#isValid) return undefined;
    return {
      positional: positional.map(typedValue),
      arguments: this.#arguments,
      ranges: this.#ranges,
    };
  }

  /** Hugo: named and positional parameters never mix. */
  #checkMixed(): void {
    const [first] = this.#call.parameters;
    const odd = this.#call.parameters.find(
      ({ key }) => (key === undefined) !== (first?.key === undefined),
    );
    if (odd === undefined) return;
    const kinds = odd.key === undefined ? ["positional", "named"] : ["named", "positional"];
    this.#fail({
      id: "shortcode-mixed-parameters",
      message: `Unexpected ${kinds[0]} parameter "${odd.key ?? odd.value}", expected ${kinds[1]} ones only, as the first is`,
      range: odd.range,
    });
  }

  #takePositional(parameter: ParameterNode, index: number): void {
    const spec = Object.entries(this.#definition.parameters).find(
      ([, { position }]) => position === index,
    );
    if (spec !== undefined) {
      this.#take(spec[0], spec[1], parameter);
    } else if (!this.#definition.openParameters) {
      const positions = Object.values(this.#definition.parameters).filter(
        ({ position }) => position !== undefined,
      );
      const expected = positions.length === 0 ? "none" : `at most ${positions.length}`;
      this.#fail({
        id: "parameter-unknown",
        message: `Unexpected positional parameter "${parameter.value}" of "${this.#definition.name}", expected ${expected}`,
        range: parameter.range,
      });
    }
  }

  #takeNamed(parameter: ParameterNode): void {
    const { key, range } = parameter;
    if (key === undefined) return;
    const spec = Object.hasOwn(this.#definition.parameters, key)
      ? this.#definition.parameters[key]
      : undefined;
    if (spec === undefined && !this.#definition.openParameters) {
      const known = Object.keys(this.#definition.parameters);
      const expected = known.length === 0 ? "none" : known.join(", ");
      this.#fail({
        id: "parameter-unknown",
        message: `Unexpected parameter "${key}" of "${this.#definition.name}", expected ${expected}`,
        range: { start: range.start, end: range.start + key.length },
        suggestion: nearest(key, known),
      });
      return;
    }
    if (this.#ranges.has(key)) {
      this.#report({
        id: "parameter-repeated",
        message: `Unexpected second value of "${key}"; the last one counts`,
        range,
      });
    }
    if (spec === undefined) this.#keep(key, typedValue(parameter), parameter.valueRange);
    else this.#take(key, spec, parameter);
  }

  #take(name: string, spec: ParameterSpec, parameter: ParameterNode): void {
    const value = convert(parameter, spec);
    if (value === undefined) {
      this.#fail({
        id: "parameter-type",
        message: `Unexpected value "${parameter.value}" of "${name}", expected ${TYPE_NAMES[spec.type]}`,
        range: parameter.valueRange,
      });
    } else if (spec.values !== undefined && !spec.values.includes(value)) {
      this.#fail({
        id: "parameter-value",
        message: `Unexpected value "${parameter.value}" of "${name}", expected ${spec.values.join(", ")}`,
        range: parameter.valueRange,
        suggestion: nearest(parameter.value, spec.values.map(String)),
      });
    } else {
      this.#keep(name, value, parameter.valueRange);
    }
  }

  #keep(name: string, value: ParameterValue, range: Range): void {
    this.#arguments[name] = value;
    this.#ranges.set(name, range);
  }

  #fillIn(): void {
    const missing: string[] = [];
    for (const [name, spec] of Object.entries(this.#definition.parameters)) {
      if (Object.hasOwn(this.#arguments, name)) continue;
      if (spec.required && this.#isValid) missing.push(name);
      if (spec.default !== undefined) this.#arguments[name] = spec.default;
    }
    for (const name of missing) {
      this.#fail({
        id: "parameter-missing",
        message: `Missing parameter "${name}" of "${this.#definition.name}"`,
        range: this.#call.openRange,
      });
    }
  }

  #fail(problem: Problem): void {
    this.#isValid = false;
    this.#report(problem);
  }
}

const TYPE_NAMES = {
  string: "text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
} as const;

const INTEGER = /^[+-]?\d+$/;
const FLOAT = /^[+-]?\d*\.\d+$/;

/** Hugo: only bare values are booleans and numbers. */
function typedValue({ value, style }: ParameterNode): ParameterValue {
  if (style !== "bare") return value;
  if (value === "true" || value === "false") return value === "true";
  return INTEGER.test(value) || FLOAT.test(value) ? Number(value) : value;
}

/** The value as the type asks for; quoted ones by their text, as Go templates compare them. */
function convert({ value }: ParameterNode, { type }: ParameterSpec): ParameterValue | undefined {
  switch (type) {
    case "boolean":
      return value === "true" || value === "false" ? value === "true" : undefined;
    case "integer":
      return INTEGER.test(value) ? Number(value) : undefined;
    case "number":
      return INTEGER.test(value) || FLOAT.test(value) ? Number(value) : undefined;
    default:
      return value;
  }
}
