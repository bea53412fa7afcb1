/** The files of a site's settings, the strongest first: the one place that reads them. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { formatOfPath, parseDataFile } from "../data/parse.ts";
import type { DataPair } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { Source } from "../text/source.ts";
import { isNewFile, readText } from "../text/unsaved.ts";
import type { FieldLayer } from "./fields.ts";

type Report = (finding: Finding) => void;

/** A layer, and whether its keys are all ours: Hugo has hundreds that mean nothing here. */
export interface SettingsLayer extends FieldLayer {
  readonly isOwn: boolean;
}

const OWN = ["yml", "yaml", "toml", "json"].map((extension) => `data/site.${extension}`);

/** Hugo: the first that is there counts. */
const ROOT = ["hugo", "config"].flatMap((name) =>
  ["toml", "yaml", "yml", "json"].map((extension) => `${name}.${extension}`),
);

/** Hugo: the environment's folder over the default one; sites are built for production. */
const FOLDERS = ["config/production", "config/_default"];

/** `data/site.*`, Hugo's configuration folders, then its single file; faults go to `report`. */
export function readSettingsLayers(root: string, report: Report): SettingsLayer[] {
  const own = OWN.flatMap((path) => readLayer(root, path, report));
  const folders = FOLDERS.flatMap((folder) =>
    filesOf(root, folder).flatMap((path) => readLayer(root, path, report, keyOf(path))),
  );
  const single = ROOT.filter((path) => isFile(root, path)).slice(0, 1);
  const hugo = [...folders, ...single.flatMap((path) => readLayer(root, path, report))];
  return [
    ...own.map((layer) => ({ ...layer, isOwn: true })),
    ...hugo.map((layer) => ({ ...layer, isOwn: false })),
  ];
}

/** Hugo: `params.toml` and `menus.en.toml` hold what stands below that key elsewhere. */
function keyOf(path: string): string | undefined {
  const [name = ""] = path.slice(path.lastIndexOf("/") + 1).split(".");
  return name === "hugo" || name === "config" ? undefined : name;
}

function readLayer(root: string, path: string, report: Report, below?: string): FieldLayer[] {
  const format = formatOfPath(path);
  if (format === undefined || !isFile(root, path)) return [];
  const text = readText(join(root, path)).replace(/^\ufeff/, "");
  const source = new Source(path, text);
  const { value, problems } = parseDataFile(source, format);
  for (const problem of problems) report({ ...problem, id: "settings-syntax" });
  if (value === undefined) return [];
  if (value.kind !== "map") {
    const message = "Unexpected settings, expected keys with values";
    report({ id: "settings-syntax", message, span: { source, ...value.range } });
    return [];
  }
  const keyRange = { start: 0, end: 0 };
  const pairs: readonly DataPair[] =
    below === undefined ? value.pairs : [{ key: below, keyRange, value }];
  return [{ source, pairs }];
}

/** Whether there is such a file, and it stays inside of the site. */
function isFile(root: string, path: string): boolean {
  const file = join(root, path);
  if (isNewFile(file)) return true;
  if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return false;
  return realpathSync(file).startsWith(realpathSync(root) + sep);
}

function filesOf(root: string, folder: string): string[] {
  const isFolder = statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder) return [];
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}
