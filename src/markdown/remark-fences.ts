/** Reads the info strings of code blocks, and tells what is wrong with them. */
import type { Code, Root } from "mdast";
import type { Plugin } from "unified";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import type { Range } from "../text/source.ts";
import { languageProblem } from "./code-languages.ts";
import { type Fence, parseFence } from "./fences.ts";
import { report, sourceTextOf } from "./report.ts";

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

/** The step: every code node gets `data.fence`. */
export const remarkFences: Plugin<[], Root> = () => (tree, file) => {
  visit(tree, "code", (code) => {
    const fence = fenceOf(code);
    code.data = { ...code.data, fence };
    tell(fence, code, file);
  });
};

/** What a code node's info string says, read now if the step did not. */
export function fenceOf(code: Code): Fence {
  return code.data?.fence ?? parseFence(infoOf(code));
}

function infoOf({ lang, meta }: Code): string {
  return meta ? `${lang ?? ""} ${meta}` : (lang ?? "");
}

function tell(fence: Fence, code: Code, file: VFile): void {
  const { language } = fence;
  const problem = fence.problem ?? beyondProblem(fence, code);
  const unknown = languageProblem(language);
  if (unknown === undefined && problem === undefined) return;
  const source = sourceTextOf(file, code)?.split(/\r\n|\n|\r/, 1)[0];
  if (unknown !== undefined) report(file, unknown, code, languageRange(source, language));
  if (problem !== undefined) {
    report(file, problem.complaint, code, optionsRange(source, infoOf(code), problem.range));
  }
}

const MARKED_LINES = /\bhl_lines\s*=\s*(?:"[^"]*"|\[[^\]]*\]|[^\s,}]+)/i;

/** Lines to mark that the block does not have. */
function beyondProblem({ highlighted }: Fence, code: Code): Fence["problem"] {
  const count = code.value.split(/\r\n|\n|\r/).length;
  const beyond = [...highlighted].find((line) => line > count || line < 1);
  const found = MARKED_LINES.exec(infoOf(code));
  if (beyond === undefined || found === null) return undefined;
  const message = `Unexpected line ${beyond} in hl_lines, expected one from 1 to ${count}`;
  const range = { start: found.index, end: found.index + found[0].length };
  return { complaint: { id: "code-lines", message }, range };
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
