/** `npm run dev` as authors run it, for tests. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { inRepository } from "./repository.ts";

export interface DevServer {
  /** The address of the site's root, with base path and final slash. */
  readonly url: string;
  /** What it printed so far, to the terminal of the author. */
  printed(): string;
  /** What the editor was asked to open: `path line column`, one a line. */
  opened(): string;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The environment of a user's shell: that of the test runner changes how Astro serves. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_ENV|MODE|DEV|PROD|SSR|TEST)/.test(name),
  );
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}

/**
 * Serves the site at `root` while `use` runs, with an editor that only notes what it opens.
 * `engine`: the folder of the generator that serves, by default this repository.
 */
export async function withDevServer<T>(
  root: string,
  use: (server: DevServer) => Promise<T>,
  engine = inRepository(),
): Promise<T> {
  const log = join(root, "editor.log");
  const editor = join(root, "editor.sh");
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> '${log}'\n`);
  chmodSync(editor, 0o755);
  const env = {
    ...plainEnvironment(),
    PORT: String(await freePort()),
    LAUNCH_EDITOR: editor,
  };
  const server = spawn(process.execPath, [join(engine, "src/launch.mjs"), "dev", "--site", root], {
    env,
  });
  let printed = "";
  const url = new Promise<string>((resolve, reject) => {
    server.stdout.on("data", (text) => {
      const found = /^Serving (\S+)$/m.exec(String(text))?.[1];
      if (found !== undefined) resolve(found);
    });
    server.on("exit", () => reject(new Error(`dev ended: ${printed}`)));
  });
  server.stderr.on("data", (text) => {
    printed += text;
  });
  try {
    return await use({
      url: await url,
      printed: () => printed,
      opened: () => (existsSync(log) ? readFileSync(log, "utf8") : ""),
    });
  } finally {
    const ended = once(server, "exit");
    server.kill();
    await ended;
  }
}
