/** Another name for what stands at a place: an entry of data, or the id of a heading. */
import type { Range as Place, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { Use } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import { anchorEdits, type FileEdit, idRange, whyNot } from "./anchor-rename.ts";
import { type AnchorAt, anchorAt } from "./anchors-at.ts";
import { holds } from "./call-at.ts";
import type { Asked } from "./document.ts";
import { entryEdits, entryNameAt } from "./entry-rename.ts";
import { rangeOf, uriOf } from "./places.ts";
import { refused } from "./refused.ts";

const NOTHING =
  'Only names of entries and ids of headings can be renamed: put the cursor into one, or into a link\'s "#id".';

/** What would be renamed at the asked place. Where there is nothing, it is refused with the reason. */
export function renamedAt(
  asked: Asked,
  pages: readonly Page[],
): { range: Place; placeholder: string } {
  const entry = entryNameAt(asked);
  if (entry !== undefined)
    return { range: rangeOf(asked.source, entry.range), placeholder: entry.name };
  const { anchor, named } = anchorOrReason(asked, pages);
  const reason = whyNot(asked.project, anchor);
  if (reason !== undefined) throw refused(reason);
  const own = idRange(anchor);
  const isInOwn = own !== undefined && anchor.source.path === asked.source.path;
  const range = isInOwn && holds(own, asked.offset) ? own : named;
  return { range: rangeOf(asked.source, range), placeholder: anchor.id };
}

/** The edits of all files. `pages`: those that show the asked file; `uses`: those of all texts. */
export async function renameEdits(
  asked: Asked,
  newName: string,
  pages: readonly Page[],
  uses: () => Promise<readonly Use[]>,
): Promise<WorkspaceEdit> {
  const entry = entryNameAt(asked);
  if (entry !== undefined)
    return changesOf(asked.root, entryEdits(asked, entry, newName, await uses()));
  const { anchor } = anchorOrReason(asked, pages);
  const edits = await anchorEdits(asked.project, anchor, newName, asked.source);
  return changesOf(asked.root, edits);
}

function anchorOrReason(asked: Asked, pages: readonly Page[]): AnchorAt {
  const found = asked.fields === undefined ? anchorAt(asked, pages) : undefined;
  if (found === undefined) throw refused(NOTHING);
  return found;
}

function changesOf(root: string, edits: readonly FileEdit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { source, range, text } of edits) {
    const uri = uriOf(root, source.path);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(source, range), newText: text }];
  }
  return { changes };
}
