/** Elements that the search dialog and the search page share. */
import type { Piece } from "./search-excerpt.ts";
import type { Row } from "./search-groups.ts";

/** An element with properties and children; texts are set as text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** What a result shows: the path of headings and tab that leads to it, and an excerpt. */
export function rowContent({ headings, tab, excerpt }: Row): HTMLElement[] {
  const path = element("span", { className: "hit-path" });
  for (const [index, heading] of headings.entries()) {
    if (index > 0) path.append(element("i", { ariaHidden: "true", textContent: "›" }));
    path.append(element("span", { textContent: heading }), " ");
  }
  if (tab !== undefined) path.append(element("span", { className: "in-tab", textContent: tab }));
  const text = element("span", { className: "hit-text" }, ...excerpt.map(pieceNode));
  return excerpt.length > 0 ? [path, text] : [path];
}

/**
 * Shows the sections to choose from, with the number of pages that fit in each; nothing
 * if there is nothing to choose. The focus stays on the section that had it.
 */
export function showChips(
  chips: HTMLFieldSetElement,
  sections: readonly string[],
  counts: Readonly<Record<string, number>> | undefined,
  chosen: string | undefined,
): void {
  const focused = document.activeElement;
  const hadFocus = focused instanceof HTMLElement && chips.contains(focused);
  const focusedSection = hadFocus ? focused.dataset.section : undefined;
  const total = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  const useful = sections.filter((name) => (counts?.[name] ?? 0) > 0 || name === chosen);
  const made = [
    chip("All", counts && total, "", chosen === undefined),
    ...useful.map((name) => chip(name, counts && (counts[name] ?? 0), name, chosen === name)),
  ];
  chips.replaceChildren(...[...chips.children].slice(0, 1), ...made);
  chips.hidden = useful.length < 2 && chosen === undefined;
  if (hadFocus)
    (made.find(({ dataset }) => dataset.section === focusedSection) ?? made[0])?.focus();
}

/** The section that a click on the chips chose; `""` stands for all, undefined for none. */
export function chosenChip(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>(".chip")?.dataset.section
    : undefined;
}

function chip(
  name: string,
  count: number | undefined,
  section: string,
  isChosen: boolean,
): HTMLElement {
  const small = count === undefined ? [] : [element("small", { textContent: String(count) })];
  const button = element("button", { type: "button", className: "chip" }, `${name} `, ...small);
  button.ariaPressed = String(isChosen);
  button.dataset.section = section;
  return button;
}

function pieceNode({ text, isMatch }: Piece): Node | string {
  return isMatch ? element("mark", { textContent: text }) : text;
}
