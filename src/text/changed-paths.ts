/** Files and folders that may have changed since they were read, by their paths from a site's root. */
export class ChangedPaths {
  readonly #paths: ReadonlySet<string>;

  /** With slashes, as `content/a.md`. A folder stands for all below it, "" for everything. */
  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  /** Whether one of them is such a path. */
  some(isSuch: (path: string) => boolean): boolean {
    return [...this.#paths].some(isSuch);
  }

  /** Whether a file may have changed. */
  has(path: string): boolean {
    if (this.#paths.has("") || this.#paths.has(path)) return true;
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
      if (this.#paths.has(path.slice(0, at))) return true;
    return false;
  }

  /** What has not changed of `known`, whose keys are paths below `folder`, with its slash. */
  without<T>(known: ReadonlyMap<string, T>, folder = ""): Map<string, T> {
    return new Map([...known].filter(([path]) => !this.has(`${folder}${path}`)));
  }
}
