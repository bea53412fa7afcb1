/** Where nodes come from, and complaints about them, for the steps of the pipeline. */
import type { Nodes } from "mdast";
import type { VFile } from "vfile";
import { levelOf } from "../messages/catalog.ts";
import type { Complaint } from "../shortcodes/types.ts";
import { chainOf, type MappedSpan } from "../text/mapped.ts";
import { type Range, Source } from "../text/source.ts";

/**
 * The file range that a node was read from. Undefined for nodes that were made,
 * not read. Without shortcodes the file itself is the source.
 */
export function spanOf(file: VFile, node: Nodes): MappedSpan | undefined {
  const { shortcodes } = file.data;
  if (shortcodes !== undefined) return shortcodes.origin(node);
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  return { source: documentOf(file), start, end, frame: undefined };
}

/** A node as its author wrote it, if that is known. */
export function sourceTextOf(file: VFile, node: Nodes): string | undefined {
  const span = spanOf(file, node);
  return span?.source.text.slice(span.start, span.end);
}

/**
 * Reports a complaint about a node; `range` narrows it, in offsets from the node's
 * start. It joins the page's diagnostics, or the file's messages without shortcodes.
 */
export function report(file: VFile, complaint: Complaint, node: Nodes, range?: Range): void {
  const { shortcodes } = file.data;
  const whole = spanOf(file, node);
  if (shortcodes !== undefined) {
    reportAt(file, complaint, narrowed(whole, range) ?? nowhere(shortcodes.source));
    return;
  }
  const span = narrowed(whole, range) ?? nowhere(documentOf(file));
  const message = file.message(complaint.message, {
    place: { start: span.source.pointAt(span.start), end: span.source.pointAt(span.end) },
    ruleId: complaint.id,
    source: "waymark",
  });
  message.fatal = levelOf(complaint.id) === "error";
}

/** Reports a complaint about a place; without shortcodes there is none but that of a node. */
export function reportAt(file: VFile, complaint: Complaint, span: MappedSpan): void {
  const { source, start, end, frame } = span;
  const place = { span: { source, start, end }, chain: chainOf(frame) };
  file.data.shortcodes?.diagnostics.add({ ...complaint, ...place });
}

function documentOf(file: VFile): Source {
  return new Source(file.path ?? "", String(file));
}

function nowhere(source: Source): MappedSpan {
  return { source, start: 0, end: 0, frame: undefined };
}

function narrowed(span: MappedSpan | undefined, range: Range | undefined): MappedSpan | undefined {
  if (span === undefined || range === undefined) return span;
  const at = (offset: number): number => Math.min(span.start + offset, span.end);
  return { ...span, start: at(range.start), end: at(range.end) };
}
