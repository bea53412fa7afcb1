/** `new`: makes a page, a snippet, a partial or a shortcode that passes every check. */
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { HOME } from "../project/home.ts";
import {
  type NewFile,
  newPage,
  newPartial,
  newSnippet,
  type Plan,
} from "../project/new-content.ts";
import { newShortcode } from "../project/new-shortcode.ts";
import { Project } from "../project/project.ts";
import { printDiagnostics } from "./output.ts";
import { siteRoot, UsageError } from "./usage.ts";

const KINDS = ["page", "snippet", "partial", "shortcode"] as const;

/**
 * Makes NAME, and tells what it made and what comes next. A file that is there is never
 * written over. What does not pass the check, such as a second page at one address, is
 * taken back: exit code 1.
 */
export async function make(
  positionals: readonly string[],
  options: { readonly site?: unknown },
): Promise<number> {
  const [given, name, ...more] = positionals;
  const kind = KINDS.find((known) => known === given);
  if (kind === undefined || name === undefined || name === "" || more.length > 0)
    throw new UsageError(`Expected ${KINDS.join(", ")} and one NAME.`);
  if (kind === "shortcode") return makeShortcode(name, options);
  const root = siteRoot(options.site);
  const plan = planOf(kind, name, await Project.open(root));
  if (!plan.ok) throw new UsageError(plan.reason);
  const takeBack = write(root, plan.files);
  const { project, told } = await checkOf(root, plan.files);
  if (kind === "page") {
    const isPage = plan.files.every(({ path }) =>
      project.site.allPages.some((page) => page.path === path),
    );
    if (!isPage) {
      takeBack();
      throw new UsageError(
        `Unexpected name "${name}": a folder with an index.md is one page, so that ${plan.files[0]?.path} would be none.`,
      );
    }
  }
  if (told.length > 0) {
    takeBack();
    // What was there before is no reason: only what the new text would add.
    const before = new Set((await checkOf(root, plan.files)).told.map(nameOf));
    const added = told.filter((diagnostic) => !before.has(nameOf(diagnostic)));
    if (added.length > 0) {
      printDiagnostics(added, "text", project);
      process.stderr.write("Not made: it would not pass the check.\n");
      return 1;
    }
    write(root, plan.files);
  }
  tell(plan.files, plan.next);
  return 0;
}

function planOf(kind: "page" | "snippet" | "partial", name: string, project: Project): Plan {
  if (kind === "page") return newPage(name);
  return kind === "snippet" ? newSnippet(name, project) : newPartial(name, project);
}

function makeShortcode(name: string, { site }: { readonly site?: unknown }): number {
  if (site !== undefined)
    throw new UsageError(
      "Unexpected --site, expected a shortcode of Waymark itself, or a partial.",
    );
  const plan = newShortcode(name, HOME);
  if (!plan.ok) throw new UsageError(plan.reason);
  write(HOME, plan.files);
  for (const { path, text } of plan.changes) writeFileSync(join(HOME, path), text);
  tell(plan.files, plan.next);
  for (const { path } of plan.changes) process.stdout.write(`Added it to ${path}\n`);
  return 0;
}

/**
 * Writes files that are not there yet, or get more; none, if one of them is there. Gives
 * what takes them away again, with the folders that were made for them.
 */
function write(root: string, files: readonly NewFile[]): () => void {
  for (const { path, before } of files) {
    const file = join(root, path);
    if (before === undefined && existsSync(file))
      throw new UsageError(`${path} exists already. Nothing was written.`);
    const isInside = `${realpathSync(existingAbove(file))}${sep}`.startsWith(
      `${realpathSync(resolve(root))}${sep}`,
    );
    if (!isInside) throw new UsageError(`Unexpected ${path}, expected a path inside of the site.`);
  }
  const undo: (() => void)[] = [];
  const takeBack = (): void => {
    for (const step of undo.reverse()) step();
  };
  try {
    for (const { path, text, before } of files) {
      const file = join(root, path);
      const made = mkdirSync(dirname(file), { recursive: true });
      if (made !== undefined) undo.push(() => rmSync(made, { recursive: true }));
      writeFileSync(file, text, { flag: before === undefined ? "wx" : "w" });
      undo.push(() => (before === undefined ? rmSync(file) : writeFileSync(file, before)));
    }
  } catch (error) {
    takeBack();
    throw new UsageError(`Nothing was written: ${error instanceof Error ? error.message : error}.`);
  }
  return takeBack;
}

/** The nearest folder above a file that is there. */
function existingAbove(file: string): string {
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}

/** What the check tells of new files, without remarks: nobody uses them yet. */
async function checkOf(
  root: string,
  files: readonly NewFile[],
): Promise<{ project: Project; told: Diagnostic[] }> {
  const project = await Project.open(root);
  await project.renderAll();
  project.checkUnused();
  const told = project.diagnostics({ allData: true }).filter(({ level, span, message }) => {
    const isAbout = files.some(({ path }) => span.source.path === path || message.includes(path));
    return isAbout && level !== "info";
  });
  return { project, told };
}

/** The same for one fault before and after: files only get more at their ends. */
function nameOf({ id, message, span: { source, start } }: Diagnostic): string {
  return [id, message, source.path, start].join("\u0000");
}

function tell(files: readonly NewFile[], next: string): void {
  for (const { path, before } of files)
    process.stdout.write(before === undefined ? `Made ${path}\n` : `Added it to ${path}\n`);
  process.stdout.write(`Next: ${next}\n`);
}
