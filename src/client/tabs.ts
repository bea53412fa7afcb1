/**
 * Tabs (WAI-ARIA: tabs pattern, automatic activation). Without script they are
 * links to panels that stand one after the other; script gives them their roles.
 */
import { placeOf } from "./hash.ts";
import { holdPlace } from "./hold-place.ts";
import { addressAfter } from "./tab-address.ts";
import {
  choiceIn,
  choicesOfQuery,
  chosenKey,
  keepChoice,
  readChoices,
  STORAGE_KEY,
  withQueryChoices,
} from "./tab-choice.ts";
import { TABS_CHANGED } from "./tab-event.ts";
import { keyOf, TabGroup } from "./tab-group.ts";
import { keepOpened, openedBefore } from "./tab-history.ts";
import { hasModifier, tabAfterKey } from "./tab-keys.ts";

/** All groups of a page. */
export class Tabs {
  readonly #groups = new Map<Element, TabGroup>();

  constructor() {
    this.take();
    this.#restore();
  }

  /** Starts the groups that are not started yet, and forgets those that are gone. */
  take(): void {
    for (const element of this.#groups.keys())
      if (!element.isConnected) this.#groups.delete(element);
    const choices = [...readChoices(), ...choicesOfQuery(location.search)];
    for (const element of document.querySelectorAll<HTMLElement>(".tabs")) {
      if (this.#groups.has(element)) continue;
      const group = new TabGroup(element);
      this.#groups.set(element, group);
      this.#start(group, choices);
    }
  }

  /** Opens every panel and every `<details>` around a place, outermost first. Tells whether one was closed. */
  reveal(place: Element): boolean {
    const around: Element[] = [];
    for (let at: Element | null = place; at !== null; at = at.parentElement) around.unshift(at);
    const wasClosed = around.map((element) => this.#open(element)).includes(true);
    if (wasClosed) tellChanged();
    return wasClosed;
  }

  /** Goes to the place that the address names: it opens what is around and scrolls there. */
  arrive(isFirst: boolean): void {
    const place = placeOf(location.hash);
    // Where nothing was closed, the browser has scrolled already.
    if (place !== null && (this.reveal(place) || isFirst)) place.scrollIntoView();
    this.keep();
  }

  /** Keeps what is open with the entry of the history. */
  keep(address?: string): void {
    if (this.#groups.size > 0) keepOpened(this.#opened, address);
  }

  /** Shows what was open when the reader left this entry of the history. */
  goBack(): void {
    this.#restore();
    tellChanged();
  }

  /** In the order of the page: a group comes before those in its panels. */
  get groups(): TabGroup[] {
    return [...this.#groups.values()];
  }

  get #opened(): string[] {
    const chosen = this.groups.map((group) => group.chosen?.getAttribute("href"));
    return chosen.filter((href) => typeof href === "string");
  }

  #start(group: TabGroup, choices: readonly string[]): void {
    const { chosen, keys, name, panels, tabs } = group;
    // The browser may have opened a panel already, for a text fragment.
    const found = panels.find(
      (panel) => !panel.hasAttribute("hidden") && group.tabOf(panel) !== chosen,
    );
    const open = chosen && found && group.tabOf(found);
    group.setRoles();
    const key = chosenKey(choices, name, keys) ?? keys[0] ?? "";
    group.choose(chosen === undefined ? key : keyOf(open ?? chosen));
    for (const [at, tab] of tabs.entries()) this.#listen(group, tab, at);
    for (const panel of panels) {
      panel.addEventListener("beforematch", () => {
        this.reveal(panel);
        this.keep();
      });
    }
  }

  #restore(hrefs = openedBefore() ?? []): void {
    for (const group of this.#groups.values()) {
      const tab = group.tabs.find((own) => hrefs.includes(own.getAttribute("href") ?? ""));
      if (tab !== undefined) group.choose(keyOf(tab));
    }
  }

  #open(element: Element): boolean {
    if (element instanceof HTMLDetailsElement && !element.open) {
      element.open = true;
      return true;
    }
    if (!element.matches(".panel")) return false;
    const group = this.#groups.get(element.closest(".tabs") ?? element);
    const tab = group?.tabOf(element);
    if (group === undefined || tab === undefined || tab === group.chosen) return false;
    this.show(group, tab);
    return true;
  }

  #listen(group: TabGroup, tab: HTMLAnchorElement, at: number): void {
    tab.addEventListener("click", (event) => {
      // With a modifier the reader wants a window of its own.
      if (hasModifier(event)) return;
      event.preventDefault();
      this.#pick(group, tab);
    });
    tab.addEventListener("keydown", (event) => {
      const { direction } = getComputedStyle(group.list);
      const to = hasModifier(event)
        ? undefined
        : tabAfterKey(event.key, at, group.tabs.length, direction);
      const next = to === undefined ? undefined : group.tabs[to];
      if (next === undefined) return;
      event.preventDefault();
      this.#pick(group, next);
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    });
  }

