/** Links that scripts add: results of the search, branches of the navigation. */
import { placeIn } from "./place.ts";

const LINKS = "a[href], area[href], form[action]";

/** From now on, every link into the site leads to a file of the copy. */
export function mendLinks(root: URL, base: string): void {
  const mend = (element: Element): void => {
    const name = element.hasAttribute("href") ? "href" : "action";
    const written = element.getAttribute(name) ?? "";
    if (written === "" || written.startsWith("#")) return;
    const url = placeIn(written, root, base);
    if (url === undefined || new URL(written, document.baseURI).href === url.href) return;
    element.setAttribute(name, url.href);
  };
  const observer = new MutationObserver((records) => {
    for (const link of records.flatMap(changedLinks)) mend(link);
  });
  observer.observe(document.documentElement, {
    attributeFilter: ["href", "action"],
    childList: true,
    subtree: true,
  });
  // A script may follow a link in the same moment in which it adds it, before it is observed.
  for (const type of ["click", "auxclick", "submit"])
    addEventListener(type, ({ target }) => mendAround(target), { capture: true });

  function mendAround(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest(LINKS) : null;
    if (link !== null) mend(link);
  }
}

function changedLinks({ type, target, addedNodes }: MutationRecord): Element[] {
  if (type === "attributes")
    return target instanceof Element && target.matches(LINKS) ? [target] : [];
  return [...addedNodes].flatMap((node) => {
    if (!(node instanceof Element)) return [];
    return [...(node.matches(LINKS) ? [node] : []), ...node.querySelectorAll(LINKS)];
  });
}
