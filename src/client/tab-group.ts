/** One group of tabs: its roles, and which panel shows (WAI-ARIA: tabs pattern). */

/** A group as the page has it: `.tabs` with `.tab` links and one `.panel` for each. */
export class TabGroup {
  /** Groups of one name change together. */
  readonly name: string;
  readonly tabs: readonly HTMLAnchorElement[];
  readonly #element: HTMLElement;
  readonly #panels: readonly HTMLElement[];

  constructor(element: HTMLElement) {
    // Groups stand in panels of other groups: what belongs to those is left to them.
    const own = (selector: string): HTMLElement[] =>
      [...element.querySelectorAll<HTMLElement>(selector)].filter(
        (part) => part.closest(".tabs") === element,
      );
    this.#element = element;
    this.name = element.dataset.sync ?? "tabs";
    this.tabs = own(".tab").filter((tab) => tab instanceof HTMLAnchorElement);
    this.#panels = own(".panel");
  }

  /** What its tabs are remembered by, in order. */
  get keys(): string[] {
    return this.tabs.map(keyOf);
  }

  get panels(): readonly HTMLElement[] {
    return this.#panels;
  }

  /** Makes tabs of the links. */
  setRoles(): void {
    const list = this.tabs[0]?.parentElement;
    if (!list) return;
    list.role = "tablist";
    list.ariaLabel = this.#element.dataset.label ?? "Choose";
    for (const [index, panel] of this.#panels.entries()) {
      const tab = this.tabs[index];
      if (tab !== undefined) tie(tab, panel);
    }
  }

  /** The tab of a panel. */
  tabOf(panel: Element): HTMLAnchorElement | undefined {
    return this.tabs.find((tab) => tab.getAttribute("aria-controls") === panel.id);
  }

  /** Shows one panel; a search in the page still finds the others. */
  choose(key: string): void {
    for (const [index, tab] of this.tabs.entries()) {
      const isChosen = keyOf(tab) === key;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = this.#panels[index];
      // A panel takes focus itself, for most begin with text; a closed one must not.
      if (isChosen) {
        panel?.setAttribute("tabindex", "0");
        panel?.removeAttribute("hidden");
      } else {
        panel?.removeAttribute("tabindex");
        panel?.setAttribute("hidden", "until-found");
      }
    }
    this.#element.dataset.ready = "";
  }
}

/** What the choice of a tab is remembered by. */
export function keyOf(tab: HTMLElement): string {
  return tab.dataset.key ?? "";
}

function tie(tab: HTMLAnchorElement, panel: HTMLElement): void {
  tab.role = "tab";
  tab.id = `tab-${panel.id}`;
  tab.setAttribute("aria-controls", panel.id);
  panel.role = "tabpanel";
  panel.setAttribute("aria-labelledby", tab.id);
}
