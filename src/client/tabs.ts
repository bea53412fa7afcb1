/**
 * Tabs (WAI-ARIA: tabs pattern, automatic activation). Without script they are
 * links to panels that stand one after the other; script gives them their roles.
 */
import { placeOf } from "./hash.ts";
import {
  type Choices,
  chosenKey,
  readChoices,
  tabAfterKey,
  withChoice,
  writeChoices,
} from "./tab-choice.ts";
import { keyOf, TabGroup } from "./tab-group.ts";

/** All groups of a page and what was chosen in them. */
class Tabs {
  readonly #groups = new Map<Element, TabGroup>();
  #choices: Choices = readChoices();

  constructor() {
    for (const element of document.querySelectorAll<HTMLElement>(".tabs")) {
      const group = new TabGroup(element);
      this.#groups.set(element, group);
      group.setRoles();
      group.choose(chosenKey(this.#choices, group.name, group.keys) ?? group.keys[0] ?? "");
      for (const [at, tab] of group.tabs.entries()) this.#listen(group, tab, at);
      for (const panel of group.panels) {
        panel.addEventListener("beforematch", () => this.reveal(panel));
      }
    }
  }

  /** Opens every panel and every `<details>` around a place, outermost first. Tells whether one was closed. */
  reveal(place: Element): boolean {
    const around: Element[] = [];
    for (let at: Element | null = place; at !== null; at = at.parentElement) around.unshift(at);
    return around.map((element) => this.#open(element)).includes(true);
  }

  #open(element: Element): boolean {
    if (element instanceof HTMLDetailsElement && !element.open) {
      element.open = true;
      return true;
    }
    if (!element.matches(".panel")) return false;
    const group = this.#groups.get(element.closest(".tabs") ?? element);
    const tab = group?.tabOf(element);
    if (group === undefined || tab === undefined || tab.ariaSelected === "true") return false;
    this.#show(group, tab);
    return true;
  }

  #listen(group: TabGroup, tab: HTMLAnchorElement, at: number): void {
    tab.addEventListener("click", (event) => {
      // With a modifier the reader wants a window of its own.
      if (hasModifier(event)) return;
      event.preventDefault();
      this.#pick(group, tab);
      history.replaceState(history.state, "", tab.hash);
    });
    tab.addEventListener("keydown", (event) => {
      const to = hasModifier(event) ? undefined : tabAfterKey(event.key, at, group.tabs.length);
      const next = to === undefined ? undefined : group.tabs[to];
      if (next === undefined) return;
      event.preventDefault();
      this.#pick(group, next);
      next.focus();
    });
  }

  /** A reader's choice: it is shown, and kept for other pages. */
  #pick(group: TabGroup, tab: HTMLAnchorElement): void {
    this.#show(group, tab);
    this.#choices = withChoice(this.#choices, group.name, keyOf(tab));
    writeChoices(this.#choices);
  }

  /** Shows a panel, and its like in groups of the same name, without moving what the reader sees. */
  #show(group: TabGroup, tab: HTMLAnchorElement): void {
    const key = keyOf(tab);
    const before = tab.getBoundingClientRect().top;
    for (const other of this.#groups.values()) {
      if (other === group || (other.name === group.name && other.keys.includes(key)))
        other.choose(key);
    }
    const moved = tab.getBoundingClientRect().top - before;
    if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
  }
}

function hasModifier(event: KeyboardEvent | MouseEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}

/** Starts the tabs of a page; an address with a fragment opens what is around its place. */
export function startTabs(): void {
  const tabs = new Tabs();
  const arrive = (isFirst: boolean): void => {
    const place = placeOf(location.hash);
    if (place !== null && (tabs.reveal(place) || isFirst)) place.scrollIntoView();
  };
  // Where nothing was closed, the browser has scrolled already, or has gone back to where the reader was.
  addEventListener("hashchange", () => arrive(false));
  // A click on a link to the place where the address already is changes no fragment.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a") : null;
    if (
      link === null ||
      link.getAttribute("href")?.startsWith("#") !== true ||
      link.matches(".tab")
    )
      return;
    const place = placeOf(link.hash);
    if (place !== null) tabs.reveal(place);
  });
  arrive(true);
}
