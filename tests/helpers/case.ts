/**
 * Cases as single files: a little site and what is expected of it.
 *
 *     === content/page.md
 *     Text of the file…
 *     === messages
 *     content/page.md:1:1: error: … [id]
 *
 * A section's name is a path, or `messages` for the expected diagnostics.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Case {
  readonly files: ReadonlyMap<string, string>;
  readonly messages: string;
}

const MESSAGES = "messages";

/** Reads a case file. */
export function readCase(path: string): Case {
  const sections = readFileSync(path, "utf8")
    .split(/^=== (.+)\n/m)
    .slice(1);
  const files = new Map<string, string>();
  let messages = "";
  for (let i = 0; i + 1 < sections.length; i += 2) {
    const [name = "", text = ""] = sections.slice(i, i + 2);
    if (name === MESSAGES) messages = text;
    else files.set(name, text);
  }
  return { files, messages };
}

/** Writes a case file with other messages; for `UPDATE=1`. */
export function writeCase(path: string, { files }: Case, messages: string): void {
  const sections = [...files].map(([name, text]) => `=== ${name}\n${text}`);
  writeFileSync(path, `${sections.join("")}=== ${MESSAGES}\n${messages}`);
}

/** Runs `use` with a folder that holds the files; the folder is removed after. */
export async function withSite<T>(
  files: ReadonlyMap<string, string> | Readonly<Record<string, string>>,
  use: (root: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "waymark-case-"));
  try {
    for (const [name, text] of files instanceof Map ? files : Object.entries(files)) {
      const file = join(root, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