  /** A reader's choice: it is shown, kept for other pages, and stands in the address. */
  #pick(group: TabGroup, tab: HTMLAnchorElement): void {
    const key = keyOf(tab);
    holdPlace(group.list, () => this.show(group, tab));
    keepChoice(choiceIn(group.name, key));
    this.keep(addressAfter(key, group, this.groups));
    tellChanged();
  }

  /** Shows a panel, and its like in groups of the same name; what is around it stays open. */
  show(group: TabGroup, tab: HTMLAnchorElement): void {
    const key = keyOf(tab);
    for (const other of this.#groups.values()) {
      const isLike = other.name === group.name && other.keys.includes(key);
      if (other === group || (isLike && !other.element.contains(group.element))) other.choose(key);
    }
  }
}

function tellChanged(): void {
  document.dispatchEvent(new Event(TABS_CHANGED));
}

let started: Tabs | undefined;

/** Tabs that were put into the page after its start. */
export function takeTabs(): void {
  started?.take();
}

/** Starts the tabs of a page; an address with a fragment opens what is around its place. */
export function startTabs(): void {
  const tabs = new Tabs();
  started = tabs;
  document.addEventListener("click", (event) => followLink(event, tabs));
  addEventListener("popstate", () => {
    if (openedBefore() !== undefined) tabs.goBack();
  });
  // An entry that has been left before is as it was; the browser scrolls back by itself.
  addEventListener("hashchange", () => {
    if (openedBefore() === undefined) tabs.arrive(false);
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key === STORAGE_KEY && newValue)
      void import("./tabs-follow.ts").then(({ follow }) => follow(newValue, tabs));
  });
  if (openedBefore() !== undefined) return;
  tabs.arrive(true);
  // The address of the document has no text fragments, for pages are not to depend on them.
  const [entry] = performance.getEntriesByType("navigation");
  void followText(entry?.name ?? "", tabs);
}

/** Goes to the text that an address asks for, where it is in what is closed. */
async function followText(address: string, tabs: Tabs): Promise<void> {
  if (!address.includes(":~:text=")) return;
  const text = await import("./text-fragment.ts");
  const article = document.querySelector("main") ?? document.body;
  for (const directive of text.directivesOf(address)) {
    const place = text.findText(article, directive);
    if (place === undefined) continue;
    if (tabs.reveal(place)) place.scrollIntoView({ block: "center" });
    tabs.keep();
    return;
  }
}

/**
 * A click on a link to a place of this page opens what is around the place before the
 * browser scrolls; a link to where the address is already changes no fragment.
 */
function followLink(event: MouseEvent, tabs: Tabs): void {
  const { target } = event;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link === null || event.defaultPrevented || hasModifier(event) || link.target !== "") return;
  const { origin, pathname, search, hash, href } = link;
  if (origin + pathname !== location.origin + location.pathname) return;
  void followText(hash, tabs);
  const place = placeOf(hash);
  if (place === null) return;
  const isHere = search === location.search;
  // What is chosen in the address is no reason to load the page again.
  const isNearlyHere = search === "" && withQueryChoices(location.search, []) === "";
  if (!isHere && !isNearlyHere) return;
  tabs.reveal(place);
  if (isHere && href === location.href) tabs.keep();
  if (isHere) return;
  event.preventDefault();
  if (hash === location.hash) {
    place.scrollIntoView();
    tabs.keep();
  } else {
    location.hash = hash;
  }
}
