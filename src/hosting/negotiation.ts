/** Which form of a page a reader asks for. */
import { existsSync } from "node:fs";

/** A page's file in the form that is asked for, and whether there are two. */
export interface Form {
  readonly file: string;
  readonly hasTwin: boolean;
}

/** The form of the page in `file` for an `Accept` header: itself, or the Markdown twin beside it. */
export function formFor(file: string, accept: string | undefined): Form {
  const twin = file.replace(/\.html$/, ".md");
  const hasTwin = twin !== file && existsSync(twin);
  return { file: hasTwin && prefersMarkdown(accept) ? twin : file, hasTwin };
}

/**
 * Whether an `Accept` header names Markdown and wants it at least as much as HTML (RFC 9110:
 * 12.5.1). Ranges with stars do not ask for Markdown: browsers send them.
 */
export function prefersMarkdown(accept: string | undefined): boolean {
  const weights = new Map<string, number>();
  for (const range of (accept ?? "").toLowerCase().split(",")) {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    weights.set(type, weight === undefined ? 1 : Number(weight) || 0);
  }
  const markdown = weights.get("text/markdown") ?? 0;
  return markdown > 0 && markdown >= (weights.get("text/html") ?? 0);
}
