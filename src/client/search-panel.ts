/**
 * What stands in the place of results: searches of before while nothing is typed, and
 * ways on when nothing was found. All are buttons and links of their own, no options.
 */
import type { PageAddress } from "../search/site-pages.ts";
import { element } from "./search-elements.ts";
import type { Suggestion } from "./search-suggest.ts";

/** What a click in the panel asks for. */
export type PanelAction =
  | { readonly kind: "search"; readonly query: string }
  | { readonly kind: "everywhere" }
  /** Without a query, all are forgotten. */
  | { readonly kind: "forget"; readonly query: string | undefined };

/** Sections that are named beside suggestions. */
const MAX_TOP = 8;

/** The searches of before, each with a button that forgets it. */
export function recentContent(recent: readonly string[]): HTMLElement[] {
  if (recent.length === 0) return [];
  const rows = recent.map((query) => {
    const forget = element("button", { type: "button", className: "forget", textContent: "×" });
    forget.ariaLabel = `Forget “${query}”`;
    forget.dataset.forget = query;
    return element("li", {}, searchButton(query, query), forget);
  });
  const all = element("button", { type: "button", className: "chip", textContent: "Forget all" });
  all.dataset.forgetAll = "";
  return [
    element(
      "p",
      { className: "panel-head" },
      element("b", { textContent: "Recent searches" }),
      all,
    ),
    element("ul", { className: "recent" }, ...rows),
  ];
}

/** Ways on from a query that found nothing. `section`: the one that was looked in. */
export function waysOn(
  suggestions: readonly Suggestion[],
  section: string | undefined,
): HTMLElement[] {
  const found: HTMLElement[] = [];
  if (section !== undefined) {
    const everywhere = element("button", { type: "button", className: "chip" });
    everywhere.textContent = "Search all sections";
    everywhere.dataset.everywhere = "";
    found.push(everywhere);
  }
  found.push(...suggestions.map(({ query }) => chipButton(query)));
  if (found.length === 0) return [];
  return [
    element("p", { className: "panel-head" }, element("b", { textContent: "Try instead" })),
    element("div", { className: "try" }, ...found),
  ];
}

/** Links to the site's top sections. `base`: the path of its root. */
export function topContent(top: readonly PageAddress[], base: string): HTMLElement[] {
  if (top.length === 0) return [];
  const links = top.slice(0, MAX_TOP).map(([url, title]) => {
    const href = `${base.slice(0, -1)}${url}`;
    return element("li", {}, element("a", { href, textContent: title, className: "go" }));
  });
  return [
    element("p", { className: "panel-head" }, element("b", { textContent: "Or go to a section" })),
    element("ul", { className: "recent" }, ...links),
  ];
}

/** What a click on something in the panel asks for; undefined for a link or nothing. */
export function panelAction(target: EventTarget | null): PanelAction | undefined {
  const data =
    target instanceof Element ? target.closest<HTMLElement>("button")?.dataset : undefined;
  if (data?.query !== undefined) return { kind: "search", query: data.query };
  if (data?.forget !== undefined) return { kind: "forget", query: data.forget };
  if (data?.forgetAll !== undefined) return { kind: "forget", query: undefined };
  return data?.everywhere === undefined ? undefined : { kind: "everywhere" };
}

/**
 * Moves the focus from row to row; true if it did. Up from the first one leads back to
 * the field.
 */
export function movePanelFocus(panel: HTMLElement, field: HTMLElement, key: string): boolean {
  const rows = [...panel.querySelectorAll<HTMLElement>(".go, .try .chip")];
  const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement));
  const own = rows.indexOf(document.activeElement as HTMLElement);
  const current = own === -1 ? at : own;
  if (rows.length === 0 || (key !== "ArrowDown" && key !== "ArrowUp")) return false;
  const next = current + (key === "ArrowDown" ? 1 : -1);
  if (current === -1 && key === "ArrowUp") return false;
  (next < 0 ? field : (rows[Math.min(next, rows.length - 1)] ?? field)).focus();
  return true;
}

function searchButton(query: string, label: string): HTMLElement {
  const button = element("button", { type: "button", className: "go", textContent: label });
  button.dataset.query = query;
  return button;
}

function chipButton(query: string): HTMLElement {
  const button = searchButton(query, query);
  button.className = "chip";
  return button;
}
