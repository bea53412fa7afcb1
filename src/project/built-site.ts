/** A site that was built before: where nothing has changed since, nothing is to be done. */
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import { digestsIn, holds } from "./built-files.ts";
import type { Project } from "./project.ts";
import { filesDigest, inputsDigest } from "./site-inputs.ts";

/** The files that a site was made from. */
export interface Inputs {
  /** Of the files before the project was opened: see `filesDigest`. */
  readonly digest: string;
  /** The folders that do not count. */
  readonly without: readonly string[];
}

/** The files of a site as they are now; undefined where they cannot be listed. */
export function inputsOf(root: string, without: readonly string[]): Inputs | undefined {
  const digest = filesDigest(root, without);
  return digest === undefined ? undefined : { digest, without };
}

export class BuiltSite {
  readonly #cache: Store;
  readonly #project: Project;
  readonly #out: string;
  readonly #files: Inputs;
  readonly #key: string;

  /** `options`: how the site is built. */
  constructor(
    cache: Store,
    project: Project,
    out: string,
    files: Inputs,
    options: readonly string[],
  ) {
    this.#cache = cache;
    this.#project = project;
    this.#out = out;
    this.#files = files;
    this.#key = digestOf("built", inputsDigest(files.digest, project, options));
  }

  /** Whether the output is what a build of the same inputs has left there. */
  isThere(): boolean {
    const bytes = this.#cache.get(this.#key);
    if (bytes === undefined) return false;
    const digests = new Map(JSON.parse(bytes.toString("utf8")) as [string, string][]);
    return holds(this.#out, digests);
  }

  /**
   * Remembers the output. One with warnings is made again, for they are told each time, and
   * so is one whose inputs were changed while it was made.
   */
  keep(): void {
    const isSame = filesDigest(this.#project.site.root, this.#files.without) === this.#files.digest;
    if (!isSame || this.#project.diagnostics().length > 0) return;
    this.#cache.put(this.#key, JSON.stringify([...digestsIn(this.#out)]));
  }
}
