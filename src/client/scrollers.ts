/**
 * Boxes that scroll sideways: code and tables. They take focus only where there is
 * something to scroll (WCAG 2.1.1; axe: scrollable-region-focusable), so that nobody
 * tabs through boxes for nothing. Without script they always do.
 */

/** Changes the page; called once all boxes have been looked at. */
type Change = () => void;

/**
 * Watches all boxes. `look` is called for each whose contents fit or fit no longer, and gives
 * what is to be changed: a page with a thousand boxes is laid out once for all of them, not
 * once for each.
 */
export function watchScrollers(
  look: (box: HTMLElement, isWide: boolean) => Change | undefined,
): void {
  const boxes = document.querySelectorAll<HTMLElement>(".code pre, .scroll");
  const watcher = new ResizeObserver((entries) => {
    const seen = new Set<HTMLElement>();
    for (const { target } of entries) {
      const box = target.closest<HTMLElement>(".code pre, .scroll");
      // A closed panel has no width: what is in it is settled when it opens.
      if (box !== null && box.clientWidth > 0) seen.add(box);
    }
    const changes = [...seen].map((box) => {
      const isWide = isOverflowing(box);
      const change = look(box, isWide);
      return () => {
        settle(box, isWide);
        change?.();
      };
    });
    for (const change of changes) change();
  });
  for (const box of boxes) {
    watcher.observe(box);
    // What it holds grows without it, when a value is filled in.
    if (box.firstElementChild !== null) watcher.observe(box.firstElementChild);
  }
}

/** Whether a box has more than it shows, sideways. */
function isOverflowing(box: HTMLElement): boolean {
  return box.scrollWidth > box.clientWidth + 1;
}

function settle(box: HTMLElement, isWide: boolean): void {
  box.classList.toggle("fits", !isWide);
  box.classList.toggle("wide", isWide);
  if (isWide) box.tabIndex = 0;
  else if (box !== document.activeElement) box.removeAttribute("tabindex");
}
