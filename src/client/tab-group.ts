/** One group of tabs: its roles, and which panel shows (WAI-ARIA: tabs pattern). */

/** What can take focus; a tab that is not chosen cannot, but stands in a list that can. */
const FOCUSABLE =
  "a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]";

/** A group as the page has it: `.tabs` with `.tab` links and one `.panel` for each. */
export class TabGroup {
  /** Groups of one name change together. */
  readonly name: string;
  readonly element: HTMLElement;
  readonly tabs: readonly HTMLAnchorElement[];
  readonly panels: readonly HTMLElement[];

  constructor(element: HTMLElement) {
    // Groups stand in panels of other groups: what belongs to those is left to them.
    const own = (selector: string): HTMLElement[] =>
      [...element.querySelectorAll<HTMLElement>(selector)].filter(
        (part) => part.closest(".tabs") === element,
      );
    this.element = element;
    this.name = element.dataset.sync ?? "tabs";
    this.tabs = own(".tab").filter((tab) => tab instanceof HTMLAnchorElement);
    this.panels = own(".panel");
  }

  /** What its tabs are remembered by, in order. */
  get keys(): string[] {
    return this.tabs.map(keyOf);
  }

  /** The tab whose panel shows; undefined before one was chosen. */
  get chosen(): HTMLAnchorElement | undefined {
    return this.tabs.find((tab) => tab.ariaSelected === "true");
  }

  /** The list of the tabs, which stays where it is whichever is chosen. */
  get list(): HTMLElement {
    return this.tabs[0]?.parentElement ?? this.element;
  }

  /** Makes tabs of the links. */
  setRoles(): void {
    this.list.role = "tablist";
    this.list.ariaLabel = this.element.dataset.label ?? "Choose";
    for (const [index, panel] of this.panels.entries()) {
      const tab = this.tabs[index];
      if (tab !== undefined) tie(tab, panel);
    }
  }

  /** The tab of a panel. */
  tabOf(panel: Element): HTMLAnchorElement | undefined {
    return this.tabs[this.panels.findIndex(({ id }) => id === panel.id)];
  }

  /** Shows the panel of a key that it offers; a search in the page still finds the others. */
  choose(key: string): void {
    for (const [index, tab] of this.tabs.entries()) {
      const isChosen = keyOf(tab) === key;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = this.panels[index];
      if (panel !== undefined) setOpen(panel, isChosen);
    }
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

/** An open panel takes focus, unless what it starts with does; a closed one must not. */
function setOpen(panel: HTMLElement, isOpen: boolean): void {
  if (isOpen) panel.removeAttribute("hidden");
  else panel.setAttribute("hidden", "until-found");
  if (isOpen && !startsWithFocusable(panel)) panel.tabIndex = 0;
  else panel.removeAttribute("tabindex");
}

/** Whether the first thing in a panel takes focus: then the panel need not. */
function startsWithFocusable(panel: HTMLElement): boolean {
  const nodes = document.createTreeWalker(panel, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    if (node.parentElement?.closest(".panel-title")) continue;
    if (node instanceof Element && node.matches(FOCUSABLE)) return true;
    if (node instanceof Element ? node.matches("img, svg, hr") : node.nodeValue?.trim() !== "")
      return false;
  }
  return false;
}
