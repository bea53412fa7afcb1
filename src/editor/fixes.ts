/**
 * What can be done about diagnostics: the right name in place of the wrong one, a comment that
 * excuses it, and all that `check --fix` would mend in the file.
 */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic as LspDiagnostic,
  type TextEdit,
} from "vscode-languageserver/node";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { editsByFile } from "../messages/edits.ts";
import { excuseEdit } from "../project/excuse-edit.ts";
import type { Source } from "../text/source.ts";
import { positionAt, rangeOf } from "./places.ts";
import { replacementOf } from "./replacements.ts";

/** Kinds that the server has; the last one is asked for when a file is saved, by who wants that. */
export const ACTION_KINDS = [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.waymark`];

/** The actions at a place. `known`: what the editor was told of the file, with its text `source`. */
export function actionsOf(
  { textDocument: { uri }, context, range }: CodeActionParams,
  source: Source,
  known: readonly Diagnostic[],
): CodeAction[] {
  const isAsked = (kind: string): boolean =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (isAsked(CodeActionKind.QuickFix))
    for (const shown of context.diagnostics)
      for (const diagnostic of known.filter((each) => isThat(shown, each)))
        actions.push(...fixesOf(uri, source, diagnostic, shown));
  const all = isAsked(ACTION_KINDS[1] ?? "") ? fixAll(uri, source, known) : undefined;
  // In a menu at a place it stands for what is there; else it would be everywhere.
  const isWanted =
    context.only !== undefined ||
    known.some(
      (each) => replacementOf(each)?.isSafe === true && overlaps(rangeOf(source, each.span), range),
    );
  return all !== undefined && isWanted ? [...actions, all] : actions;
}

function isThat(shown: LspDiagnostic, { id }: Diagnostic): boolean {
  return shown.source === "waymark" && shown.code === id;
}

type Place = LspDiagnostic["range"];

function overlaps(a: Place, b: Place): boolean {
  return a.start.line <= b.end.line && b.start.line <= a.end.line;
}

function fixesOf(
  uri: string,
  source: Source,
  diagnostic: Diagnostic,
  shown: LspDiagnostic,
): CodeAction[] {
  const own = rangeOf(source, diagnostic.span);
  if (JSON.stringify(own) !== JSON.stringify(shown.range)) return [];
  const action = (title: string, edit: TextEdit, isPreferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown],
    edit: { changes: { [uri]: [edit] } },
    ...(isPreferred ? { isPreferred } : {}),
  });
  const actions: CodeAction[] = [];
  const replacement = replacementOf(diagnostic);
  if (replacement !== undefined) {
    const { range, text } = replacement;
    const edit = { range: rangeOf(source, range), newText: text };
    actions.push(action(`Replace with "${text}"`, edit, true));
  }
  const excuse = excuseEdit(source, diagnostic.span, diagnostic.id);
  if (excuse !== undefined) {
    const at = positionAt(source, excuse.offset);
    const edit = { range: { start: at, end: at }, newText: excuse.text };
    actions.push(action(`Excuse ${diagnostic.id} here`, edit, false));
  }
  return actions;
}

/** One action for all safe fixes of the file; undefined if there is none. */
function fixAll(uri: string, source: Source, known: readonly Diagnostic[]): CodeAction | undefined {
  const edits = editsByFile(known)
    .flatMap((file) => file.edits)
    .map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }));
  if (edits.length === 0) return undefined;
  const title =
    edits.length === 1 ? "Mend what is safe here" : `Mend all ${edits.length} safe places`;
  return { title, kind: ACTION_KINDS[1] ?? "", edit: { changes: { [uri]: edits } } };
}
