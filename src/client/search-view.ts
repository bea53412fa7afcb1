/** The search dialog's elements: its frame, made once, and what is shown in it. */
import { addressOf, type SearchState, searchPageUrl } from "./search-address.ts";
import { element, rowContent } from "./search-elements.ts";
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
  /** Searches of before, or ways on from a query that found nothing. */
  readonly panel: HTMLElement;
  readonly status: HTMLElement;
  /** The way to the search page. */
  readonly all: HTMLAnchorElement;
}

const FRAME = `<form method="dialog">
<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/></svg>
<input type="search" role="combobox" aria-label="Search" aria-autocomplete="list" aria-expanded="false" aria-controls="search-hits" placeholder="Search the docs" enterkeyhint="go" autocomplete="off" autocapitalize="off" spellcheck="false">
<button type="submit" class="btn"><span class="sr">Close: </span><kbd>esc</kbd></button>
</form>
<fieldset class="chips" hidden><legend class="sr">Narrow the results</legend></fieldset>
<p class="search-note" hidden></p>
<div class="hits" id="search-hits" role="listbox" aria-label="Results" tabindex="-1" hidden></div>
<div class="search-rest"><p class="search-message" hidden></p>
<div class="search-panel" hidden></div></div>
<div class="search-foot"><span role="status"></span><a class="search-all push" hidden>All results</a><span class="keys"><kbd>↑</kbd> <kbd>↓</kbd> move</span><span class="keys"><kbd>↵</kbd> open</span><span class="keys" hidden><kbd>tab</kbd> filters</span></div>`;

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
    panel: part(".search-panel"),
    status: part("[role=status]"),
    all: part(".search-all"),
  };
}

/**
 * Shows groups of results in the place of those before, and the query that they are for
 * if it is not the one that was typed. Options are numbered through.
 */
export function showGroups(view: View, groups: readonly Group[], corrected?: string): void {
  const { hits, input, message, note } = view;
  let count = 0;
  const nextId = (): string => `search-hit-${++count}`;
  hits.replaceChildren(...groups.map((group, index) => groupElement(group, index, nextId)));
  hits.scrollTop = 0;
  hits.hidden = count === 0;
  message.hidden = true;
  showPanel(view, []);
  note.replaceChildren("Results for ", element("b", { textContent: corrected ?? "" }));
  note.hidden = corrected === undefined;
  input.ariaExpanded = String(count > 0);
}

/** Shows a sentence in the place of results, and what stands below it. */
export function showMessage(view: View, text: string, panel: readonly HTMLElement[] = []): void {
  showGroups(view, []);
  view.message.textContent = text;
  view.message.hidden = text === "";
  showPanel(view, panel);
}

/** Shows what stands below the message; nothing if there is nothing. */
export function showPanel({ panel }: View, content: readonly HTMLElement[]): void {
  panel.replaceChildren(...content);
  panel.hidden = content.length === 0;
}

/** Shows the way to the search page for a query, where the site has one. */
export function showWay({ all }: View, state: SearchState): void {
  const page = searchPageUrl();
  all.hidden = page === undefined || state.query === "";
  if (page !== undefined) all.href = addressOf(page, state).href;
}

/** Says which keys there are: the one that leads to the filters only where there are some. */
export function showKeys({ dialog, chips }: View): void {
  dialog
    .querySelector<HTMLElement>(".keys:last-child")
    ?.toggleAttribute("hidden", chips.hidden !== false);
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
  active?.scrollIntoView({ block: "nearest" });
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

function rowElement(row: Row, id: string): HTMLElement {
  const properties = { className: "hit", role: "option", ariaSelected: "false", tabIndex: -1 };
  return element("a", { ...properties, id, href: row.href }, ...rowContent(row));
}
