/** The search dialog's elements: its frame, made once, and what is shown in it. */
import { keepInView } from "./keep-in-view.ts";
import type { Piece } from "./search-excerpt.ts";
import type { Group, Row } from "./search-groups.ts";

/** The parts of the dialog that change. */
export interface View {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly chips: HTMLFieldSetElement;
  readonly hits: HTMLElement;
  /** Says above the results that they are for a query with its slips mended. */
  readonly note: HTMLElement;
  /** Shown in the place of results. */
  readonly message: HTMLElement;
  readonly status: HTMLElement;
}

const FRAME = `<form method="dialog">
<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/></svg>
<input type="search" role="combobox" aria-label="Search" aria-autocomplete="list" aria-expanded="false" aria-controls="search-hits" placeholder="Search the docs" enterkeyhint="go" autocomplete="off" autocapitalize="off" spellcheck="false">
<button type="submit" class="btn"><span class="sr">Close: </span><kbd>esc</kbd></button>
</form>
<fieldset class="chips" hidden><legend class="sr">Narrow the results</legend></fieldset>
<p class="search-note" hidden></p>
<div class="hits" id="search-hits" role="listbox" aria-label="Results" tabindex="-1" hidden></div>
<p class="search-message" hidden></p>
<div class="search-foot"><span role="status"></span><span class="keys push"><kbd>↑</kbd> <kbd>↓</kbd> move</span><span class="keys"><kbd>↵</kbd> open</span><span class="keys" hidden><kbd>tab</kbd> filters</span></div>`;

/** Makes the dialog and adds it to the page, closed. */
export function createView(): View {
  const dialog = element("dialog", { className: "search", ariaLabel: "Search the docs" });
  // A fixed text: what authors and readers write is only ever set as text.
  dialog.innerHTML = FRAME;
  document.body.append(dialog);
  const part = <E extends HTMLElement>(selector: string): E => {
    const found = dialog.querySelector<E>(selector);
    if (found === null) throw new Error(`The search dialog has no ${selector}`);
    return found;
  };
  return {
    dialog,
    input: part("input"),
    chips: part("fieldset"),
    note: part(".search-note"),
    hits: part(".hits"),
    message: part(".search-message"),
    status: part("[role=status]"),
  };
}

/**
 * Shows groups of results in the place of those before, and the query that they are for
 * if it is not the one that was typed. Options are numbered through.
 */
export function showGroups(
  { hits, input, message, note }: View,
  groups: readonly Group[],
  corrected?: string,
): void {
  let count = 0;
  const nextId = (): string => `search-hit-${++count}`;
  hits.replaceChildren(...groups.map((group, index) => groupElement(group, index, nextId)));
  hits.scrollTop = 0;
  hits.hidden = count === 0;
  message.hidden = true;
  note.replaceChildren("Results for ", element("b", { textContent: corrected ?? "" }));
  note.hidden = corrected === undefined;
  input.ariaExpanded = String(count > 0);
}

/** Shows a sentence in the place of results. */
export function showMessage(view: View, text: string): void {
  showGroups(view, []);
  view.message.textContent = text;
  view.message.hidden = text === "";
}

/**
 * Shows the sections to choose from, with the number of pages that fit in each; nothing
 * if there is nothing to choose.
 */
export function showChips(
  { chips, dialog }: View,
  sections: readonly string[],
  counts: Readonly<Record<string, number>>,
  chosen: string | undefined,
): void {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  const focusedSection = chips.contains(focused ?? null) ? focused?.dataset.section : undefined;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const all = chip("All", total, "", chosen === undefined);
  const useful = sections.filter((name) => (counts[name] ?? 0) > 0 || name === chosen);
  const rest = useful.map((name) => chip(name, counts[name] ?? 0, name, chosen === name));
  chips.replaceChildren(...[...chips.children].slice(0, 1), all, ...rest);
  chips.hidden = useful.length < 2 && chosen === undefined;
  dialog.querySelector<HTMLElement>(".keys:last-child")?.toggleAttribute("hidden", chips.hidden);
  [all, ...rest].find(({ dataset }) => dataset.section === focusedSection)?.focus();
}

/** The options, in order. */
export function optionsOf({ hits }: View): HTMLElement[] {
  return [...hits.querySelectorAll<HTMLElement>("[role=option]")];
}

/** Makes one option the active one; the others are not. */
export function activate(view: View, index: number): void {
  const options = optionsOf(view);
  for (const [at, option] of options.entries()) option.ariaSelected = String(at === index);
  const active = options[index];
  if (active === undefined) view.input.removeAttribute("aria-activedescendant");
  else view.input.setAttribute("aria-activedescendant", active.id);
  if (active !== undefined) keepInView(view.hits, active, "nearest");
}

function chip(name: string, count: number, section: string, isChosen: boolean): HTMLElement {
  const small = element("small", { textContent: String(count) });
  const button = element("button", { type: "button", className: "chip" }, `${name} `, small);
  button.ariaPressed = String(isChosen);
  button.dataset.section = section;
  return button;
}

function groupElement(
  { title, trail, rows }: Group,
  index: number,
  nextId: () => string,
): HTMLElement {
  const id = `search-page-${index}`;
  const above = trail.length > 0 ? [element("small", { textContent: trail.join(" › ") })] : [];
  const heading = element("p", { className: "hit-page", id }, title, " ", ...above);
  const options = rows.map((row) => rowElement(row, nextId()));
  const group = element("div", { role: "group" }, heading, ...options);
  group.setAttribute("aria-labelledby", id);
  return group;
}

function rowElement({ href, headings, tab, excerpt }: Row, id: string): HTMLElement {
  const path = element("span", { className: "hit-path" });
  for (const [index, heading] of headings.entries()) {
    if (index > 0) path.append(element("i", { ariaHidden: "true", textContent: "›" }));
    path.append(element("span", { textContent: heading }), " ");
  }
  if (tab !== undefined) path.append(element("span", { className: "in-tab", textContent: tab }));
  const text = excerpt.length > 0 ? [element("p", {}, ...excerpt.map(pieceNode))] : [];
  const properties = { className: "hit", role: "option", ariaSelected: "false", tabIndex: -1 };
  return element("a", { ...properties, id, href }, path, ...text);
}

function pieceNode({ text, isMatch }: Piece): Node | string {
  return isMatch ? element("mark", { textContent: text }) : text;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
