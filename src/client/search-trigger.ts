/** Opens the search: links, `/`, Ctrl or Command with K. The dialog is loaded on first use. */
import stylesheet from "../styles/search.css?url&no-inline";

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
  styles ??= loadStyles();
  const [dialog] = await Promise.all([import("./search.ts"), styles]);
  return dialog;
}

/** Loads the dialog's styles; without them it still works. */
function loadStyles(): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = stylesheet;
  const loaded = new Promise<void>((resolve) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
  });
  document.head.append(link);
  return loaded;
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === "k") return event.metaKey || event.ctrlKey;
  if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey) return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
