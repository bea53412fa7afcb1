/** Writes the fixes that diagnostics offer, or shows them as a diff. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { applied, editsByFile, type FileEdits } from "../messages/edits.ts";
import type { Paint } from "../messages/paint.ts";

/** A file before and after its fixes. */
interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** How many places are mended. */
  readonly count: number;
}

const BOM = "\ufeff";

/** The files of the site at `root` that fixes would change. */
export function fixedFiles(root: string, diagnostics: readonly Diagnostic[]): FixedFile[] {
  return editsByFile(diagnostics).flatMap((file) => fixedFile(root, file) ?? []);
}

/**
 * A file with its fixes; all else stays as it is, byte for byte. Undefined for a file that
 * holds another text than the one that was checked, or bytes that are not UTF-8.
 */
function fixedFile(root: string, { source, edits }: FileEdits): FixedFile | undefined {
  const bytes = readFileSync(join(root, source.path));
  const before = bytes.toString("utf8");
  if (!Buffer.from(before).equals(bytes)) return undefined;
  // Some readers take the byte order mark for no part of the text.
  const mark = before === `${BOM}${source.text}` ? BOM : "";
  if (before !== `${mark}${source.text}`) return undefined;
  const after = `${mark}${applied(source.text, edits)}`;
  return { path: source.path, before, after, count: edits.length };
}

export function writeFixes(root: string, files: readonly FixedFile[]): void {
  for (const { path, after } of files) writeFileSync(join(root, path), after);
}

/** How many places the fixes mend. */
export function countOf(files: readonly FixedFile[]): number {
  return files.reduce((sum, { count }) => sum + count, 0);
}

/** The fixes as a unified diff, which `git apply` takes. */
export function diffOf(files: readonly FixedFile[], paint: Paint): string {
  return files.map((file) => paintedDiff(file, paint)).join("");
}

function paintedDiff({ path, before, after }: FixedFile, paint: Paint): string {
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, "", "", options);
  return patch.replace(/^(?:---|\+\+\+|@@|[-+]).*/gm, (line) => {
    if (/^(?:---|\+\+\+) /.test(line)) return paint.title(line);
    if (line.startsWith("@@")) return paint.faint(line);
    return line.startsWith("+") ? paint.added(line) : paint.removed(line);
  });
}
