/**
 * The script of `/_waymark`: answers show while one types, and after each change of the site;
 * links open the editor. Without it, the form and the links ask the server.
 */
import { renew } from "./renew.ts";
import { openEditor } from "./state.ts";

const form = (): HTMLFormElement | null => document.querySelector("form[data-waymark-filter]");

/** What the server makes anew. */
const PARTS = ["[data-waymark-results]", "[data-waymark-count]"];

/** Whether this page is the overview, which lists all messages itself. */
export function isOverview(): boolean {
  return form() !== null;
}

/** Binds what only the overview has. */
export function startOverview(): void {
  document.addEventListener("click", onClick);
  const filter = form();
  if (filter === null) return;
  filter.addEventListener("input", () => void show(addressOf(filter)));
  filter.addEventListener("submit", (event) => {
    event.preventDefault();
    void show(addressOf(filter));
  });
  // What was typed before this script ran.
  const typed = new URL(addressOf(filter)).searchParams.get("q");
  if (typed !== new URL(location.href).searchParams.get("q")) void show(addressOf(filter));
  import.meta.hot?.on("waymark:state", () => void show(location.href));
}

/** The address that the form asks for; an empty filter is none. */
function addressOf(filter: HTMLFormElement): string {
  const url = new URL(filter.action);
  for (const [name, value] of new FormData(filter))
    if (typeof value === "string" && value.trim() !== "") url.searchParams.set(name, value);
  return url.href;
}

let asked = new AbortController();

/** Shows what stands at an address; what was asked before is left. */
async function show(address: string): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const response = await fetch(address, { signal });
    const html = await response.text();
    if (!response.ok || signal.aborted) return;
    put(new DOMParser().parseFromString(html, "text/html"));
    if (address !== location.href) history.replaceState(history.state, "", address);
    renew();
  } catch {
    // A newer one was asked, or the server is away: what is shown stays.
  }
}

/** Puts the answer's parts in the place of ours; what was opened stays open. */
function put(now: Document): void {
  const open = new Set([...document.querySelectorAll("details[open]")].map(nameOf));
  for (const selector of PARTS) {
    const [old, part] = [document, now].map((one) => one.querySelector(selector));
    if (old === null || part === null || old?.isEqualNode(part ?? null)) continue;
    if (part !== undefined) old?.replaceWith(document.adoptNode(part));
  }
  for (const details of document.querySelectorAll<HTMLDetailsElement>("main details"))
    if (open.has(nameOf(details))) details.open = true;
}

/** What a fold is of: its thing and its heading. */
function nameOf(details: Element): string {
  const thing = details.closest<HTMLElement>("[data-name]");
  const summary = details.querySelector("summary")?.textContent?.replace(/\d+/g, "");
  return `${thing?.dataset.name}\n${summary}`;
}

function onClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = target.closest<HTMLAnchorElement>("a[data-waymark-open]");
  if (link === null) return;
  event.preventDefault();
  void openEditor(link.href);
}
