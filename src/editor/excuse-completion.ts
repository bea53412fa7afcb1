/** The ids of diagnostics in a comment that excuses some. */
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver/node";
import { formatOfPath } from "../data/parse.ts";
import { diagnosticIds, isDiagnosticId } from "../messages/catalog.ts";
import type { Asked } from "./document.ts";
import { offerItem, wordInFile } from "./offers.ts";

/** A comment of Markdown, or one of YAML and TOML, up to an id that is being written. */
const COMMENT =
  /(<!--\s*|#[ \t]*)waymark-ignore(?:-start|-end)?[ \t]+((?:[\w-]+[, \t]+)*)([\w-]*)$/;

/** What is offered where the cursor stands behind the word of such a comment, before its colon. */
export function excuseItems(asked: Asked): CompletionItem[] {
  const { source, offset, fields } = asked;
  const line = source.text.slice(source.lineAt(offset).start, offset);
  const [, mark = "", before = "", typed] = COMMENT.exec(line) ?? [];
  if (typed === undefined) return [];
  const mayHash = fields !== undefined || formatOfPath(source.path) !== undefined;
  if (mark.startsWith("#") && !mayHash) return [];
  const given = new Set<string>(before.split(/[, \t]+/).filter(isDiagnosticId));
  const range = wordInFile(asked, offset - typed.length, /^[\w-]*/);
  return diagnosticIds()
    .filter((id) => !given.has(id))
    .map((name) => offerItem({ name }, range, name, CompletionItemKind.Constant));
}
