/**
 * Marks what was searched for on the page that a result led to (CSS Custom Highlight
 * API). The marks are in no element: text and structure stay as they are. A button and
 * Esc take them away. Browsers without the interface show the page without marks.
 */
import { stemOf } from "../search/words.ts";
import stylesheet from "../styles/found.css?url&no-inline";
import { foundPlaces } from "./found-places.ts";
import { type FoundWords, takeOver } from "./found-words.ts";
import { placeOf } from "./hash.ts";
import { element } from "./search-elements.ts";

const HIGHLIGHT = "found";
/** Controls that are no text of the page. */
const CONTROLS = ".anchor, .copy, .tablist, .values, .sr, button, input, select, textarea, svg";
/** What starts a line of its own: a word does not go on over its border. */
const BLOCKS =
  "p, li, dt, dd, td, th, caption, h1, h2, h3, h4, h5, h6, summary, figcaption, pre, blockquote, div, section, article";
/** A mark stands at this share of the window's height after scrolling to it. */
const SHARE_ABOVE = 0.3;

let clear: (() => void) | undefined;

/** Marks the words that a search has handed over for this page, if it has. */
export function showFound(): void {
  const found = takeOver(location.href);
  if (found === undefined || !("highlights" in CSS)) return;
  clear?.();
  const ranges = rangesOf(found);
  if (ranges.length === 0) return;
  loadStyles();
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  bringIntoView(ranges);
  clear = showControl(found, ranges.length);
}

function rangesOf(found: FoundWords): Range[] {
  const { lang } = document.documentElement;
  return blocksIn(sectionAt(placeOf(location.hash))).flatMap((block) =>
    foundPlaces(block.text, found, (word) => stemOf(word, lang)).flatMap(({ start, end }) => {
      const range = block.rangeOf(start, end);
      return range === undefined ? [] : [range];
    }),
  );
}

/**
 * What belongs to a place of the page: a panel as a whole; from a heading on, up to the
 * next one that counts as much; else the article.
 */
function sectionAt(place: HTMLElement | null): Range {
  const range = new Range();
  const article = document.querySelector("main article") ?? document.querySelector("main");
  const level = Number(/^H([2-6])$/.exec(place?.tagName ?? "")?.[1] ?? 0);
  if (place === null || article?.contains(place) !== true) {
    range.selectNodeContents(article ?? document.body);
    return range;
  }
  if (level === 0) {
    range.selectNode(place);
    return range;
  }
  const around = place.closest(".panel") ?? article;
  const next = [...around.querySelectorAll("h2, h3, h4, h5, h6")].find(
    (other) =>
      Number(other.tagName.slice(1)) <= level &&
      (place.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  range.setStartBefore(place);
  if (next === undefined) range.setEndAfter(around.lastChild ?? around);
  else range.setEndBefore(next);
  return range;
}

/** Texts that stand together, though highlighted code has an element for each word. */
class Block {
  readonly #parts: { readonly node: Text; readonly start: number }[] = [];
  text = "";

  add(node: Text): void {
    this.#parts.push({ node, start: this.text.length });
    this.text += node.data;
  }

  rangeOf(start: number, end: number): Range | undefined {
    const first = this.#parts.findLast((part) => part.start <= start);
    const last = this.#parts.findLast((part) => part.start < end);
    if (first === undefined || last === undefined) return undefined;
    const range = new Range();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    return range;
  }
}

function blocksIn(range: Range): Block[] {
  const blocks = new Map<Element | null, Block>();
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    if (parent === null || parent.closest(CONTROLS) !== null) continue;
    const around = parent.closest(BLOCKS);
    const block = blocks.get(around) ?? new Block();
    block.add(node);
    blocks.set(around, block);
  }
  return [...blocks.values()];
}

/** Scrolls to the first mark that is shown, unless some mark is in the window already. */
function bringIntoView(ranges: readonly Range[]): void {
  const boxes = ranges
    .map((range) => range.getBoundingClientRect())
    .filter(({ height }) => height > 0);
  const isSeen = ({ top, bottom }: DOMRect): boolean => top >= 0 && bottom <= innerHeight;
  const [first] = boxes;
  if (first === undefined || boxes.some(isSeen)) return;
  scrollBy({ top: first.top - innerHeight * SHARE_ABOVE, behavior: "instant" });
}

/** Says what is marked, with a button that ends it. Gives what ends it. */
function showControl({ label }: FoundWords, count: number): () => void {
  const button = element("button", { type: "button" }, "Marked: ");
  button.append(
    element("b", { textContent: label }),
    element("i", { textContent: "×", ariaHidden: "true" }),
  );
  button.ariaLabel = `Marked: ${label}. Remove the marks`;
  const status = element("p", { role: "status", className: "sr" });
  const control = element("div", { className: "found" }, button, status);
  (document.querySelector("main") ?? document.body).append(control);
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
    CSS.highlights.delete(HIGHLIGHT);
    const hadFocus = control.contains(document.activeElement);
    control.remove();
    if (hadFocus) focusPlace();
  };
  button.addEventListener("click", end);
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && isForPage(event)) end();
    },
    { signal: ending.signal },
  );
  // A live region is read when it changes, so not when it comes with its text.
  requestAnimationFrame(() => {
    status.textContent = `${count} ${count === 1 ? "place is" : "places are"} marked. Esc removes the marks.`;
  });
  return end;
}

/** Esc closes what is open first, and clears a field. */
function isForPage({ defaultPrevented, target }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.matches("input, textarea, select");
  return !(defaultPrevented || isField || document.querySelector("dialog[open], :popover-open"));
}

/** The focus goes where the reader is: to the place that the address names. */
function focusPlace(): void {
  const place = placeOf(location.hash) ?? document.querySelector<HTMLElement>("main");
  if (place === null) return;
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

let isStyled = false;

function loadStyles(): void {
  if (isStyled) return;
  isStyled = true;
  document.head.append(element("link", { rel: "stylesheet", href: stylesheet }));
}
