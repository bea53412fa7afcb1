/** The shortcode call at an offset of a text, by the parser of the build. */
import { parse } from "../shortcodes/parse.ts";
import type {
  CallNode,
  Host,
  ParameterNode,
  ParameterSpec,
  ShortcodeDefinition,
  TemplateNode,
} from "../shortcodes/types.ts";
import type { MappedText } from "../text/mapped.ts";
import type { Range } from "../text/source.ts";

/** A call, with offsets of the whole file. */
export interface CallInText {
  readonly name: string;
  readonly nameRange: Range;
  readonly openRange: Range;
  readonly closeRange: Range | undefined;
  readonly parameters: readonly CallParameter[];
  readonly definition: ShortcodeDefinition | undefined;
}

export interface CallParameter {
  /** Its name, also where the call gives it by position; undefined for one that is not known. */
  readonly name: string | undefined;
  readonly spec: ParameterSpec | undefined;
  readonly value: string;
  readonly range: Range;
  readonly valueRange: Range;
}

/** All calls of a text, outer ones before those in their bodies. */
export function callsOf(text: MappedText, host: Host): CallInText[] {
  const { nodes } = parse(
    text,
    (name) => host.definition(name)?.body,
    () => {},
  );
  const moved = ({ start, end }: Range): Range => text.spanAt(start, end);
  const calls: CallInText[] = [];
  const walk = (node: TemplateNode): void => {
    if (node.type !== "call") return;
    calls.push(toCall(node, host.definition(node.name), moved));
    for (const child of node.body?.nodes ?? []) walk(child);
  };
  for (const node of nodes) walk(node);
  return calls;
}

function toCall(
  node: CallNode,
  definition: ShortcodeDefinition | undefined,
  moved: (range: Range) => Range,
): CallInText {
  const isPositional = ({ key }: ParameterNode): boolean => key === undefined;
  const positional = node.parameters.filter(isPositional);
  const specs = Object.entries(definition?.parameters ?? {});
  const parameters = node.parameters.map((parameter): CallParameter => {
    const index = positional.indexOf(parameter);
    const found = specs.find(([name, { position }]) =>
      parameter.key === undefined ? position === index : name === parameter.key,
    );
    return {
      name: found?.[0] ?? parameter.key,
      spec: found?.[1],
      value: parameter.value,
      range: moved(parameter.range),
      valueRange: moved(parameter.valueRange),
    };
  });
  return {
    name: node.name,
    nameRange: moved(node.nameRange),
    openRange: moved(node.openRange),
    closeRange: node.closeRange && moved(node.closeRange),
    parameters,
    definition,
  };
}

/** The call whose opening or closing tag holds an offset. */
export function callAt(calls: readonly CallInText[], offset: number): CallInText | undefined {
  return calls.find(({ openRange, closeRange }) =>
    [openRange, closeRange].some((range) => range !== undefined && holds(range, offset)),
  );
}

/** Whether a range holds an offset; its end counts, where a cursor can stand after it. */
export function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
