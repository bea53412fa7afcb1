/**
 * The search dialog (WAI-ARIA: combobox with a listbox popup). Made on first use;
 * the index is loaded with it.
 */
import { type Answer, type Engine, loadEngine } from "./search-engine.ts";
import { optionAfter } from "./search-keys.ts";
import {
  activate,
  createView,
  optionsOf,
  showChips,
  showGroups,
  showMessage,
} from "./search-view.ts";

const DEBOUNCE_MS = 100;
const IDLE = "Finds titles, headings, tabs, text and code.";
const FAILED = "Search could not be loaded. Check the connection and type again.";

let dialog: SearchDialog | undefined;

/** Opens the dialog, with a query if one is given; else the last one is kept, selected. */
export function openSearch(query?: string): void {
  dialog ??= new SearchDialog();
  dialog.open(query);
}

class SearchDialog {
  readonly #view = createView();
  #engine: Promise<Engine> | undefined;
  #section: string | undefined;
  #active = -1;
  /** Counts questions: an answer to an older one is dropped. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Enter was pressed before the answer came. */
  #opensFirst = false;

  constructor() {
    const { dialog, input, chips, hits } = this.#view;
    input.addEventListener("input", () => this.#askSoon());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    chips.addEventListener("click", ({ target }) => this.#onChip(target));
    hits.addEventListener("click", (event) => this.#onHit(event));
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog) dialog.close();
    });
    showMessage(this.#view, IDLE);
  }

  open(query: string | undefined): void {
    const { dialog, input } = this.#view;
    if (!dialog.open) dialog.showModal();
    this.#load().catch(() => {});
    input.focus();
    if (query === undefined) {
      input.select();
      return;
    }
    input.value = query;
    void this.#ask();
  }

  /** The engine; after a failure the next call tries again. */
  #load(): Promise<Engine> {
    this.#engine ??= loadEngine(document.documentElement.dataset.base ?? "/").catch(
      (error: unknown) => {
        this.#engine = undefined;
        throw error;
      },
    );
    return this.#engine;
  }

  #askSoon(): void {
    this.#asked++;
    this.#opensFirst = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), DEBOUNCE_MS);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const asked = ++this.#asked;
    const query = this.#view.input.value.trim();
    if (query === "") return this.#clear();
    this.#view.hits.ariaBusy = "true";
    try {
      const engine = await this.#load();
      const answer = await engine.search(query, this.#section);
      if (asked === this.#asked) this.#show(query, answer, engine.sections);
    } catch {
      if (asked === this.#asked) this.#fail();
    }
  }

  #show(query: string, answer: Answer, sections: readonly string[]): void {
    const { groups, counts, corrected } = answer;
    const isElsewhere = Object.values(counts).some((count) => count > 0);
    if (groups.length > 0) showGroups(this.#view, groups, corrected);
    else if (this.#section !== undefined && isElsewhere)
      showMessage(
        this.#view,
        `Nothing in ${this.#section} for “${query}”; other sections have it.`,
      );
    else showMessage(this.#view, `Nothing found for “${query}”.`);
    showChips(this.#view, sections, counts, this.#section);
    this.#finish(statusOf(answer));
    this.#setActive(groups.length > 0 ? 0 : -1);
    if (this.#opensFirst) this.#openActive();
    this.#opensFirst = false;
  }

  #clear(): void {
    showMessage(this.#view, IDLE);
    showChips(this.#view, [], {}, undefined);
    this.#section = undefined;
    this.#finish("");
    this.#setActive(-1);
  }

  #fail(): void {
    showMessage(this.#view, FAILED);
    this.#opensFirst = false;
    this.#finish(FAILED);
    this.#setActive(-1);
  }

  #finish(status: string): void {
    this.#view.hits.ariaBusy = "false";
    this.#view.status.textContent = status;
  }

  #setActive(index: number): void {
    this.#active = index;
    activate(this.#view, index);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (key === "Enter") {
      event.preventDefault();
      this.#enter(event);
    } else if (key === "Escape") {
      // A search field would use up the first Esc to clear itself.
      event.preventDefault();
      this.#view.dialog.close();
    } else if (!(altKey || shiftKey || ctrlKey || metaKey)) {
      const next = optionAfter(key, this.#active, optionsOf(this.#view).length);
      if (next === undefined) return;
      event.preventDefault();
      this.#setActive(next);
    }
  }

  #enter(event: KeyboardEvent): void {
    const isPending = this.#timer !== undefined || this.#view.hits.ariaBusy === "true";
    if (!isPending) this.#openActive(event);
    else if (this.#timer !== undefined) void this.#ask();
    this.#opensFirst = isPending;
  }

  /** A click, so that Ctrl or ⌘ opens a new tab here too. */
  #openActive({ ctrlKey = false, metaKey = false }: Partial<KeyboardEvent> = {}): void {
    const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey });
    optionsOf(this.#view)[this.#active]?.dispatchEvent(click);
  }

  #onHit({ target, ctrlKey, metaKey }: MouseEvent): void {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link === null || ctrlKey || metaKey) return;
    this.#view.dialog.close();
    // The same place once more changes nothing in the address, but its tab may be closed again.
    if (link.href === location.href) dispatchEvent(new HashChangeEvent("hashchange"));
  }

  #onChip(target: EventTarget | null): void {
    const chip = target instanceof Element ? target.closest<HTMLElement>(".chip") : null;
    if (chip === null) return;
    this.#section = chip.dataset.section || undefined;
    void this.#ask();
  }
}

/** What is announced: how much was found, and how much of it is shown. */
function statusOf({ groups, pages, corrected }: Answer): string {
  if (groups.length === 0) return "No results";
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const query = corrected === undefined ? "" : ` for ${corrected}`;
  if (pages > groups.length)
    return `${rows} results${query} on the best ${groups.length} of ${pages} pages`;
  return `${counted(rows, "result")}${query} on ${counted(pages, "page")}`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
