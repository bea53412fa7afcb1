/** The script of `/_waymark`: the filter, and links that open the editor. */
import { openEditor } from "./state.ts";

const field = (): HTMLInputElement | null => document.querySelector("[data-waymark-filter]");

/** Whether this page is the overview, which lists all messages itself. */
export function isOverview(): boolean {
  return field() !== null;
}

/** Binds what only the overview has. */
export function startOverview(): void {
  document.addEventListener("click", onClick);
  const input = field();
  if (input === null) return;
  input.value = new URL(location.href).searchParams.get("q") ?? "";
  // Thousands of snippets: the last of several letters counts.
  let frame = 0;
  input.addEventListener("input", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => filter(input.value));
  });
  if (input.value !== "") filter(input.value);
  import.meta.hot?.on("waymark:state", () => location.reload());
}

function onClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = target.closest<HTMLAnchorElement>("a[data-waymark-open]");
  if (link === null) return;
  event.preventDefault();
  void openEditor(link.href);
}

/** What items are found by: read once, the page is made anew after each change. */
const texts = new WeakMap<HTMLElement, string>();

/** Shows what holds all the words; the address keeps them, also when the page is made anew. */
function filter(query: string): void {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const item of document.querySelectorAll<HTMLElement>("[data-waymark-item]")) {
    const text = texts.get(item) ?? `${item.dataset.waymarkItem} ${item.textContent}`.toLowerCase();
    texts.set(item, text);
    const isShown = words.every((word) => text.includes(word));
    if (item.hidden === isShown) item.hidden = !isShown;
    if (isShown) count++;
  }
  const status = document.querySelector("[data-waymark-count]");
  if (status !== null) {
    status.textContent = query === "" ? "" : `${count} ${count === 1 ? "item" : "items"}`;
  }
  const url = new URL(location.href);
  if (query === "") url.searchParams.delete("q");
  else url.searchParams.set("q", query);
  history.replaceState(history.state, "", url);
}
