/** Which files of a site have changed while its author writes. */
import { join, relative, sep } from "node:path";
import type { FSWatcher } from "vite";
import { catchUp, statsOf } from "./dev-catch-up.ts";

/** The folders and files of a site that make its pages. */
const WATCHED = [
  ...["content", "data", "layouts", "shared-content", "public", "static", "config"],
  ...["hugo", "config"].flatMap((name) => [
    `${name}.toml`,
    `${name}.yaml`,
    `${name}.yml`,
    `${name}.json`,
  ]),
];

/** Saving a file often comes as several events. */
const SETTLE_MS = 25;

/** The watcher tells of one change of a file and leaves out those of so many milliseconds after it. */
const DEAF_MS = 100;

/** Collects changes of the site at `root` and calls `changed` with their paths from there. */
export class SiteWatch {
  readonly #root: string;
  readonly #watcher: FSWatcher;
  readonly #changed: (paths: ReadonlySet<string>) => void;
  readonly #paths: string[];
  #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** `since`: when the site's files were begun to be read, as `Date.now()` gives it. */
  constructor(
    root: string,
    watcher: FSWatcher,
    since: number,
    changed: (paths: ReadonlySet<string>) => void,
  ) {
    this.#root = root;
    this.#watcher = watcher;
    this.#changed = changed;
    this.#paths = WATCHED.map((name) => join(root, name));
    watcher.add(this.#paths);
    watcher.on("all", (_event, file) => this.#note(file));
    // What was saved before the watcher had begun to watch is found by its times.
    watcher.once("ready", () => catchUp(watcher, this.#paths, since, (file) => this.#note(file)));
  }

  /** Watches further files, such as texts that pages include from elsewhere. Paths from the root. */
  add(paths: readonly string[]): void {
    const files = paths.map((path) => join(this.#root, path)).filter((file) => !this.#isOurs(file));
    if (files.length === 0) return;
    for (const file of files) this.#paths.push(file);
    this.#watcher.add(files);
  }

  #isOurs(file: string): boolean {
    return this.#paths.some((watched) => file === watched || file.startsWith(`${watched}${sep}`));
  }

  #note(file: string): void {
    if (!this.#isOurs(file)) return;
    this.#waiting.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), SETTLE_MS);
  }

  #tell(): void {
    const files = [...this.#waiting];
    this.#waiting = new Set();
    const states = new Map(files.map((file) => [file, stateOf(file)]));
    this.#changed(new Set(files.map((file) => relative(this.#root, file).split(sep).join("/"))));
    const again = (): void => {
      for (const [file, state] of states) if (stateOf(file) !== state) this.#note(file);
    };
    setTimeout(again, DEAF_MS).unref();
  }
}

/** Another one after each change of a file. */
function stateOf(file: string): string {
  const stats = statsOf(file);
  return stats === undefined ? "" : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}
