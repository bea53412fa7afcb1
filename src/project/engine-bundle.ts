/** Bundles the engine, so that a command starts in a fraction of the time. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, rolldown } from "rolldown";
import { makeFolder } from "./compiled-folders.ts";
import { engineModule, enginePlace, enginesFolder } from "./engine-place.ts";
import { HOME } from "./home.ts";

/** What is started: the command line, and the threads, each as a file of its name. */
const ENTRIES: Readonly<Record<string, string>> = {
  run: "src/commands/run.ts",
  "index-worker": "src/search/index-worker.ts",
};

/** Packages that start programs of their own, and large ones that few commands need. */
const PACKAGES = /^(?:astro|pagefind|rolldown|satteri|vite)(?:\/|$)/;

/** The module that has read the sources already. */
const VERSION = "engine-version.ts";

/** The bundle of these sources in `folder`; made if it is not there. Throws what the bundler does. */
export async function bundleEngine(folder = enginesFolder()): Promise<void> {
  const place = enginePlace(folder);
  const isThere = (): boolean => existsSync(engineModule(place));
  if (!isThere()) await makeFolder(place, isThere, write);
}

async function write(folder: string): Promise<void> {
  const bundler = await rolldown({
    input: { ...ENTRIES },
    cwd: HOME,
    platform: "node",
    logLevel: "silent",
    plugins: [outside(), ownAddresses()],
  });
  try {
    await bundler.write({
      dir: folder,
      format: "esm",
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
  } finally {
    await bundler.close();
  }
}

/** What the bundle loads from where it stands. */
function outside(): Plugin {
  return {
    name: "waymark-outside",
    resolveId(source) {
      const isOutside = PACKAGES.test(source) || source.endsWith(`/${VERSION}`);
      const id = source.endsWith(VERSION) ? `./${VERSION}` : source;
      return isOutside ? { id: import.meta.resolve(id), external: "absolute" } : null;
    },
  };
}

/** The address of a module, or of another file beside it. */
const ADDRESS = /(new URL\("\.\/([\w-]+)\.ts", )?import\.meta\.(url|dirname)\b/g;

/** A module in the bundle finds what stands beside its source; a thread is in the bundle. */
function ownAddresses(): Plugin {
  return {
    name: "waymark-own-addresses",
    transform(code, id) {
      if (!code.includes("import.meta.")) return null;
      return code.replace(ADDRESS, (_, call: string = "", name: string, what: string) =>
        name in ENTRIES
          ? `new URL("./${name}.mjs", import.meta.url`
          : call + JSON.stringify(what === "url" ? pathToFileURL(id).href : dirname(id)),
      );
    },
  };
}
