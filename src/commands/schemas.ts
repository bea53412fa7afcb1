/** `schemas`: what editors know of a site without the language server. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SETTINGS_FILE, workspaceFiles, workspaceSettings } from "../editor/workspace-files.ts";
import { Project } from "../project/project.ts";
import { expectNoPositionals, siteRoot } from "./usage.ts";

/** Writes JSON Schemas and snippets into the site's `.vscode/`, and names them in its settings. */
export async function schemas(
  positionals: readonly string[],
  options: { readonly site?: unknown },
): Promise<number> {
  expectNoPositionals(positionals);
  const root = siteRoot(options.site);
  const files = workspaceFiles(await Project.open(root));
  const file = join(root, SETTINGS_FILE);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const settings = workspaceSettings(before);
  if (settings !== undefined) files.set(SETTINGS_FILE, settings);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`${path}\n`);
  }
  if (settings === undefined) {
    const own = workspaceSettings(undefined) ?? "";
    process.stderr.write(
      `Unexpected comments in ${SETTINGS_FILE}, expected plain JSON. Add this to it:\n${own}`,
    );
    return 1;
  }
  return 0;
}
