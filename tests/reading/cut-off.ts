/**
 * What a reader of a page cannot see whole, told by the browser's own boxes. All
 * functions but the last one run in the page, so they use each other and nothing else.
 */
import type { Page } from "playwright-core";

/** One line of a text, as far as the boxes around it show it. */
interface Line {
  readonly owner: Element;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function nameOf(element: Element): string {
  const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
  const classes = [...element.classList].map((one) => `.${one}`).join("");
  return `${element.localName}${classes} “${text}”`;
}

/** An element and all around it, innermost first. */
function around(element: Element): Element[] {
  const all: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) all.push(at);
  return all;
}

/** Hidden, or for screen readers only. */
function isUnseen(element: Element): boolean {
  return (
    !element.checkVisibility({ visibilityProperty: true }) ||
    around(element).some((one) => getComputedStyle(one).clipPath === "inset(50%)")
  );
}

function isPageItself(element: Element): boolean {
  return element === document.documentElement || element === document.body;
}

function scrollsSideways(element: Element): boolean {
  return !isPageItself(element) && /auto|scroll/.test(getComputedStyle(element).overflowX);
}

/** What is opened or sticks lies above the rest and is looked at by itself. */
function layerOf(element: Element): Element | undefined {
  return around(element).find((one) => /fixed|sticky/.test(getComputedStyle(one).position));
}

/** Every text that is shown, with the element that it stands in. */
function shownTexts(): [Text, Element][] {
  const found: [Text, Element][] = [];
  const seen = new Map<Element, boolean>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    if (owner === null || node.textContent?.trim() === "") continue;
    const isSeen = seen.get(owner) ?? !isUnseen(owner);
    seen.set(owner, isSeen);
    if (isSeen) found.push([node as Text, owner]);
  }
  return found;
}

/** The lines of a text that are scrolled into view. */
function linesOf(text: Text, owner: Element): Line[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const windows = around(owner)
    .filter((one) => !isPageItself(one) && getComputedStyle(one).overflow !== "visible")
    .map((one) => one.getBoundingClientRect());
  return [...range.getClientRects()]
    .map(({ left, right, top, bottom }) => ({
      owner,
      left: Math.max(left, ...windows.map((one) => one.left)),
      right: Math.min(right, ...windows.map((one) => one.right)),
      top: Math.max(top, ...windows.map((one) => one.top)),
      bottom: Math.min(bottom, ...windows.map((one) => one.bottom)),
    }))
    .filter(({ left, right, top, bottom }) => right - left > 1 && bottom - top > 1);
}

function outside(lines: readonly Line[]): string[] {
  const width = document.documentElement.clientWidth;
  return lines
    .filter(({ left, right }) => left < -1 || right > width + 1)
    .filter(({ owner }) => !around(owner).some(scrollsSideways))
    .map(({ owner }) => `outside of the page: ${nameOf(owner)}`);
}

/** What a box has to say that holds more than it shows. */
function faultOfBox(element: HTMLElement): string | undefined {
  const { overflowX, overflowY, display } = getComputedStyle(element);
  // An inline box has no bounds of its own.
  if (display === "inline" || isPageItself(element)) return undefined;
  const ways = [
    ...(element.scrollWidth > element.clientWidth + 1 ? [overflowX] : []),
    ...(element.scrollHeight > element.clientHeight + 1 ? [overflowY] : []),
  ];
  if (ways.some((way) => /hidden|clip/.test(way))) return `cut off by ${nameOf(element)}`;
  const isReached =
    element.tabIndex >= 0 ||
    element.querySelector("a[href], button, input, [tabindex='0'], [role='option']") !== null;
  const scrolls = ways.some((way) => /auto|scroll/.test(way));
  return scrolls && !isReached ? `no keyboard scrolls ${nameOf(element)}` : undefined;
}

/** The height of the letters: boxes of lines are higher, a quarter at each end is air. */
function letters({ top, bottom }: Line): { top: number; bottom: number } {
  const air = (bottom - top) / 4;
  return { top: top + air, bottom: bottom - air };
}

function isUpon(one: Line, other: Line): boolean {
  const [a, b] = [letters(one), letters(other)];
  return (
    one.owner !== other.owner &&
    other.left < one.right - 2 &&
    other.right > one.left + 2 &&
    b.top < a.bottom &&
    b.bottom > a.top
  );
}

function uponEachOther(lines: readonly Line[]): string[] {
  const sorted = lines.toSorted((a, b) => a.top - b.top);
  return sorted.flatMap((one, index) => {
    const faults: string[] = [];
    for (const other of sorted.slice(index + 1)) {
      if (other.top > one.bottom) break;
      if (isUpon(one, other) && layerOf(one.owner) === layerOf(other.owner))
        faults.push(`upon each other: ${nameOf(one.owner)} and ${nameOf(other.owner)}`);
    }
    return faults;
  });
}

function faultsOfPage(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const texts = shownTexts();
  const lines = texts.flatMap(([text, owner]) => linesOf(text, owner));
  const boxes = new Set(texts.flatMap(([, owner]) => around(owner)));
  const ofBoxes = [...boxes].flatMap((box) =>
    box instanceof HTMLElement ? (faultOfBox(box) ?? []) : [],
  );
  const isWide = scrollWidth > clientWidth;
  return [
    ...(isWide ? [`the page is ${scrollWidth} px wide in ${clientWidth}`] : []),
    ...new Set([...outside(lines), ...ofBoxes, ...uponEachOther(lines)]),
  ];
}

const IN_PAGE = [
  nameOf,
  around,
  isUnseen,
  isPageItself,
  scrollsSideways,
  layerOf,
  shownTexts,
  linesOf,
  outside,
  faultOfBox,
  letters,
  isUpon,
  uponEachOther,
  faultsOfPage,
];

/**
 * One line for each fault of the page as it is now shown: a page that scrolls sideways,
 * text outside of it, text that its box cuts off, text upon text. What scrolls in its own
 * box is whole if a keyboard gets there (WCAG 1.4.10 lets tables and code scroll).
 */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`(() => { ${IN_PAGE.join("\n")}; return faultsOfPage(); })()`);
}
