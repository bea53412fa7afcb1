/** The excuses of one file: what each covers, and what is wrong with it. */

import { diagnosticIds, isDiagnosticId } from "../messages/catalog.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { coveredBy } from "../text/excuse-blocks.ts";
import {
  EXCUSE_WORD,
  type ExcuseComment,
  type ExcuseId,
  hashExcuses,
  htmlExcuses,
} from "../text/excuse-comments.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { type Line, linesOf } from "../text/lines.ts";
import { nearest } from "../text/nearest.ts";
import type { Range, Source } from "../text/source.ts";

/** One id that a comment excuses within a range. */
export interface Excuse {
  readonly id: ExcuseId;
  readonly covers: Range;
}

export interface FileExcuses {
  readonly excuses: readonly Excuse[];
  readonly problems: readonly Finding[];
}

const NONE: FileExcuses = { excuses: [], problems: [] };

/** The excuses of a page, a partial, a Markdown text or a data file. */
export function excusesOf(source: Source): FileExcuses {
  if (!source.text.includes(EXCUSE_WORD)) return NONE;
  const lines = linesOf(source.text);
  const comments = commentsOf(source, lines).sort((a, b) => a.range.start - b.range.start);
  const excuses: Excuse[] = [];
  const problems: Finding[] = [];
  const open: ExcuseComment[] = [];
  for (const comment of comments) {
    if (comment.kind === "other") {
      problems.push(unknownWord(comment, source));
      continue;
    }
    problems.push(...problemsOf(comment, source));
    if (comment.kind === "start") open.push(comment);
    else if (comment.kind === "next") {
      const covers = coveredBy(comment, source.text, lines);
      excuses.push(...known(comment).map((id) => ({ id, covers })));
    } else {
      const at = open.findLastIndex((start) => namesOf(start) === namesOf(comment));
      const [start] = at < 0 ? [] : open.splice(at, 1);
      if (start === undefined) problems.push(unpaired(comment, source));
      else excuses.push(...between(start, comment.range.end));
    }
  }
  for (const start of open) {
    problems.push(unpaired(start, source));
    excuses.push(...between(start, source.text.length));
  }
  return { excuses, problems };
}

function commentsOf(source: Source, lines: readonly Line[]): ExcuseComment[] {
  const { text, path } = source;
  if (/\.(?:ya?ml|toml)$/i.test(path)) {
    return [...htmlExcuses(text), ...hashExcuses(text, lines, textLines(text, lines))];
  }
  const { range, format, bodyStart } = splitFrontMatter(source);
  const html = htmlExcuses(text).filter((comment) => comment.range.start >= bodyStart);
  if (format !== "yaml" && format !== "toml") return html;
  const matter = linesOf(text.slice(0, range.end));
  const hash = hashExcuses(text.slice(0, range.end), matter, textLines(text, matter));
  return [...hash, ...html];
}

/** Which lines of YAML belong to block scalars (YAML 8.1): a `#` there is text. */
function textLines(text: string, lines: readonly Line[]): boolean[] {
  let block: number | undefined;
  return lines.map(({ start, end }) => {
    const line = text.slice(start, end);
    const indent = line.search(/[^ ]/);
    if (block !== undefined && (line.trim() === "" || indent > block)) return true;
    block = /(?:^|[:\-\s])[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(line) ? indent : undefined;
    // `- key: |` stands deeper than its hyphen.
    if (block !== undefined) block += /^(?:-[ \t]+)*/.exec(line.slice(indent))?.[0].length ?? 0;
    return false;
  });
}

function between(start: ExcuseComment, end: number): Excuse[] {
  return known(start).map((id) => ({ id, covers: { start: start.range.start, end } }));
}

function known({ ids }: ExcuseComment): ExcuseId[] {
  return ids.filter(({ id }) => isDiagnosticId(id));
}

function namesOf({ ids }: ExcuseComment): string {
  return ids.map(({ id }) => id).join(" ");
}

function problemsOf(comment: ExcuseComment, source: Source): Finding[] {
  const { ids, reason, range, kind } = comment;
  const unknown = ids
    .filter(({ id }) => !isDiagnosticId(id))
    .map(({ id, start, end }): Finding => {
      const message = `Unexpected id "${id}" in an excuse, expected that of a diagnostic`;
      const suggestion = nearest(id, diagnosticIds());
      return { id: "excuse-unknown", message, suggestion, span: { source, start, end } };
    });
  if (ids.length === 0) {
    const message = "Unexpected excuse without an id, expected those of diagnostics";
    return [{ id: "excuse-unknown", message, span: { source, ...range } }];
  }
  if (reason !== "" || kind === "end") return unknown;
  const message = `Unexpected excuse of "${namesOf(comment)}" without a reason, expected one after a colon`;
  return [...unknown, { id: "excuse-reason", message, span: { source, ...range } }];
}

function unknownWord({ word, range }: ExcuseComment, source: Source): Finding {
  const message = `Unexpected "${word}", expected ${EXCUSE_WORD} before a line or block, or ${EXCUSE_WORD}-start and ${EXCUSE_WORD}-end around it`;
  const start = range.start + source.text.slice(range.start, range.end).indexOf(word);
  return { id: "excuse-unknown", message, span: { source, start, end: start + word.length } };
}

function unpaired(comment: ExcuseComment, source: Source): Finding {
  const [found, other] = comment.kind === "start" ? ["start", "end"] : ["end", "start"];
  const message = `Unexpected waymark-ignore-${found} of "${namesOf(comment)}", expected a waymark-ignore-${other} with the same ids`;
  return { id: "excuse-unpaired", message, span: { source, ...comment.range } };
}
