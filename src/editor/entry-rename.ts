/** Another name for an entry: where it is written, and in all calls that ask for it. */
import { pairOf } from "../data/node.ts";
import { formatOfPath, parseDataFile } from "../data/parse.ts";
import type { DataNode } from "../data/types.ts";
import type { Use } from "../shortcodes/types.ts";
import type { Range, Source } from "../text/source.ts";
import type { FileEdit } from "./anchor-rename.ts";
import { callAt, callsOf, holds } from "./call-at.ts";
import type { Asked } from "./document.ts";
import { refused } from "./refused.ts";
import { textsOf } from "./texts.ts";
import { writtenIn } from "./value-completion.ts";

/** A name that can be changed. */
export interface EntryName {
  /** Below data/, as calls have it. */
  readonly file: string;
  readonly name: string;
  /** Where it stands at the asked place. */
  readonly range: Range;
}

/**
 * The edits of all files. `uses`: those of all pages. Refused are names that the file has, and
 * those that no entry can have, with the reason.
 */
export function entryEdits(
  asked: Asked,
  { file, name }: EntryName,
  newName: string,
  uses: readonly Use[],
): FileEdit[] {
  const { project } = asked;
  const entry = project.data.entry(file, name);
  if (!entry.ok) return [];
  if (!/^[^\s\p{C}`][^\p{C}`]*$/u.test(newName) || newName.endsWith(" "))
    throw refused(`Unexpected name "${newName}", expected one for an entry.`);
  if (newName !== name && project.data.entry(file, newName).ok)
    throw refused(`Unexpected name "${newName}", which an entry of the file has already.`);
  const { source, range } = entry.value.entry;
  const own = nameRangeIn(source, range, name);
  if (own === undefined)
    throw refused(`The name stands in ${source.path} in a form that cannot be changed from here.`);
  const text = inData(source.text.slice(own.start, own.end), newName);
  const { target } = entry.value;
  const spans = uses.flatMap((use) =>
    use.kind === "entry" && use.target === target ? [use.span] : [],
  );
  const distinct = new Map(spans.map((span) => [`${span.source.path}:${span.start}`, span]));
  const edits = [...distinct.values()].flatMap((span) => callEdits(asked, span, name, newName));
  return [{ source, range: own, text }, ...edits];
}

/** The edits of a call that asks for the old name. */
function callEdits(
  { host }: Asked,
  { source, start }: Use["span"],
  oldName: string,
  newName: string,
): FileEdit[] {
  return textsOf(source).flatMap(({ text, written }) => {
    const call = callsOf(text, host).find(({ openRange }) => openRange.start === start);
    const parameter = call?.parameters.find(({ spec }) => spec?.names === "entry");
    if (parameter === undefined || parameter.value !== oldName) return [];
    const before = source.text[parameter.valueRange.start - 1] ?? "";
    const name = writtenIn(/["`]/.test(before) ? before : "", newName, true);
    return name === undefined ? [] : [{ source, range: parameter.valueRange, text: written(name) }];
  });
}

/** The entry's name under the cursor: in a call, or where the entry is written. */
export function entryNameAt({ project, source, offset, calls }: Asked): EntryName | undefined {
  const call = callAt(calls, offset);
  if (call !== undefined) {
    const parameter = call.parameters.find(({ range }) => holds(range, offset));
    const file = call.parameters.find(({ spec }) => spec?.names === "data")?.value;
    if (parameter?.spec?.names !== "entry" || file === undefined) return undefined;
    if (!project.data.entry(file, parameter.value).ok) return undefined;
    return { file, name: parameter.value, range: parameter.valueRange };
  }
  const file = source.path.replace(/^data\//, "");
  for (const name of project.data.entryNames(file)) {
    const found = project.data.entry(file, name);
    if (!found.ok || found.value.entry.source.path !== source.path) continue;
    const range = nameRangeIn(source, found.value.entry.range, name);
    if (range !== undefined && holds(range, offset)) return { file, name, range };
  }
  return undefined;
}

/** Where an entry's name is written on one line, with its quotes; undefined where it is not. */
function nameRangeIn(source: Source, entry: Range, name: string): Range | undefined {
  const format = formatOfPath(source.path);
  if (format === undefined || format === "toml") return undefined;
  const { value } = parseDataFile(source, format);
  const range = value && nameIn(value, entry);
  const text = range && source.text.slice(range.start, range.end);
  // A block's text, or a name that an alias brings in, stands elsewhere or over several lines.
  return text === name || (text !== undefined && /^(["']).*\1$/.test(text)) ? range : undefined;
}

function nameIn(node: DataNode, { start, end }: Range): Range | undefined {
  if (node.kind === "map" && node.range.start === start && node.range.end === end)
    return pairOf(node, "name")?.value.range;
  const inner = node.kind === "list" ? node.items : [];
  for (const item of inner) {
    const found = nameIn(item, { start, end });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name as data has it, with the quotes of the old one where it has some. */
function inData(old: string, name: string): string {
  if (old.startsWith("'")) return `'${name.replaceAll("'", "''")}'`;
  const isPlain = /^\p{L}[\p{L}\p{N}\p{M} _-]*$/u.test(name);
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);
  return old.startsWith('"') || !isPlain || isWord ? JSON.stringify(name) : name;
}
