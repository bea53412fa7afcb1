/** Reads the info strings of code blocks, and tells what is wrong with them. */
import type { Code, Root } from "mdast";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import type { Complaint } from "../messages/found.ts";
import type { Range } from "../text/source.ts";
import { codeLanguage, languageProblem } from "./code-languages.ts";
import { type LineMark, type LineMarks, readNotation } from "./code-notation.ts";
import { eachNode } from "./each-node.ts";
import { type Fence, LINE_OPTIONS, parseFence } from "./fences.ts";
import { report, reportAt, sourceTextOf } from "./report.ts";

declare module "mdast" {
  interface CodeData {
    /** The info string, read. */
    fence?: Fence | undefined;
    /** The block shows what a command printed. */
    output?: boolean | undefined;
  }
}

/** A code block's opening fence and the blanks after it (CommonMark 4.5). */
const OPENING = /^(?:`{3,}|~{3,})[ \t]*/;

/** The step: every code node gets `data.fence`, and marks in comments become options of it. */
export const remarkFences: Plugin<[], Root> = () => (tree, file) => {
  eachNode(tree, (code) => {
    if (code.type !== "code") return;
    const fence = fenceOf(code);
    const info = infoOf(code);
    const complaint = takeNotation(code, fence);
    code.data = { ...code.data, fence: infoOf(code) === info ? fence : parseFence(infoOf(code)) };
    if (complaint !== undefined) report(file, complaint, code);
    tell(fence, info, code, file);
    tellUnclosed(code, file);
  });
};

/**
 * Moves marks in comments to the fence's options, so that the text is the code alone,
 * here and in the page's Markdown. Documents about Markdown show such comments.
 */
function takeNotation(code: Code, fence: Fence): Complaint | undefined {
  if (!(fence.hasNotation ?? codeLanguage(fence.language).grammar !== "markdown")) return undefined;
  const { code: value, marks, complaint } = readNotation(code.value);
  if (marks.size === 0) return complaint;
  const info = infoOf(code);
  const brace = info.indexOf("{");
  code.value = value;
  code.lang = fence.language || "text";
  code.meta = optionsWith(brace < 0 ? "{}" : info.slice(brace).trimEnd(), fence, marks);
  return complaint;
}

/** The options with further lines; of two of one name, the last counts. */
function optionsWith(options: string, fence: Fence, marks: LineMarks): string {
  const added = [...marks].map(([name, lines]) => {
    const all = [...new Set([...linesOf(fence, name), ...lines])].sort((a, b) => a - b);
    return `${name}="${all.join(" ")}"`;
  });
  const inner = options.slice(1, options.lastIndexOf("}"));
  return `{${[inner, ...added].join(" ").trim()}}`;
}

function linesOf(fence: Fence, name: LineMark): ReadonlySet<number> {
  const { highlighted, inserted, deleted, focused } = fence;
  return { hl_lines: highlighted, ins: inserted, del: deleted, focus: focused }[name];
}

/** What a code node's info string says, read now if the step did not. */
export function fenceOf(code: Code): Fence {
  return code.data?.fence ?? parseFence(infoOf(code));
}

function infoOf({ lang, meta }: Code): string {
  return meta ? `${lang ?? ""} ${meta}` : (lang ?? "");
}

function tellUnclosed(code: Code, file: VFile): void {
  const fence = file.data.shortcodes?.openFenceOf(code);
  if (fence === undefined) return;
  const message = `Unexpected end of the text in code, expected a line with ${fence} that ends the block`;
  report(file, { id: "code-unclosed", message }, code, { start: 0, end: fence.length });
}

function tell(fence: Fence, info: string, code: Code, file: VFile): void {
  const { language } = fence;
  const problem = fence.problem ?? beyondProblem(fence, info, code);
  const unknown = languageProblem(language);
  if (unknown === undefined && problem === undefined) return;
  const source = sourceTextOf(file, code)?.split(/\r\n|\n|\r/, 1)[0];
  const field = file.data.shortcodes?.languageOf(code);
  if (unknown !== undefined && field !== undefined) reportAt(file, unknown, field);
  else if (unknown !== undefined) report(file, unknown, code, languageRange(source, language));
  if (problem !== undefined) {
    report(file, problem.complaint, code, optionsRange(source, info, problem.range));
  }
}

/** Lines to mark that the block does not have. */
function beyondProblem(fence: Fence, info: string, code: Code): Fence["problem"] {
  const named = LINE_OPTIONS.filter((name) => linesOf(fence, name).size > 0);
  if (named.length === 0) return undefined;
  const count = code.value.split(/\r\n|\n|\r/).length;
  for (const name of named) {
    const beyond = [...linesOf(fence, name)].find((line) => line > count || line < 1);
    const found = new RegExp(String.raw`\b${name}\s*=\s*(?:"[^"]*"|\[[^\]]*\]|[^\s,}]+)`, "i").exec(
      info,
    );
    if (beyond === undefined || found === null) continue;
    const message = `Unexpected line ${beyond} in ${name}, expected one from 1 to ${count}`;
    const range = { start: found.index, end: found.index + found[0].length };
    return { complaint: { id: "code-lines", message }, range };
  }
  return undefined;
}

function languageRange(source: string | undefined, language: string): Range | undefined {
  const opening = OPENING.exec(source ?? "")?.[0].length ?? -1;
  return opening < 0 || !source?.startsWith(language, opening)
    ? firstLine(source)
    : { start: opening, end: opening + language.length };
}

/** A range of the info string as one of the node's source; blanks may differ before the brace. */
function optionsRange(
  source: string | undefined,
  info: string,
  { start, end }: Range,
): Range | undefined {
  const brace = info.indexOf("{");
  const shift = (source?.indexOf("{") ?? -1) - brace;
  const isSame = source?.trimEnd().slice(brace + shift) === info.slice(brace).trimEnd();
  return isSame && brace >= 0 ? { start: start + shift, end: end + shift } : firstLine(source);
}

function firstLine(source: string | undefined): Range | undefined {
  return source === undefined ? undefined : { start: 0, end: source.length };
}
