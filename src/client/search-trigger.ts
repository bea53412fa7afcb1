/** Opens the search: buttons, `/`, Ctrl or Command with K. The dialog is loaded on first use. */
import stylesheet from "../styles/search.css?url";

/** Listens for the wish to search. */
export function bindSearch(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-search]")) {
    button.addEventListener("click", () => void open(wordsOfAddress(button)));
  }
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    void open(undefined);
  });
}

async function open(query: string | undefined): Promise<void> {
  styles ??= loadStyles();
  const [{ openSearch }] = await Promise.all([import("./search.ts"), styles]);
  openSearch(query);
}

let styles: Promise<void> | undefined;

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

/** On the page that is not there: what the address meant. */
function wordsOfAddress(button: HTMLElement): string | undefined {
  if (!("searchPath" in button.dataset)) return undefined;
  const words =
    decodeURIComponent(location.pathname).split("/").at(-1) || location.pathname.split("/").at(-2);
  return words?.replace(/\.html$|[-_]+/g, " ").trim() || undefined;
}
