/**
 * Which words of an article are searched: the reader's text, not the page's
 * controls, with a break wherever HTML would start a new line or cell.
 */
import type { Element } from "hast";
import { ADMONITION_TITLES } from "../shortcodes/nodes/admonition.ts";
import { oneLine } from "../text/one-line.ts";

/** What has no text for readers, or text of controls. */
const CONTROLS = new Set(
  (
    "area audio base button canvas datalist dialog embed form iframe input label link map meta meter " +
    "nav noscript object optgroup option output param progress script select source style svg " +
    "template textarea title track video"
  ).split(" "),
);

/** Classes of this site's own controls and repeated labels. */
const CONTROL_CLASSES = new Set(["anchor", "copy", "part", "prompt", "tablist", "values"]);

/** HTML: phrasing content; a word goes on over its borders. Everything else ends a line. */
const PHRASING = new Set(
  (
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span " +
    "strong sub sup time tt u var wbr"
  ).split(" "),
);

const ADMONITION_LABELS = new Set(Object.values(ADMONITION_TITLES));

/** Whether an element and all that it holds is left out of the search index. */
export function isControl(element: Element): boolean {
  const { tagName, properties } = element;
  if (CONTROLS.has(tagName) || properties.dataPagefindIgnore !== undefined) return true;
  if (properties.dataFootnoteBackref !== undefined || isHidden(element)) return true;
  const classes = classesOf(element);
  if (classes.includes("note-label")) return ADMONITION_LABELS.has(plainText(element).trim());
  return classes.some((name) => CONTROL_CLASSES.has(name) || name.endsWith("footnote-backref"));
}

/** Whether text before and after the element's start and end is apart. */
export function isApart(element: Element): boolean {
  return !PHRASING.has(element.tagName) || classesOf(element).includes("line");
}

/** Whether the element is the panel of a tab that a link can point to. */
export function isPanel(element: Element): boolean {
  return idOf(element) !== undefined && classesOf(element).includes("panel");
}

/** Whether the element is the label above a code block: the place where it runs, its file. */
export function isCodeLabel(element: Element): boolean {
  return classesOf(element).includes("code-head");
}

/** A non-empty id. */
export function idOf({ properties: { id } }: Element): string | undefined {
  return typeof id === "string" && id !== "" ? id : undefined;
}

const NO_CLASSES: readonly string[] = [];

export function classesOf({ properties: { className } }: Element): readonly string[] {
  if (!Array.isArray(className)) return NO_CLASSES;
  const names: readonly (string | number)[] = className;
  return names.every((name) => typeof name === "string") ? names : names.map(String);
}

/** The text of a heading or label on one line, without controls. */
export function plainText(element: Element): string {
  return oneLine(collectText(element));
}

/** The child of `element` with this class, wherever it stands below. */
export function findClass(element: Element, name: string): Element | undefined {
  for (const child of element.children) {
    if (child.type !== "element") continue;
    if (classesOf(child).includes(name)) return child;
    const found = findClass(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function collectText(element: Element): string {
  let text = "";
  for (const child of element.children) {
    if (child.type === "text") text += child.value;
    else if (child.type === "element" && !isControl(child)) {
      text += isApart(child) ? ` ${collectText(child)} ` : inlineText(child);
    }
  }
  return text;
}

/** A tag stands for the words in brackets that the author wrote: "(Optional)". */
function inlineText(element: Element): string {
  const text = collectText(element);
  return classesOf(element).includes("tag") ? `(${text})` : text;
}

/** HTML: `hidden="until-found"` is found by the browser's own search, so by this one too. */
function isHidden({ properties: { hidden, ariaHidden } }: Element): boolean {
  const isGone = hidden !== undefined && hidden !== null && hidden !== false;
  return (isGone && hidden !== "until-found") || String(ariaHidden) === "true";
}
