/** What is said of the name under the pointer: its documentation, and the source that it shows. */
import { type Hover, MarkupKind } from "vscode-languageserver/node";
import type { ParameterSpec, ShortcodeDefinition } from "../shortcodes/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { Range, Source } from "../text/source.ts";
import { anchorsOf } from "./anchors-at.ts";
import { type CallInText, callAt, holds } from "./call-at.ts";
import { namedAt } from "./definition.ts";
import type { Asked } from "./document.ts";
import { aboutField } from "./field-hover.ts";
import { entryTextOf } from "./field-place.ts";
import { rangeOf, uriOf } from "./places.ts";
import type { Target } from "./targets.ts";

/** Lines of a source that are shown. */
const MAX_LINES = 40;

/** What stands at the asked place, in Markdown. */
export function hoverAt(asked: Asked): Hover | undefined {
  const { calls, offset, source, root } = asked;
  const fields = asked.fields ?? entryTextOf(source);
  const field = fields && aboutField(asked, fields);
  if (field !== undefined)
    return {
      contents: { kind: MarkupKind.Markdown, value: field.text },
      range: rangeOf(source, field.range),
    };
  const call = callAt(calls, offset);
  const named = namedAt(asked);
  const shown = named && sourceOf(root, named.target);
  const about = call && aboutCall(call, offset);
  const heading = call === undefined && named === undefined ? aboutHeading(asked) : undefined;
  const parts = [about?.text, shown, heading?.text].filter((text) => text !== undefined);
  const range = about?.range ?? named?.range ?? heading?.range;
  if (parts.length === 0 || range === undefined) return undefined;
  const value = parts.join("\n\n---\n\n");
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(source, range) };
}

/** The id of a heading, and the address that leads there. */
function aboutHeading(asked: Asked): { text: string; range: Range } | undefined {
  const { offset, project, source } = asked;
  for (const page of asked.shownOn)
    for (const { id, range, node, source: place } of anchorsOf(project, page, source)) {
      const isHere = place.path === source.path && holds(range, offset);
      if (isHere && node.type === "heading")
        return { text: `\`#${id}\`\n\n\`${page.url}#${id}\``, range };
    }
  return undefined;
}

function aboutCall(call: CallInText, offset: number): { text: string; range: Range } | undefined {
  const { definition } = call;
  if (definition === undefined) return undefined;
  const parameter = call.parameters.find(({ range }) => holds(range, offset));
  if (parameter === undefined) return { text: signatureOf(definition), range: call.openRange };
  const { name, spec, range } = parameter;
  if (name === undefined || spec === undefined) return undefined;
  return { text: `\`${name}\` (${typeOf(spec)}): ${spec.doc}`, range };
}

/** A shortcode's documentation with its parameters. */
export function signatureOf({
  doc,
  parameters,
  body,
  openParameters,
}: ShortcodeDefinition): string {
  const rows = Object.entries(parameters).map(
    ([name, spec]) => `- \`${name}\` (${typeOf(spec)}): ${spec.doc}`,
  );
  if (openParameters === true) rows.push("- parameters of any name");
  const bodies = { none: "", optional: "A body may follow.", required: "It encloses a body." };
  return [doc, bodies[body], rows.join("\n")].filter((part) => part !== "").join("\n\n");
}

function typeOf({ type, values, required, default: fallback }: ParameterSpec): string {
  const kind = values?.map((value) => `\`${value}\``).join(", ") ?? type;
  if (required === true) return `${kind}, required`;
  return fallback === undefined ? kind : `${kind}, \`${fallback}\` by default`;
}

/** A target's place as a link, and its text: an entry as it stands in its file, a page in a word. */
function sourceOf(root: string, { source, range, page, heading }: Target): string {
  const { line } = source.placeAt(range.start);
  const place = range.start === 0 ? source.path : `${source.path}:${line}`;
  const link = `[${place}](${uriOf(root, source.path)}#L${line})`;
  if (page !== undefined) {
    const { description } = page.frontMatter;
    return [link, `**${[page.title, heading].filter(Boolean).join(" › ")}**`, description]
      .filter(Boolean)
      .join("\n\n");
  }
  const text = excerptOf(source, range);
  return text === "" ? link : `${link}\n\n${fenced(text, source.path)}`;
}

/** The lines of a range, all as far to the left as the first one allows. */
function excerptOf(source: Source, { start, end }: Range): string {
  const from = start === 0 ? splitFrontMatter(source).bodyStart : source.lineAt(start).start;
  const lines = source.text
    .slice(from, end)
    .trimEnd()
    .split(/\r\n|\r|\n/);
  const indent = /^ */.exec(lines[0] ?? "")?.[0] ?? "";
  const shown = lines
    .slice(0, MAX_LINES)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return [...shown, ...(lines.length > MAX_LINES ? ["…"] : [])].join("\n").trim();
}

function fenced(text: string, path: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const language = /\.ya?ml$/.test(path) ? "yaml" : (/\.(\w+)$/.exec(path)?.[1] ?? "");
  return `${fence}${language}\n${text}\n${fence}`;
}
