/** A site that was built before: where nothing has changed since, nothing is to be done. */
import { existsSync } from "node:fs";
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { holds } from "./built-files.ts";
import { CurrentTexts, type KeptFindings, packFindings, unpackFindings } from "./kept-findings.ts";
import type { Project } from "./project.ts";
import { inputsDigest, type SiteFiles } from "./site-inputs.ts";

interface Note {
  readonly digests: readonly (readonly [path: string, digest: string])[];
  readonly told: KeptFindings;
}

export class BuiltSite {
  readonly #cache: Store;
  readonly #project: Project;
  readonly #out: string;
  readonly #files: SiteFiles;
  readonly #inputs: string;
  #key: string | undefined;

  /** `options`: how the site is built. */
  constructor(
    cache: Store,
    project: Project,
    out: string,
    files: SiteFiles,
    options: readonly string[],
  ) {
    this.#cache = cache;
    this.#project = project;
    this.#out = out;
    this.#files = files;
    this.#inputs = inputsDigest(project, options);
  }

  /** What was told of the site, if the output is what a build of the same inputs left there. */
  diagnosticsIfThere(): Diagnostic[] | undefined {
    // Without an output, nobody has to read all files of the site before the first page is made.
    if (!existsSync(this.#out)) return undefined;
    const bytes = this.#cache.get(this.#keyOfInputs());
    if (bytes === undefined) return undefined;
    const { digests, told } = JSON.parse(bytes.toString("utf8")) as Note;
    if (!holds(this.#out, new Map(digests))) return undefined;
    return unpackFindings(told, new CurrentTexts(this.#project.site.root));
  }

  /** Does what `keep` needs, at a time when there is nothing else to do. */
  prepare(): void {
    try {
      this.#keyOfInputs();
    } catch {
      // A file is gone: the site was changed, and `keep` will see it.
    }
  }

  /** Remembers the output, but not one whose inputs were changed while it was made. */
  keep(digests: ReadonlyMap<string, string>): void {
    this.prepare();
    if (this.#key === undefined || !this.#files.areSame()) return;
    const told = packFindings(this.#project.diagnostics());
    const note: Note = { digests: [...digests], told };
    this.#cache.put(this.#key, JSON.stringify(note));
  }

  #keyOfInputs(): string {
    this.#key ??= digestOf("built", this.#files.digest, this.#inputs);
    return this.#key;
  }
}
