/**
 * Scrolls a list so that one of its entries is seen, and nothing else: `scrollIntoView`
 * could move the page, and Tab would go on from the entry.
 */
export function keepInView(list: HTMLElement, entry: Element, to: "middle" | "nearest"): void {
  const box = list.getBoundingClientRect();
  const { top, bottom } = entry.getBoundingClientRect();
  if (top >= box.top && bottom <= box.bottom) return;
  const above = top - box.top;
  const below = bottom - box.bottom;
  if (to === "middle") list.scrollTop += (above + below) / 2;
  else list.scrollTop += above < 0 ? above : below;
}
