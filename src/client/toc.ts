/** The table of contents follows the reading position. */

/** Marks the entry of the last heading that has passed the top of the window. */
export function followReading(): void {
  const entries = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#toc a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading !== null) entries.set(heading, link);
    link.addEventListener("click", () => {
      const sheet = document.getElementById("toc");
      if (sheet?.matches(":popover-open")) sheet.hidePopover();
    });
  }
  if (entries.size === 0) return;
  let isWaiting = false;
  const mark = (): void => {
    isWaiting = false;
    const headings = [...entries.keys()].filter((heading) => heading.getClientRects().length > 0);
    const passed = headings.filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 4,
    );
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const current = (isAtEnd ? headings.at(-1) : passed.at(-1)) ?? headings[0];
    for (const [heading, link] of entries) {
      if (heading === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  const soon = (): void => {
    if (!isWaiting) requestAnimationFrame(mark);
    isWaiting = true;
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();
}
