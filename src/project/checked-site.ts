/** A site that was checked before: where nothing has changed since, the same is told. */
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { Source } from "../text/source.ts";
import { CurrentTexts, type KeptFindings, packFindings, unpackFindings } from "./kept-findings.ts";
import type { Project } from "./project.ts";
import { inputsDigest, type SiteFiles, siteFiles } from "./site-inputs.ts";

/** What a file without a text is told with, such as an image that nobody shows. */
const NO_TEXT = digestOf("");

export class CheckedSite {
  readonly #cache: Store;
  readonly #files: SiteFiles | undefined;

  /** To be made before the site at `root` is read. */
  constructor(cache: Store, root: string) {
    this.#cache = cache;
    this.#files = siteFiles(root, [cache.folder]);
  }

  /** What a check of the same files told. */
  told(project: Project): Diagnostic[] | undefined {
    const key = this.#keyOf(project);
    const bytes = key === undefined ? undefined : this.#cache.get(key);
    if (bytes === undefined) return undefined;
    const texts = new CurrentTexts(project.site.root, project.site.allPages);
    return unpackFindings(JSON.parse(bytes.toString("utf8")) as KeptFindings, {
      get: (path, digest) => (digest === NO_TEXT ? new Source(path, "") : texts.get(path, digest)),
    });
  }

  /** Remembers what was told, but not of a site that was changed while it was checked. */
  keep(project: Project, told: readonly Diagnostic[]): void {
    const key = this.#keyOf(project);
    if (key === undefined) return;
    if (!this.#files?.areSame()) return;
    this.#cache.put(key, JSON.stringify(packFindings(told)));
    this.#cache.prune();
  }

  #keyOf(project: Project): string | undefined {
    if (this.#files === undefined) return undefined;
    return digestOf("checked", this.#files.digest, inputsDigest(project, []));
  }
}
