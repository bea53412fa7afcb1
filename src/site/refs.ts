/** Pages by the names that `ref` and `relref` use. Hugo: hugolib/pagecollections.go. */
import { posix } from "node:path";
import type { FoundOr } from "../messages/found.ts";
import { nearest } from "../text/nearest.ts";
import { contentKey, pathKey, splitAddress } from "./link-paths.ts";
import type { Page, Settings } from "./types.ts";

type RefSettings = Pick<
  Settings,
  "baseURL" | "refLinksErrorLevel" | "refLinksNotFoundURL" | "diagnostics"
>;

/** Finds pages that get a file by content path or base name. */
export class RefResolver {
  readonly #settings: RefSettings;
  readonly #byPath = new Map<string, Page>();
  readonly #byName = new Map<string, Page[]>();

  constructor(pages: readonly Page[], settings: RefSettings) {
    this.#settings = settings;
    for (const page of pages) {
      if (!page.isPublished) continue;
      const path = contentKey(page);
      this.#byPath.set(path, page);
      const name = posix.basename(path);
      const named = this.#byName.get(name);
      if (named === undefined) this.#byName.set(name, [page]);
      else named.push(page);
    }
  }

  /**
   * The address of the page that `target` names from the page `from`. A fragment is
   * kept unchecked. No such page is a complaint, unless the settings make it a
   * warning: then the address is theirs. Several pages are one always.
   */
  resolve(target: string, from: Page | undefined, kind: "absolute" | "relative"): FoundOr<string> {
    const { path, hash } = splitAddress(target);
    if (path === "") return { ok: true, value: hash };
    const pages = this.#pagesOf(path, from);
    const [page] = pages;
    if (pages.length > 1) {
      const names = pages.map(({ path: name }) => name).join(", ");
      const message = `Unexpected page name "${target}", which is ambiguous: ${names}`;
      return { ok: false, complaint: { id: "ref-ambiguous", message } };
    }
    if (page !== undefined) return { ok: true, value: `${this.#urlOf(page, kind)}${hash}` };
    if (this.#settings.refLinksErrorLevel === "warning") {
      return { ok: true, value: this.#settings.refLinksNotFoundURL };
    }
    const name = pathKey(path);
    const known = [...(name.includes("/") ? this.#byPath : this.#byName).keys()];
    const message = `Unexpected page "${target}", expected the path of one in content/`;
    // The home page has no name.
    const suggestion = nearest(
      name,
      known.filter((key) => key !== ""),
    );
    const complaint = { id: "ref-missing", message, suggestion } as const;
    return this.#letsThrough
      ? { ok: false, complaint, instead: this.#settings.refLinksNotFoundURL }
      : { ok: false, complaint };
  }

  /** Whether the level of `ref-missing` is below an error: then the address is Hugo's too. */
  get #letsThrough(): boolean {
    return (this.#settings.diagnostics.get("ref-missing") ?? "error") !== "error";
  }

  /** The page of a path below content/, with or without its extension. */
  page(path: string): Page | undefined {
    return this.#byPath.get(pathKey(path));
  }

  /**
   * Without a leading slash: relative to the page's folder, then from the content
   * root, then by base name; `./` and `../` are relative only.
   */
  #pagesOf(target: string, from: Page | undefined): readonly Page[] {
    if (target.startsWith("/")) return listOf(this.page(target));
    const folder = from === undefined ? "" : folderOf(from);
    const relative = this.page(posix.join("/", folder, target));
    if (relative !== undefined || /^\.\.?(?:\/|$)/.test(target)) return listOf(relative);
    const rooted = this.page(target);
    const name = pathKey(target);
    if (rooted !== undefined || name.includes("/")) return listOf(rooted);
    return this.#byName.get(name) ?? [];
  }

  #urlOf(page: Page, kind: "absolute" | "relative"): string {
    const { baseURL } = this.#settings;
    // The link step adds the base path, so that both forms of a link are treated alike.
    return kind === "absolute" && baseURL !== undefined
      ? `${baseURL}${page.url.slice(1)}`
      : page.url;
  }
}

function listOf(page: Page | undefined): Page[] {
  return page === undefined ? [] : [page];
}

/** Hugo: a branch's own directory, else the directory that holds the page or its bundle. */
function folderOf(page: Page): string {
  const path = page.path.replace(/^content\//, "");
  const folder = posix.dirname(path);
  return /(^|\/)index\.[^/]+$/i.test(path) ? posix.dirname(folder) : folder;
}
