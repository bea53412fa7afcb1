/**
 * Tabs (WAI-ARIA: tabs pattern, automatic activation). Without script they are
 * links to panels that stand one after the other; script gives them their roles.
 */
import {
  type Choices,
  chosenKey,
  readChoices,
  tabAfterKey,
  withChoice,
  writeChoices,
} from "./tab-choice.ts";

/** One group: its tabs, and the panel of each. */
class Group {
  readonly element: HTMLElement;
  readonly name: string;
  readonly tabs: readonly HTMLAnchorElement[];
  readonly panels: readonly HTMLElement[];

  constructor(element: HTMLElement) {
    this.element = element;
    this.name = element.dataset.sync ?? "tabs";
    const own = (selector: string): HTMLElement[] =>
      [...element.querySelectorAll<HTMLElement>(selector)].filter(
        (part) => part.closest(".tabs") === element,
      );
    this.tabs = own(".tab").filter((tab) => tab instanceof HTMLAnchorElement);
    this.panels = own(".panel");
  }

  get keys(): string[] {
    return this.tabs.map((tab) => tab.dataset.key ?? "");
  }

  setRoles(): void {
    const list = this.tabs[0]?.parentElement;
    if (!list) return;
    list.role = "tablist";
    list.ariaLabel = this.element.dataset.label ?? "Choose";
    this.panels.forEach((panel, index) => {
      const tab = this.tabs[index];
      if (tab === undefined) return;
      tab.role = "tab";
      tab.id = `tab-${panel.id}`;
      tab.setAttribute("aria-controls", panel.id);
      panel.role = "tabpanel";
      panel.setAttribute("aria-labelledby", tab.id);
    });
  }

  /** Shows one panel; the others stay findable in the page. */
  choose(key: string): void {
    this.tabs.forEach((tab, index) => {
      const isChosen = tab.dataset.key === key;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = this.panels[index];
      if (isChosen) panel?.removeAttribute("hidden");
      else panel?.setAttribute("hidden", "until-found");
    });
    this.element.dataset.ready = "";
  }
}

/** All groups of a page and what was chosen in them. */
class Tabs {
  readonly #groups = new Map<Element, Group>();
  #choices: Choices = readChoices();

  constructor() {
    for (const element of document.querySelectorAll<HTMLElement>(".tabs")) {
      const group = new Group(element);
      this.#groups.set(element, group);
      group.setRoles();
      group.choose(chosenKey(this.#choices, group.name, group.keys) ?? group.keys[0] ?? "");
      for (const [at, tab] of group.tabs.entries()) this.#listen(group, tab, at);
      for (const panel of group.panels) {
        panel.addEventListener("beforematch", () => this.reveal(panel));
      }
    }
  }

  /** Opens every panel and every `<details>` around a place, outermost first. */
  reveal(place: Element): void {
    const around: Element[] = [];
    for (let at: Element | null = place; at !== null; at = at.parentElement) around.unshift(at);
    for (const element of around) {
      if (element instanceof HTMLDetailsElement) element.open = true;
      if (element.classList.contains("panel")) this.#openPanel(element);
    }
  }

  #openPanel(panel: Element): void {
    const group = this.#groups.get(panel.closest(".tabs") ?? panel);
    const tab = group?.tabs.find(
      (candidate) => candidate.getAttribute("aria-controls") === panel.id,
    );
    if (group !== undefined && tab !== undefined) this.#pick(group, tab);
  }

  #listen(group: Group, tab: HTMLAnchorElement, at: number): void {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      this.#pick(group, tab);
      history.replaceState(history.state, "", tab.hash);
    });
    tab.addEventListener("keydown", (event) => {
      const to = tabAfterKey(event.key, at, group.tabs.length);
      const next = to === undefined ? undefined : group.tabs[to];
      if (next === undefined) return;
      event.preventDefault();
      this.#pick(group, next);
      next.focus();
    });
  }

  /** Chooses a tab, and its like in groups of the same name, without moving what the reader sees. */
  #pick(group: Group, tab: HTMLAnchorElement): void {
    const key = tab.dataset.key ?? "";
    const before = tab.getBoundingClientRect().top;
    for (const other of this.#groups.values()) {
      if (other === group || (other.name === group.name && other.keys.includes(key)))
        other.choose(key);
    }
    const moved = tab.getBoundingClientRect().top - before;
    if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
    this.#choices = withChoice(this.#choices, group.name, key);
    writeChoices(this.#choices);
  }
}

/** Starts the tabs of a page; an address with a hash opens what is around its place. */
export function startTabs(): void {
  const tabs = new Tabs();
  const arrive = (): void => {
    const place = placeOf(location.hash);
    if (place === null) return;
    tabs.reveal(place);
    place.scrollIntoView({ behavior: "instant" });
  };
  addEventListener("hashchange", arrive);
  // A click on a link to the place where the address already is changes no hash.
  document.addEventListener("click", ({ target }) => {
    const link =
      target instanceof Element
        ? target.closest<HTMLAnchorElement>('a[href^="#"]:not(.tab)')
        : null;
    const place = link === null ? null : placeOf(link.hash);
    if (place !== null) tabs.reveal(place);
  });
  arrive();
}

function placeOf(hash: string): Element | null {
  if (hash.length < 2) return null;
  return document.getElementById(decodeURIComponent(hash.slice(1)));
}
