/** Paths without links, where another build may move what stands there at any time. */
import { realpathSync } from "node:fs";

/** The real path of what stands at a path; undefined if nothing does. */
export function realPathIfThere(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
