/** What VS Code is told of a site: schemas for its YAML, snippets for its shortcodes. */
import type { Project } from "../project/project.ts";
import { schemas } from "./schema.ts";
import { snippetOf } from "./snippets.ts";

/** Where the files stand, from the site's root. */
const FOLDER = ".vscode";

export const SETTINGS_FILE = `${FOLDER}/settings.json`;

/** The files that each schema is for. That of entries accepts all data that is no list of them. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  site: ["data/site.yml", "data/site.yaml"],
  placeholders: ["data/placeholders.yml", "data/placeholders.yaml"],
  diagrams: ["data/diagrams/**/*.yml", "data/diagrams/**/*.yaml"],
  entries: ["data/**/*.yml", "data/**/*.yaml"],
  "front-matter": ["content/**/*.md"],
};

/** The schemas and snippets of a site, by path; its own partials are among the snippets. */
export function workspaceFiles(project: Project): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, schema] of schemas()) files.set(schemaPath(name), json(schema));
  files.set(`${FOLDER}/waymark.code-snippets`, json(snippets(project)));
  return files;
}

function schemaPath(name: string): string {
  return `${FOLDER}/schemas/${name}.schema.json`;
}

function snippets(project: Project): object {
  const host = project.host(undefined);
  const names = [...new Set(host.names())];
  const definitions = names.flatMap((name) => host.definition(name) ?? []);
  return Object.fromEntries(
    definitions.map((definition) => [
      `Waymark: ${definition.name}`,
      {
        scope: "markdown,yaml",
        prefix: definition.name,
        body: snippetOf(definition, definitions),
        description: definition.doc,
      },
    ]),
  );
}

/**
 * The settings of VS Code with our schemas in them; what else stands there stays. Undefined for
 * settings with comments, which are not ours to drop.
 */
export function workspaceSettings(before: string | undefined): string | undefined {
  const settings = before === undefined ? {} : parsed(before);
  if (settings === undefined) return undefined;
  const known = settings["yaml.schemas"];
  const others = typeof known === "object" && known !== null ? known : {};
  const ours = Object.entries(FILES).map(([name, files]) => [`./${schemaPath(name)}`, files]);
  return json({ ...settings, "yaml.schemas": { ...others, ...Object.fromEntries(ours) } });
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
