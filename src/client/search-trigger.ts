/** Opens the search: links, `/`, Ctrl or Command with K. The dialog is loaded on first use. */
import stylesheet from "../styles/search.css?url&no-inline";
import { loadStyles } from "./load-styles.ts";
import { isShortcut } from "./shortcut.ts";

/** Listens for the wish to search. */
export function bindSearch(): void {
  for (const link of document.querySelectorAll<HTMLElement>("[data-search]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void open(link.dataset.searchQuery);
    });
    // Who points at it is about to search.
    for (const type of ["pointerenter", "focus", "touchstart"])
      link.addEventListener(type, prepare, { once: true, passive: true });
    if (field() === null) link.ariaHasPopup = "dialog";
    if (link.matches(":hover, :focus")) prepare();
  }
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    void open(undefined);
  });
}

/** The field of the search page, which needs no dialog. */
function field(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("input[data-search-field]");
}

async function open(query: string | undefined): Promise<void> {
  const own = field();
  if (own !== null) {
    own.focus();
    own.select();
    return;
  }
  const { openSearch } = await load();
  openSearch(query);
}

function prepare(): void {
  if (field() === null)
    load().then(
      ({ prepareSearch }) => prepareSearch(),
      () => {},
    );
}

let styles: Promise<void> | undefined;

async function load(): Promise<typeof import("./search.ts")> {
  styles ??= loadStyles(stylesheet);
  const [dialog] = await Promise.all([import("./search.ts"), styles]);
  return dialog;
}
