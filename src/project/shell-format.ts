/** How a shell stands in its folder. */
import type { ShellLinks } from "./shell-types.ts";

/** The bundle of the layouts, beside what it loads. */
export const SHELL_MODULE = "server/shell.mjs";

/** The files that pages link to, as they stand in a site. */
export const SHELL_ASSETS = "site";

/** The note of what a shell consists of; written last. */
export const SHELL_NOTE = "shell.json";

/** A shell's note. */
export interface ShellNote {
  readonly links: ShellLinks;
  /** The SHA-256 of each file, by path. */
  readonly files: Readonly<Record<string, string>>;
}
