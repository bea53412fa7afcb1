/** The table of contents follows the reading position. */
import { placeOf } from "./hash.ts";
import { keepInView } from "./keep-in-view.ts";
import { currentHeading } from "./reading-place.ts";
import { TABS_CHANGED } from "./tab-event.ts";

/** How far below its place a heading already counts as reached, in pixels. */
const SLACK = 32;

let following: AbortController | undefined;

/** Marks the entry of the heading that the reader is at, and those of headings in closed panels. */
export function followReading(): void {
  following?.abort();
  following = new AbortController();
  const { signal } = following;
  const toc = document.getElementById("toc");
  if (toc === null) return;
  const entries = entriesOf(toc);
  let isWaiting = false;
  let marked: Element | undefined;
  const mark = (): void => {
    isWaiting = false;
    const heading = headingAtHand([...entries.keys()]);
    const current = heading === undefined ? undefined : entries.get(heading);
    if (current === undefined || current === marked) return;
    marked?.removeAttribute("aria-current");
    current.setAttribute("aria-current", "location");
    marked = current;
    keepInView(toc, current, "middle");
  };
  const soon = (): void => {
    if (!isWaiting) requestAnimationFrame(mark);
    isWaiting = true;
  };
  addEventListener("scroll", soon, { passive: true, signal });
  addEventListener("resize", soon, { signal });
  const tell = (): void => {
    for (const [heading, entry] of entries)
      entry.toggleAttribute("data-closed", heading.closest(".panel[hidden]") !== null);
    soon();
  };
  document.addEventListener(TABS_CHANGED, tell, { signal });
  tell();
  mark();
}

function entriesOf(toc: HTMLElement): Map<Element, HTMLAnchorElement> {
  const entries = new Map<Element, HTMLAnchorElement>();
  for (const link of toc.querySelectorAll<HTMLAnchorElement>("a")) {
    const heading = placeOf(link.hash);
    if (heading !== null) entries.set(heading, link);
  }
  return entries;
}

/** Headings in closed panels and folds have no place on the page, though browsers tell one. */
function headingAtHand(headings: readonly Element[]): Element | undefined {
  const visible = headings.filter((heading) => heading.checkVisibility());
  const tops = visible.map((heading) => heading.getBoundingClientRect().top);
  const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  return visible[currentHeading(tops, scrollLine() + SLACK, isAtEnd)];
}

/** Where a heading comes to stand that a link leads to. */
function scrollLine(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}
