/** The navigation when it is another one: branches that were open are open, and it stays scrolled. */

const nav = (from: Document): HTMLElement | null => from.getElementById("side");

/** The navigation of the open page, as the server wrote it last. */
export class Navigation {
  #version = nav(document)?.dataset.version;
  /** Undefined at first: the page's first script has opened branches by then. */
  #html: string | undefined;

  /** Takes the navigation of the page as it is made now. */
  update(now: Document): void {
    const [live, next] = [nav(document), nav(now)];
    if (live === null || next === null) return;
    const { version } = next.dataset;
    const html = next.innerHTML;
    if (version !== this.#version || (this.#html !== undefined && html !== this.#html))
      replace(live, next);
    this.#version = version;
    this.#html = html;
  }
}

function replace(live: HTMLElement, next: HTMLElement): void {
  const top = live.scrollTop;
  const focused = pathOf(document.activeElement);
  const states = new Map(branches(live).map(({ dataset, open }) => [dataset.key, open]));
  live.replaceChildren(...next.childNodes);
  // A branch that the page does not carry is fetched as it opens (client/nav.ts).
  for (const branch of branches(live)) branch.open = states.get(branch.dataset.key) ?? branch.open;
  live.scrollTop = top;
  if (focused === undefined) return;
  const again = [...live.querySelectorAll<HTMLElement>("a, summary")];
  again.find((element) => pathOf(element) === focused)?.focus({ preventScroll: true });
}

function branches(live: HTMLElement): HTMLDetailsElement[] {
  return [...live.querySelectorAll<HTMLDetailsElement>("details[data-key]")];
}

/** What an entry of the navigation is known by. */
function pathOf(element: Element | null): string | undefined {
  if (element?.closest("#side") === null) return undefined;
  if (element instanceof HTMLAnchorElement) return element.href;
  return element?.closest("details")?.dataset.key;
}
