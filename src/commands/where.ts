/** `where`: which pages and lines use a snippet, a partial, a data file or a shortcode. */
import { counted } from "../messages/report.ts";
import { Project } from "../project/project.ts";
import { type Thing, thingsNamed, thingsOf } from "../project/things.ts";
import { type Used, UseIndex, type User } from "../project/usages.ts";
import { alternatives } from "../text/alternatives.ts";
import { nearestOf } from "../text/nearest.ts";
import { type Branch, treeLines } from "../text/tree-lines.ts";
import { siteRoot, UsageError } from "./usage.ts";

interface Options {
  readonly site?: unknown;
  readonly json?: unknown;
}

/** How many names a message offers for one that is not there. */
const OFFERED = 3;

/** Lists every use of NAME, direct or through other snippets; of a page also what it uses. */
export async function where(positionals: readonly string[], options: Options): Promise<number> {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError("Expected one NAME.");
  const project = await Project.open(siteRoot(options.site));
  await project.renderAll();
  const things = thingsOf(project);
  const found = thingsNamed(things, name);
  if (found.length === 0) throw new UsageError(unknown(name, things));
  const index = new UseIndex(project.uses.all());
  const text =
    options.json === true
      ? JSON.stringify({ name, things: found.map((thing) => asJson(thing, index)) }, null, 2)
      : found.map((thing) => asText(thing, index)).join("\n\n");
  process.stdout.write(`${text}\n`);
  return 0;
}

function unknown(name: string, things: readonly Thing[]): string {
  const near = namesNear(name, things);
  const hint = near.length === 0 ? "" : `; did you mean ${alternatives(near)}?`;
  return `Unexpected name "${name}", expected that of a page, a shortcode, a partial, a data file, an entry or an included file${hint}`;
}

/** Names with a slip in them, then those that hold the name as a part. */
function namesNear(name: string, things: readonly Thing[]): string[] {
  const names = [...new Set(things.flatMap((thing) => thing.names))];
  const part = letters(name);
  const longer = part.length < 3 ? [] : names.filter((other) => letters(other).includes(part));
  const shortest = longer.sort((a, b) => a.length - b.length);
  return [...new Set([...nearestOf(name, names, OFFERED), ...shortest])].slice(0, OFFERED);
}

/** `rds-logical` is a part of `rds_logical_replication`. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function asJson(thing: Thing, index: UseIndex): object {
  const { kind, target, span } = thing;
  const place = span?.source.placeAt(span.start);
  return {
    kind,
    target,
    file: span?.source.path ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    pages: index.pages(thing),
    users: index.users(thing),
    ...(kind === "page" ? { uses: index.usedBy(target) } : {}),
  };
}

function asText(thing: Thing, index: UseIndex): string {
  const users = index.users(thing);
  const lines = [titleOf(thing), ...treeLines(users.map(userBranch))];
  if (users.length > 0) lines.push(`Used by ${counted(index.pages(thing).length, "page")}.`);
  else if (thing.kind !== "page") lines.push("Nothing uses it.");
  if (thing.kind === "page") {
    const uses = index.usedBy(thing.target);
    if (users.length > 0) lines.push("");
    lines.push(
      uses.length === 0 ? "It uses nothing." : "It uses:",
      ...treeLines(uses.map(usedBranch)),
    );
  }
  return lines.join("\n");
}

function titleOf({ kind, target, span }: Thing): string {
  if (span === undefined || kind !== "entry") return `${kind} ${target}`;
  const { line, column } = span.source.placeAt(span.start);
  return `${kind} ${target} (${span.source.path}:${line}:${column})`;
}

function userBranch({ file, line, column, within, users }: User): Branch {
  const inner = within === file ? "" : ` in ${within}`;
  return { text: `${file}:${line}:${column}${inner}`, branches: users.map(userBranch) };
}

function usedBranch({ file, line, column, kind, target, uses }: Used): Branch {
  return { text: `${file}:${line}:${column} ${kind} ${target}`, branches: uses.map(usedBranch) };
}
