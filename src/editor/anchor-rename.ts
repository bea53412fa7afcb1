/** Another id for a heading: where it is written, or behind its text, and in all links to it. */
import { headingId } from "../markdown/heading-ids.ts";
import { headingText } from "../markdown/heading-text.ts";
import type { Project } from "../project/project.ts";
import type { Range, Source } from "../text/source.ts";
import { linksTo } from "./anchor-links.ts";
import { type Anchor, anchorsOf, isSame } from "./anchors-at.ts";
import { refused } from "./refused.ts";

/** A text that takes the place of a range. */
export interface FileEdit {
  readonly source: Source;
  readonly range: Range;
  readonly text: string;
}

/** Why an id cannot be changed; undefined if it can. */
export function whyNot(project: Project, anchor: Anchor): string | undefined {
  const { id, node, source, range } = anchor;
  const { line } = source.placeAt(range.start);
  const place = `${source.path}, line ${line}`;
  if (ownEdit(anchor, id) === undefined)
    return node.type === "heading"
      ? `The heading in ${place} stands there in a form that cannot be changed from here.`
      : `The id "${id}" is not written in the text: it is made of what stands in ${place}.`;
  if (isWritten(anchor) || node.type !== "heading") return undefined;
  const text = headingText(node);
  const twin = anchorsOf(project, anchor.page, source).find(
    (other) =>
      other.node.type === "heading" &&
      !isSame(other, anchor) &&
      headingId(headingText(other.node)) === headingId(text),
  );
  return twin === undefined
    ? undefined
    : `Another heading of the page has the text "${text}" too, and its id would change: give both an id of their own first.`;
}

/** The edits of all files. Refused are names that cannot be ids, or are taken, with the reason. */
export async function anchorEdits(
  project: Project,
  anchor: Anchor,
  newId: string,
  current: Source,
): Promise<FileEdit[]> {
  const reason = whyNot(project, anchor);
  if (reason !== undefined) throw refused(reason);
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:-]*$/u.test(newId))
    throw refused(`Unexpected id "${newId}", expected letters, digits and hyphens.`);
  const taken = anchorsOf(project, anchor.page, current).some(({ id }) => id === newId);
  if (taken && newId !== anchor.id)
    throw refused(`Unexpected id "${newId}", which something on the page has already.`);
  const own = ownEdit(anchor, newId);
  const links = await linksTo(project, anchor, current);
  const edits = links.flatMap(({ source, fragment }) =>
    fragment === undefined ? [] : [{ source, range: fragment, text: newId }],
  );
  const madeUp = links.find(
    ({ source, range, fragment }) =>
      fragment === undefined && !edits.some((edit) => isWithin(edit, source, range)),
  );
  if (madeUp !== undefined) {
    const { source, range } = madeUp;
    const { line } = source.placeAt(range.start);
    throw refused(
      `The link in ${source.path}, line ${line}, leads to "#${anchor.id}" without saying so: change it by hand first.`,
    );
  }
  return own === undefined ? [] : [own, ...edits];
}

function isWithin({ source, range }: FileEdit, other: Source, { start, end }: Range): boolean {
  return source.path === other.path && start <= range.start && range.end <= end;
}

/** Where the id is written, of a heading or a tag. */
export function idRange({ id, source, range }: Anchor): Range | undefined {
  const text = source.text.slice(range.start, range.end);
  const name = id.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const found = new RegExp(
    `(?<=[{\\s]#|\\s(?:id|name)=["']?|\\{id=["']?)${name}(?=["'\\s,}>/]|$)`,
  ).exec(text);
  if (found === null) return undefined;
  const start = range.start + found.index;
  return { start, end: start + id.length };
}

function isWritten(anchor: Anchor): boolean {
  return idRange(anchor) !== undefined;
}

/** The edit where the id stands; a heading that has none of its own gets one behind its text. */
function ownEdit(anchor: Anchor, newId: string): FileEdit | undefined {
  const { node, source, range } = anchor;
  const written = idRange(anchor);
  if (written !== undefined) return { source, range: written, text: newId };
  if (node.type !== "heading") return undefined;
  const text = source.text.slice(range.start, range.end);
  // A heading that another line underlines ends before that line.
  const own = /^(.*)\r?\n[ \t]*(?:=+|-+)[ \t]*$/.exec(text)?.[1] ?? text;
  const first = own.trimEnd();
  if (first === "" || /[\r\n]/.test(first)) return undefined;
  const end = range.start + first.length;
  const attributes = /(?<!\\)\{[^{}]*\}$/.exec(first);
  if (attributes !== null && /^\{\s*[.\w]/.test(attributes[0])) {
    const at = range.start + attributes.index + 1;
    return { source, range: { start: at, end: at }, text: `#${newId} ` };
  }
  return { source, range: { start: end, end }, text: ` {#${newId}}` };
}
