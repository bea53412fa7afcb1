/**
 * A choice made in another window of the same browser, shown in this one. Loaded with the
 * first such choice.
 */
import { holdPlace } from "./hold-place.ts";
import { addressAfter } from "./tab-address.ts";
import { choiceIn, choicesOfQuery, chosenKey } from "./tab-choice.ts";
import { TABS_CHANGED } from "./tab-event.ts";
import { keyOf, type TabGroup } from "./tab-group.ts";
import type { Tabs } from "./tabs.ts";

/** Pixels between the places at which the window is looked at: less than a line of text. */
const STEP = 12;

/** A group that offers a choice, with the tab of it. */
interface Offer {
  readonly group: TabGroup;
  readonly tab: HTMLAnchorElement;
}

/**
 * Shows the last one of the choices that are kept now, where the page offers it, and keeps
 * in its place what the reader looks at. An address that says otherwise is corrected.
 */
export function follow(kept: string, tabs: Tabs): void {
  const choice = lastOf(kept);
  const { groups } = tabs;
  const offers = groups.flatMap((group): Offer[] => {
    const tab = group.tabs.find((own) => choiceIn(group.name, keyOf(own)) === choice);
    return tab === undefined ? [] : [{ group, tab }];
  });
  const [first] = offers;
  const changing = offers.filter(({ group, tab }) => group.chosen !== tab);
  if (first === undefined || changing.length === 0) return;
  const { group, tab } = first;
  change(changing, () => tabs.show(group, tab));
  const isInAddress = chosenKey(choicesOfQuery(location.search), group.name, group.keys);
  tabs.keep(isInAddress && addressAfter(keyOf(tab), group, groups));
  document.dispatchEvent(new Event(TABS_CHANGED));
}

/** The choice that was made last; undefined where something else is kept. */
function lastOf(kept: string): unknown {
  try {
    const choices: unknown = JSON.parse(kept);
    return Array.isArray(choices) ? choices.at(-1) : undefined;
  } catch {
    return undefined;
  }
}

/** Runs `show`, which changes these groups. */
function change(changing: readonly Offer[], show: () => void): void {
  const around = (element: Element | null | undefined): Offer | undefined =>
    changing.find(({ group }) => element && openPanel(group)?.contains(element));
  const hadFocus = around(document.activeElement);
  const shown = shownElements();
  const staying = shown.find((element) => around(element) === undefined);
  if (staying !== undefined) {
    holdPlace(staying, show, changing[0]?.group.list);
  } else {
    // All that is in the window goes: what comes instead is shown from its start.
    const list = around(shown[0])?.group.list;
    show();
    list?.scrollIntoView({ behavior: "instant", block: "start" });
  }
  hadFocus?.tab.focus({ preventScroll: true });
}

function openPanel({ panels }: TabGroup): HTMLElement | undefined {
  return panels.find((panel) => !panel.hasAttribute("hidden"));
}

/** What the window shows of the text, from above; what is around other parts is left out. */
function shownElements(): Element[] {
  const main = document.querySelector("main");
  if (main === null) return [];
  const { left, right } = main.getBoundingClientRect();
  const shown = new Set<Element>();
  for (let y = 0; y < innerHeight; y += STEP) {
    const element = document.elementFromPoint((left + right) / 2, y);
    const isText = element !== null && element !== main && main.contains(element);
    if (isText && element.querySelector(".tabs") === null) shown.add(element);
  }
  return [...shown];
}
