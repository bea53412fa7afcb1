/**
 * Makes a shell, as a process of its own: `node shell-maker.ts FOLDER BASE`. Astro and Vite
 * take memory and time, which runs beside the reading of the content in this way; and they
 * work below the current folder, which two builds must not share.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "astro";
import { digestOf } from "../cache/digest.ts";
import { commonOptions } from "./astro-options.ts";
import { shellBundle } from "./shell-bundle.ts";
import { SHELL_ASSETS, SHELL_NOTE, type ShellNote } from "./shell-format.ts";
import type { ShellLinks } from "./shell-types.ts";

const [place = "", base = "/"] = process.argv.slice(2);
process.chdir(place);
// Astro asks whether its output is below the current folder, whose links are resolved.
const folder = process.cwd();
const cache = join(folder, "cache");
mkdirSync(cache);
let links: ShellLinks = { styles: [], scripts: {} };
await build({
  ...commonOptions(base),
  outDir: join(folder, SHELL_ASSETS),
  publicDir: join(folder, "no-static-files"),
  cacheDir: cache,
  logLevel: "error",
  integrations: [
    shellBundle(folder, base, (found) => {
      links = found;
    }),
  ],
});
rmSync(cache, { recursive: true, force: true });
const note: ShellNote = { links, files: filesOf(folder) };
writeFileSync(join(folder, SHELL_NOTE), JSON.stringify(note));

function filesOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [relative(root, file).split(sep).join("/"), digestOf(readFileSync(file))]),
  );
}
