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

/** Between looks for texts that are not there. */
const LOOK_MS = 500;

/** Collects changes of the site at `root` and calls `changed` with their paths from there. */
export class SiteWatch {
  readonly #root: string;
  readonly #watcher: FSWatcher;
  readonly #changed: (paths: ReadonlySet<string>) => void;
  readonly #paths: string[];
  /** Texts that pages ask for and that are not there, outside of what is watched. */
  #missing: readonly string[] = [];
  #looking: NodeJS.Timeout | undefined;
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
    watcher.once("ready", () => this.#catchUp(this.#paths, since));
    // A new folder is read before it is watched.
    watcher.on("addDir", (folder) => {
      if (this.#isOurs(folder)) this.#catchUp([folder], Date.now());
    });
  }

  /**
   * Watches further files, such as texts that pages include from elsewhere. Paths from the
   * root; `since`: when they were begun to be read.
   */
  add(paths: readonly string[], since: number): void {
    const others = paths
      .map((path) => join(this.#root, path))
      .filter((file) => !this.#isOurs(file));
    this.#missing = others.filter((file) => statsOf(file) === undefined);
    const files = others.filter((file) => !this.#missing.includes(file));
    this.#watch(files, since);
    clearInterval(this.#looking);
    if (this.#missing.length > 0) this.#looking = setInterval(() => this.#look(), LOOK_MS).unref();
  }

  /** A watcher cannot watch what is in a folder that is not there. */
  #look(): void {
    const files = this.#missing.filter((file) => statsOf(file) !== undefined);
    if (files.length === 0) return;
    this.#missing = this.#missing.filter((file) => !files.includes(file));
    this.#watch(files, 0);
  }

  #watch(files: readonly string[], since: number): void {
    if (files.length === 0) return;
    for (const file of files) this.#paths.push(file);
    this.#watcher.add(files);
    this.#catchUp(files, since);
  }

  #catchUp(paths: readonly string[], since: number): void {
    catchUp(this.#watcher, paths, since, (file) => this.#note(file));
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
