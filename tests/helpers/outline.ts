/** Parsed shortcodes and what was wrong with them, as lines that tests can compare. */
import { parse, type SyntaxFinding } from "../../src/shortcodes/parse.ts";
import type { BodyRule, CallNode, Template, TemplateNode } from "../../src/shortcodes/types.ts";
import { MappedText } from "../../src/text/mapped.ts";
import { type Range, Source } from "../../src/text/source.ts";

export interface Parsed {
  readonly tree: readonly string[];
  readonly findings: readonly string[];
}

const RULES: Readonly<Record<string, BodyRule>> = {
  box: "required",
  note: "required",
  maybe: "optional",
  leaf: "none",
};

/** A few shortcodes: `box` and `note` need a body, `maybe` may have one, `leaf` has none. */
export function testBodyOf(name: string): BodyRule | undefined {
  return RULES[name.toLowerCase()];
}

/** Parses a text; findings stand as `line:column-line:column: message [id]`. */
export function parsed(text: string): Parsed {
  const source = new Source("page.md", text);
  const findings: string[] = [];
  const template = parse(MappedText.of(source), testBodyOf, (finding) => {
    findings.push(findingLine(source, finding));
  });
  return { tree: outline(text, template), findings };
}

/** A finding with its range as lines and columns. */
export function findingLine(source: Source, finding: SyntaxFinding): string {
  const { id, message, range, suggestion } = finding;
  const [start, end] = [source.placeAt(range.start), source.placeAt(range.end)];
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  const hint = suggestion === undefined ? "" : ` (${suggestion})`;
  return `${place}: ${message}${hint} [${id}]`;
}

/** One line a node, bodies indented. */
export function outline(text: string, template: Template): string[] {
  return template.nodes.flatMap((node) => nodeLines(text, node));
}

function nodeLines(text: string, node: TemplateNode): string[] {
  if (node.type === "text") {
    const { start, end } = node.range;
    return [`${shown(node.range)} text ${JSON.stringify(text.slice(start, end))}`];
  }
  if (node.type === "literal") {
    return [`${shown(node.range)} literal ${JSON.stringify(node.value)}`];
  }
  const body = node.body === undefined ? [] : outline(text, node.body);
  return [callLine(node), ...body.map((line) => `  ${line}`)];
}

function callLine(node: CallNode): string {
  const parameters = node.parameters.map(({ key, value, style, valueRange }) => {
    const name = key === undefined ? "" : `${key}=`;
    return ` ${name}${JSON.stringify(value)} ${style} ${shown(valueRange)}`;
  });
  const tags = [node.openRange, ...(node.closeRange === undefined ? [] : [node.closeRange])];
  const marks = [node.selfClosing ? " self-closing" : "", node.isBroken ? " broken" : ""].join("");
  const where = tags.map(shown).join(" ");
  return `${shown(node.range)} ${node.delimiter}${node.name}${parameters.join("")} [${where}]${marks}`;
}

function shown({ start, end }: Range): string {
  return `${start}-${end}`;
}
