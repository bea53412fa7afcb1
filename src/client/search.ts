/**
 * The search dialog (WAI-ARIA: combobox with a listbox popup). Made on first use;
 * the index is loaded with it.
 */
import { chosenChip, showChips } from "./search-elements.ts";
import { type Answer, type Engine, sharedEngine } from "./search-engine.ts";
import { optionAfter } from "./search-keys.ts";
import { noteOpened, opensElsewhere, rememberQuery } from "./search-open.ts";
import { movePanelFocus, panelAction, recentContent, topContent, waysOn } from "./search-panel.ts";
import { forgetRecent, readRecent } from "./search-recent.ts";
import { nothingFor, statusOf } from "./search-status.ts";
import {
  activate,
  createView,
  optionsOf,
  showGroups,
  showKeys,
  showMessage,
  showPanel,
  showWay,
} from "./search-view.ts";

/** The first letter is asked for at once; while an answer is on its way, letters gather. */
const DEBOUNCE_MS = 60;
const IDLE = "Finds titles, headings, tabs, text and code.";
const FAILED = "Search could not be loaded. Check the connection and type again.";

let dialog: SearchDialog | undefined;

/** Starts to load the index, before it is asked. */
export function prepareSearch(): void {
  sharedEngine().catch(() => {});
}

/** Opens the dialog, with a query if one is given; else the last one is kept, selected. */
export function openSearch(query?: string): void {
  dialog ??= new SearchDialog();
  dialog.open(query);
}

class SearchDialog {
  readonly #view = createView();
  #section: string | undefined;
  #active = -1;
  /** The reader has moved to another option than the first. */
  #hasMoved = false;
  /** What is shown, and the query that it is for. */
  #shown: { readonly query: string; readonly answer: Answer } | undefined;
  /** Counts questions: an answer to an older one is dropped. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Enter was pressed before the answer came. */
  #opensFirst = false;

  constructor() {
    const { dialog, input, chips, hits, panel, all } = this.#view;
    input.addEventListener("input", () => this.#askSoon());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    chips.addEventListener("click", ({ target }) => this.#choose(chosenChip(target)));
    for (const type of ["click", "auxclick"] as const)
      hits.addEventListener(type, (event) => this.#onHit(event));
    panel.addEventListener("click", ({ target }) => this.#onPanel(target));
    panel.addEventListener("keydown", (event) => {
      if (movePanelFocus(panel, input, event.key)) event.preventDefault();
    });
    all.addEventListener("click", () => rememberQuery(input.value));
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog) dialog.close();
    });
    this.#clear();
  }

  open(query: string | undefined): void {
    const { dialog, input } = this.#view;
    if (!dialog.open) dialog.showModal();
    prepareSearch();
    input.focus();
    if (query !== undefined) input.value = query;
    else input.select();
    if (query !== undefined || input.value.trim() === "") void this.#ask();
  }

  get #isBusy(): boolean {
    return this.#timer !== undefined || this.#view.hits.ariaBusy === "true";
  }

  #askSoon(): void {
    const delay = this.#isBusy ? DEBOUNCE_MS : undefined;
    this.#asked++;
    this.#opensFirst = false;
    clearTimeout(this.#timer);
    if (delay === undefined) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const asked = ++this.#asked;
    const isCurrent = (): boolean => asked === this.#asked;
    const query = this.#view.input.value.trim();
    this.#hasMoved = false;
    showWay(this.#view, { query, section: this.#section });
    if (query === "") return this.#clear();
    this.#view.hits.ariaBusy = "true";
    try {
      const engine = await sharedEngine();
      const answer = await engine.search(query, {
        section: this.#section,
        onFirst: (first) => {
          if (isCurrent() && first.groups.length > 0) this.#showResults(query, first);
        },
      });
      if (isCurrent()) this.#show(query, answer, engine);
    } catch {
      if (isCurrent()) this.#fail();
    }
  }

  #showResults(query: string, answer: Answer): void {
    const before = this.#hasMoved ? optionsOf(this.#view)[this.#active] : undefined;
    this.#shown = { query, answer };
    showGroups(this.#view, answer.groups, answer.corrected);
    const hrefs = optionsOf(this.#view).map((option) => option.getAttribute("href"));
    this.#setActive(Math.max(0, hrefs.indexOf(before?.getAttribute("href") ?? "")));
  }

  #show(query: string, answer: Answer, engine: Engine): void {
    if (answer.groups.length > 0) this.#showResults(query, answer);
    else this.#showNothing(query, answer, engine);
    showChips(this.#view.chips, engine.sections, answer.counts, this.#section);
    showKeys(this.#view);
    this.#finish(statusOf(answer, this.#section));
    if (this.#opensFirst) this.#openActive();
    this.#opensFirst = false;
  }

  #showNothing(query: string, { counts, suggestions }: Answer, engine: Engine): void {
    const isElsewhere = Object.values(counts).some((count) => count > 0);
    const section = isElsewhere ? this.#section : undefined;
    const ways = waysOn(suggestions, section);
    this.#shown = undefined;
    showMessage(this.#view, nothingFor(query, section), ways);
    this.#setActive(-1);
    const asked = this.#asked;
    const base = document.documentElement.dataset.base ?? "/";
    engine.sitePages().then(
      ({ top }) => {
        if (asked === this.#asked) showPanel(this.#view, [...ways, ...topContent(top, base)]);
      },
      () => {},
    );
  }

  #clear(): void {
    this.#shown = undefined;
    showMessage(this.#view, IDLE, recentContent(readRecent()));
    showChips(
      this.#view.chips,
      this.#section === undefined ? [] : [this.#section],
      undefined,
      this.#section,
    );
    showKeys(this.#view);
    this.#finish("");
    this.#setActive(-1);
  }

  #fail(): void {
    this.#shown = undefined;
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
      const hasFocusMoved =
        next === undefined && movePanelFocus(this.#view.panel, this.#view.input, key);
      if (next === undefined && !hasFocusMoved) return;
      event.preventDefault();
      if (next === undefined) return;
      this.#hasMoved = true;
      this.#setActive(next);
    }
  }

  #enter(event: KeyboardEvent): void {
    const isPending = this.#isBusy;
    if (!isPending) this.#openActive(event);
    else if (this.#timer !== undefined) void this.#ask();
    this.#opensFirst = isPending;
  }

  /** A click, so that Ctrl or ⌘ opens a new tab here too. */
  #openActive({ ctrlKey = false, metaKey = false }: Partial<KeyboardEvent> = {}): void {
    const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey });
    optionsOf(this.#view)[this.#active]?.dispatchEvent(click);
  }

  #onHit(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || this.#shown === undefined) return;
    noteOpened(link, event, this.#shown.query, this.#shown.answer.found);
    if (opensElsewhere(event)) return;
    this.#view.dialog.close();
    // The same place once more changes nothing in the address, but its tab may be closed again.
    if (link.href === location.href) dispatchEvent(new HashChangeEvent("hashchange"));
  }

  /** Looks in one section, or in all (`""`). */
  #choose(section: string | undefined): void {
    if (section === undefined) return;
    this.#section = section || undefined;
    void this.#ask();
  }

  #onPanel(target: EventTarget | null): void {
    const action = panelAction(target);
    if (action === undefined) return;
    const { input } = this.#view;
    if (action.kind === "everywhere") this.#section = undefined;
    else if (action.kind === "search") input.value = action.query;
    else forgetRecent(action.query);
    // What was clicked is gone after the next line.
    input.focus();
    void this.#ask();
  }
}
