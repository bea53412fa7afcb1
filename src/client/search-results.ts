/**
 * The search page: a form whose results are a list of links on the page itself. The
 * address always says what is shown, so that it can be shared and gone back to.
 */
import { addressOf, type SearchState, stateOf } from "./search-address.ts";
import { chosenChip, element, rowContent, showChips } from "./search-elements.ts";
import { type Answer, sharedEngine } from "./search-engine.ts";
import type { Group } from "./search-groups.ts";
import { noteOpened, rememberQuery } from "./search-open.ts";
import { movePanelFocus, panelAction, recentContent, waysOn } from "./search-panel.ts";
import { forgetRecent, readRecent } from "./search-recent.ts";
import { statusOf } from "./search-status.ts";

/** Pages that are shown at first, and with each wish for more. */
const PAGES = 20;
const DEBOUNCE_MS = 60;
const FAILED = "Search could not be loaded. Check the connection and type again.";

class SearchResults {
  readonly #input: HTMLInputElement;
  readonly #form: HTMLFormElement;
  readonly #chips = part("fieldset.chips", HTMLFieldSetElement);
  readonly #status = part(".seek-status", HTMLElement);
  readonly #hits = part(".seek-hits", HTMLElement);
  readonly #panel = part(".seek-panel", HTMLElement);
  readonly #sections = part(".seek-sections", HTMLElement);
  readonly #title = document.title;
  #section: string | undefined;
  #shown: Answer | undefined;
  #limit = PAGES;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#form = part(".seek-form", HTMLFormElement);
    this.#input = part("[data-search-field]", HTMLInputElement);
    this.#input.addEventListener("input", () => this.#askSoon());
    this.#input.addEventListener("focus", () => void sharedEngine().catch(() => {}), {
      once: true,
    });
    this.#form.addEventListener("submit", (event) => this.#onSubmit(event));
    this.#chips.addEventListener("click", ({ target }) => this.#choose(chosenChip(target)));
    for (const type of ["click", "auxclick"] as const)
      this.#hits.addEventListener(type, (event) => this.#onHit(event));
    this.#panel.addEventListener("click", ({ target }) => this.#onPanel(target));
    for (const place of [this.#input, this.#panel])
      place.addEventListener("keydown", (event) => {
        if (movePanelFocus(this.#panel, this.#input, event.key)) event.preventDefault();
      });
    addEventListener("popstate", () => this.#follow());
    this.#follow();
  }

  get #state(): SearchState {
    return { query: this.#input.value.trim(), section: this.#section };
  }

  /** Shows what the address asks for. */
  #follow(): void {
    const { query, section } = stateOf(new URL(location.href));
    this.#input.value = query;
    this.#section = section;
    this.#limit = PAGES;
    void this.#ask();
  }

  #askSoon(): void {
    this.#limit = PAGES;
    clearTimeout(this.#timer);
    const isBusy = this.#hits.ariaBusy === "true";
    this.#timer = setTimeout(() => void this.#ask(), isBusy ? DEBOUNCE_MS : 0);
    this.#write("replace");
  }

  #write(how: "push" | "replace"): void {
    const address = addressOf(new URL(location.href), this.#state).href;
    if (address === location.href) return;
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    const { query, section } = this.#state;
    const isCurrent = (): boolean => asked === this.#asked;
    document.title = query === "" ? this.#title : `${query} · ${this.#title}`;
    if (query === "") return this.#clear();
    this.#hits.ariaBusy = "true";
    try {
      const engine = await sharedEngine();
      const answer = await engine.search(query, {
        section,
        limit: this.#limit,
        onFirst: (first) => {
          if (isCurrent() && first.groups.length > 0) this.#showGroups(first);
        },
      });
      if (isCurrent()) this.#show(answer, engine.sections);
    } catch {
      if (isCurrent()) this.#fail();
    }
  }

  #show(answer: Answer, sections: readonly string[]): void {
    this.#showGroups(answer);
    const isFound = answer.groups.length > 0;
    showChips(this.#chips, sections, answer.counts, this.#section);
    this.#showPanel(isFound ? [] : waysOn(answer.suggestions, this.#section));
    this.#sections.hidden = isFound;
    this.#status.textContent = isFound
      ? statusOf(answer, this.#section)
      : `${statusOf(answer, this.#section)} for “${this.#state.query}”`;
    this.#hits.ariaBusy = "false";
  }

  #showGroups(answer: Answer): void {
    this.#shown = answer;
    const more = element("button", {
      type: "button",
      className: "chip",
      textContent: "More pages",
    });
    more.dataset.more = "";
    const canGrow = answer.pages > answer.groups.length && answer.groups.length >= this.#limit;
    this.#hits.replaceChildren(...answer.groups.map(groupElement), ...(canGrow ? [more] : []));
  }

  #clear(): void {
    this.#shown = undefined;
    this.#hits.replaceChildren();
    this.#hits.ariaBusy = "false";
    this.#status.textContent = "";
    this.#sections.hidden = false;
    const chosen = this.#section;
    showChips(this.#chips, chosen === undefined ? [] : [chosen], undefined, chosen);
    this.#showPanel(recentContent(readRecent()));
  }

  #fail(): void {
    this.#clear();
    this.#showPanel([]);
    this.#status.textContent = FAILED;
  }

  #showPanel(content: readonly HTMLElement[]): void {
    this.#panel.replaceChildren(...content);
    this.#panel.hidden = content.length === 0;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#write("push");
    rememberQuery(this.#state.query);
    void this.#ask();
  }

  /** Looks in one section, or in all (`""`). */
  #choose(section: string | undefined): void {
    if (section === undefined) return;
    this.#section = section || undefined;
    this.#limit = PAGES;
    this.#write("push");
    void this.#ask();
  }

  #onHit(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const link = target.closest("a");
    if (link !== null) noteOpened(link, event, this.#state.query, this.#shown?.found);
    if (target.closest("[data-more]") === null) return;
    const seen = this.#hits.querySelectorAll("h2").length;
    this.#limit += PAGES;
    void this.#ask().then(() => this.#hits.querySelectorAll<HTMLElement>("h2 a")[seen]?.focus());
  }

  #onPanel(target: EventTarget | null): void {
    const action = panelAction(target);
    if (action === undefined) return;
    if (action.kind === "everywhere") this.#section = undefined;
    else if (action.kind === "search") this.#input.value = action.query;
    else forgetRecent(action.query);
    // What was clicked is gone after the next lines.
    this.#input.focus();
    this.#write("push");
    void this.#ask();
  }
}

/** A page with its sections that were found. */
function groupElement({ title, trail, url, rows }: Group): HTMLElement {
  const link = element("a", { href: url, textContent: title });
  const above = trail.length > 0 ? [element("small", { textContent: trail.join(" › ") })] : [];
  const items = rows.map((row) =>
    element("li", {}, element("a", { className: "hit", href: row.href }, ...rowContent(row))),
  );
  const heading = element("h2", { className: "hit-page" }, link, " ", ...above);
  return element("section", {}, heading, element("ul", {}, ...items));
}

function part<E extends HTMLElement>(selector: string, type: abstract new () => E): E {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The search page has no ${selector}`);
  return found;
}

new SearchResults();
