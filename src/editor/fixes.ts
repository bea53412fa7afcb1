/** Quick fixes: the nearest right name in place of the wrong one. */
import { type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageserver/node";
import type { Fix } from "./diagnostics.ts";

/** One fix for each diagnostic at the place that knows a better name. */
export function fixesOf({ textDocument, context }: CodeActionParams): CodeAction[] {
  return context.diagnostics.flatMap((diagnostic): CodeAction[] => {
    const { data, range } = diagnostic;
    if (!isFix(data)) return [];
    const edit = { changes: { [textDocument.uri]: [{ range, newText: data.replacement }] } };
    const title = `Replace with "${data.replacement}"`;
    return [
      { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit, isPreferred: true },
    ];
  });
}

function isFix(data: unknown): data is Fix {
  return (
    typeof data === "object" &&
    data !== null &&
    "replacement" in data &&
    typeof data.replacement === "string"
  );
}
