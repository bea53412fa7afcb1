/** The generators that are compared, each with the smallest fair configuration. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRepository } from "../../helpers/repository.ts";
import type { DialectName } from "../corpus/dialects.ts";
import { HUGO_FILES, STARLIGHT_FILES, VITEPRESS_FILES } from "./peer-files.ts";

/** How a build is started: from nothing, or with all that the last one left. */
export type BuildKind = "cold" | "unchanged" | "edited";

export interface Subject {
  /** As it stands in tables. */
  readonly name: string;
  readonly dialect: DialectName;
  /** What is written beside the pages, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The rest of its installation, if it needs more than its packages. */
  readonly setUp?: readonly string[];
  /** A program that must be on the path; without it the subject is left out. */
  readonly needs?: string;
  /** Where the site is built to, in the folder. */
  readonly output: string;
  /** What a cold build must not find, besides the output. */
  readonly kept: readonly string[];
  /** The command line for a folder. */
  command(folder: string): readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const NODE = process.execPath;

/** The cache of a subject's folder; an own one, so that nothing else is measured. */
const CACHE = "cache";

/** What `npm run build` gives Node: flags, the command line's file by its whole path, the command. */
function buildScript(): string[] {
  const { scripts } = JSON.parse(readFileSync(inRepository("package.json"), "utf8")) as {
    readonly scripts: { readonly build: string };
  };
  const [, ...words] = scripts.build.split(" ");
  return words.map((word) => (word.startsWith("src/") ? inRepository(word) : word));
}

const WAYMARK: Subject = {
  name: "Waymark",
  dialect: "hugo",
  files: { "data/site.yml": "title: Tidewater guides\nbaseURL: http://127.0.0.1/\n" },
  // As `npm ci` does; sources that have changed since would be bundled by the first build.
  setUp: [NODE, inRepository("src/launch.mjs"), "prepare"],
  output: "dist",
  kept: [CACHE],
  command: (folder) => [
    NODE,
    ...buildScript(),
    "--timing",
    ...["--site", folder, "--out", join(folder, "dist"), "--cache", join(folder, CACHE)],
  ],
};

/** Pagefind is the one that Waymark has. */
const hugo = (name: string, isCached: boolean): Subject => ({
  name,
  dialect: "hugo",
  files: HUGO_FILES,
  needs: "hugo",
  output: "public",
  kept: ["resources", ".hugo_build.lock"],
  command: () => [
    "sh",
    "-c",
    `hugo --quiet && "$0" "$1" --site public --quiet`,
    NODE,
    inRepository("node_modules/pagefind/lib/runner/bin.cjs"),
  ],
  environment: { HUGO_PARAMS_NAVIGATIONCACHED: String(isCached) },
});

const QUIET = { CI: "1", NO_COLOR: "1", ASTRO_TELEMETRY_DISABLED: "1" };

/** All, by the name for the command line. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  waymark: WAYMARK,
  "hugo-cached": hugo("Hugo + Pagefind, navigation cached", true),
  hugo: hugo("Hugo + Pagefind", false),
  starlight: {
    name: "Starlight",
    dialect: "starlight",
    files: STARLIGHT_FILES,
    output: "dist",
    kept: [".astro", "node_modules/.astro", "node_modules/.vite"],
    command: () => [NODE, "node_modules/astro/bin/astro.mjs", "build"],
    environment: QUIET,
  },
  vitepress: {
    name: "VitePress",
    dialect: "vitepress",
    files: VITEPRESS_FILES,
    output: "docs/.vitepress/dist",
    kept: ["docs/.vitepress/cache", "docs/.vitepress/.temp"],
    command: () => [NODE, "node_modules/vitepress/bin/vitepress.js", "build", "docs"],
    environment: QUIET,
  },
};

/**
 * Writes a subject's files into `folder` and installs its packages there, if they are not
 * there yet. Gives what keeps it from running; undefined if it can run.
 */
export function prepare(subject: Subject, folder: string): string | undefined {
  if (subject.needs !== undefined && !isThere(subject.needs))
    return `${subject.needs} is not installed`;
  for (const [path, text] of Object.entries(subject.files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const [program, ...parameters] = subject.setUp ?? [];
  if (program !== undefined) execFileSync(program, parameters, { stdio: "ignore" });
  if (!("package.json" in subject.files) || existsSync(join(folder, "node_modules"))) {
    return undefined;
  }
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0 ? undefined : "its packages could not be installed";
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
