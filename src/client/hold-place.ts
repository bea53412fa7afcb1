/**
 * Keeps what the reader looks at in its place on the screen while the page changes. Where
 * the page gets too short to be scrolled that far, it is stretched until the reader scrolls.
 */

/** Pixels that make no difference to the eye. */
const SLACK = 0.5;

/** What was added above the held element, and undoes it. */
let dropRoom: (() => void) | undefined;

/**
 * Runs `change`; `anchor` keeps its distance from the top of the window. Where nothing can be
 * scrolled back, room is made above the group of tabs that `changing` is in.
 */
export function holdPlace(anchor: Element, change: () => void, changing: Element = anchor): void {
  const top = (): number => anchor.getBoundingClientRect().top;
  const before = top();
  dropRoom?.();
  document.body.style.minBlockSize = "";
  change();
  scrollWithout(top() - before);
  const rest = top() - before;
  if (rest > SLACK) {
    stretchEnd(scrollY + innerHeight + rest);
    scrollWithout(top() - before);
  } else if (rest < -SLACK) {
    addRoom(anchor, before, changing);
  }
}

/** Scrolls by so much, at once. */
function scrollWithout(pixels: number): void {
  if (pixels !== 0) scrollBy({ top: pixels, behavior: "instant" });
}

/** Makes the page so tall; what is out of sight goes again as the reader scrolls up. */
function stretchEnd(height: number): void {
  const { style } = document.body;
  style.minBlockSize = `${Math.ceil(height)}px`;
  const shrink = (): void => {
    const needed = Math.ceil(scrollY + innerHeight);
    if (needed < Number.parseFloat(style.minBlockSize)) style.minBlockSize = `${needed}px`;
    // Once the page is taller by itself, or a change has begun anew, there is no more to do.
    if (document.body.offsetHeight <= Number.parseFloat(style.minBlockSize)) return;
    style.minBlockSize = "";
    removeEventListener("scroll", shrink);
  };
  addEventListener("scroll", shrink, { passive: true });
}

/** Puts room above the outermost group around `changing`, so that `anchor` is at `place`; it goes once it is scrolled past. */
function addRoom(anchor: Element, place: number, changing: Element): void {
  let group = changing.closest<HTMLElement>(".tabs");
  for (let next = group; next !== null; next = outer(next)) group = next;
  if (group === null) return;
  const { style } = group;
  let pixels = Number.parseFloat(getComputedStyle(group).marginBlockStart) || 0;
  // Margins collapse: how much comes of the first step is seen only then.
  for (let step = 0; step < 2; step++) {
    pixels += place - anchor.getBoundingClientRect().top;
    style.marginBlockStart = `${pixels}px`;
  }
  const drop = (): void => {
    style.marginBlockStart = "";
    dropRoom = undefined;
    removeEventListener("scrollend", leave);
  };
  const leave = (): void => {
    if (scrollY < pixels) return;
    const before = anchor.getBoundingClientRect().top;
    drop();
    scrollWithout(anchor.getBoundingClientRect().top - before);
  };
  dropRoom = drop;
  addEventListener("scrollend", leave);
}

function outer(group: HTMLElement): HTMLElement | null {
  return group.parentElement?.closest<HTMLElement>(".tabs") ?? null;
}
