/**
 * Boxes that scroll sideways: code and tables. They take focus only where there is
 * something to scroll (WCAG 2.1.1; axe: scrollable-region-focusable), so that nobody
 * tabs through boxes for nothing. Without script they always do.
 */

/** Watches all boxes; `changed` is called for each whose contents fit or fit no longer. */
export function watchScrollers(changed: (box: HTMLElement) => void): void {
  const boxes = document.querySelectorAll<HTMLElement>(".code pre, .scroll");
  const watcher = new ResizeObserver((entries) => {
    const seen = new Set<HTMLElement>();
    for (const { target } of entries) {
      const box = target.closest<HTMLElement>(".code pre, .scroll");
      if (box === null || seen.has(box)) continue;
      seen.add(box);
      settle(box);
      changed(box);
    }
  });
  for (const box of boxes) {
    watcher.observe(box);
    // What it holds grows without it, when a value is filled in.
    if (box.firstElementChild !== null) watcher.observe(box.firstElementChild);
  }
}

/** Whether a box has more than it shows, sideways. */
export function isOverflowing(box: HTMLElement): boolean {
  return box.scrollWidth > box.clientWidth + 1;
}

function settle(box: HTMLElement): void {
  // A closed panel has no width: what is in it is settled when it opens.
  if (box.clientWidth === 0) return;
  const isWide = isOverflowing(box);
  box.classList.toggle("fits", !isWide);
  box.classList.toggle("wide", isWide);
  if (isWide) box.tabIndex = 0;
  else if (box !== document.activeElement) box.removeAttribute("tabindex");
}
