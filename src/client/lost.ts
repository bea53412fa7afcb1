/**
 * The page that is not there: shows the pages that its address may have meant, those
 * with an address near it and those that have its words. Loaded on that page only.
 */
import { PAGES_FILE, type SitePages } from "../search/site-pages.ts";
import { type NearPage, nearestPages, wordsOfPath } from "./lost-nearest.ts";
import { element } from "./search-elements.ts";
import { sharedEngine } from "./search-engine.ts";
import { pageSource } from "./search-source.ts";

const MAX_NEAR = 4;
const MAX_FOUND = 3;

interface Link {
  readonly href: string;
  readonly title: string;
  readonly about: string;
}

async function showNearest(place: HTMLElement): Promise<void> {
  const { base = "/" } = document.documentElement.dataset;
  const { pathname } = location;
  const path = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
  const query = wordsOfPath(path);
  for (const link of document.querySelectorAll<HTMLElement>("main [data-search]"))
    link.dataset.searchQuery = query;
  const near = await nearPages(path);
  const nearLinks = near.map(({ url, title }) => linkTo(`${base.slice(0, -1)}${url}`, title));
  show(
    place,
    near.some(({ isSame }) => isSame) ? "It stands here" : "Closest addresses",
    nearLinks,
  );
  const found = near.some(({ isSame }) => isSame) ? [] : await foundPages(query);
  const others = found.filter(({ href }) => !nearLinks.some((link) => link.href === href));
  show(place, `Pages about “${query}”`, others);
  say(place, nearLinks.length + others.length);
}

async function nearPages(path: string): Promise<NearPage[]> {
  try {
    const { pages } = (await pageSource().data(PAGES_FILE)) as SitePages;
    return nearestPages(path, pages, MAX_NEAR);
  } catch {
    // The links that the page has without script stay.
    return [];
  }
}

async function foundPages(query: string): Promise<Link[]> {
  if (query === "") return [];
  try {
    const engine = await sharedEngine();
    const { groups } = await engine.search(query, { section: undefined, limit: MAX_FOUND });
    return groups.map(({ url, title, trail }) => ({ href: url, title, about: trail.join(" › ") }));
  } catch {
    return [];
  }
}

function linkTo(href: string, title: string): Link {
  return { href, title, about: decodeURI(href) };
}

function show(place: HTMLElement, title: string, links: readonly Link[]): void {
  if (links.length === 0) return;
  const cards = links.map(({ href, title: name, about }) => {
    const small = about === "" ? [] : [element("small", { textContent: about })];
    return element(
      "a",
      { className: "card", href },
      element("strong", {}, element("span", { textContent: name })),
      ...small,
    );
  });
  const heading = element("h2", { textContent: title });
  // Who has gone on by keys is not pushed along.
  const held = document.activeElement?.closest("main, .foot") && document.activeElement;
  const before = held?.getBoundingClientRect().top ?? 0;
  place.append(heading, element("div", { className: "cards" }, ...cards));
  const moved = (held?.getBoundingClientRect().top ?? 0) - before;
  scrollBy({ top: moved, behavior: "instant" });
}

function say(place: HTMLElement, count: number): void {
  const status = place.querySelector("[role=status]");
  if (status === null || count === 0) return;
  status.textContent = `${count} ${count === 1 ? "page" : "pages"} that the address may have meant.`;
}

const place = document.querySelector<HTMLElement>("[data-lost]");
if (place !== null) void showNearest(place).finally(() => place.classList.add("done"));
