/**
 * The open page while its sources change: the server sends it anew, and only what differs is
 * changed in the document. Where that cannot be, the page is loaded again.
 */
import { Mirror, Stale } from "./morph.ts";
import { Navigation } from "./navigation.ts";
import { renew } from "./renew.ts";

/** What the server sends (`src/project/dev-pages.ts`). */
interface SentPage {
  readonly path: string;
  readonly html: string;
}

/** Of the head, what says something of the page and no script changes. */
const ABOUT =
  'title, meta[name]:not([name="theme-color"]), meta[property], link:not([rel="stylesheet"])';

const STYLES = 'link[rel="stylesheet"]';

/**
 * Follows the page; `onShown` is called after each change. Begins before the page's own
 * scripts do, for what counts is the document as the server wrote it.
 */
export function followPage(onShown: () => void): void {
  // Vite looks for these words.
  const hot = import.meta.hot;
  if (hot === undefined) return;
  const mirror = new Mirror(document.body);
  const navigation = new Navigation();
  const since = performance.timeOrigin;
  const tell = (): void => hot.send("waymark:open", { path: location.pathname, since });
  hot.on("vite:ws:connect", tell);
  tell();
  hot.on("waymark:page", ({ path, html }: SentPage) => {
    if (path !== location.pathname) return;
    if (show(new DOMParser().parseFromString(html, "text/html"), mirror, navigation)) onShown();
    else location.reload();
  });
  hot.on("waymark:files", () => {
    for (const link of document.head.querySelectorAll<HTMLLinkElement>(STYLES))
      exchange(link, again(link));
  });
}

/** Whether the document could be made what `now` is. */
function show(now: Document, mirror: Mirror, navigation: Navigation): boolean {
  if (skeletonOf(now) !== skeletonOf(document)) return false;
  navigation.update(now);
  try {
    mirror.update(now.body);
  } catch (error) {
    if (error instanceof Stale) return false;
    throw error;
  }
  updateHead(now.head);
  renew();
  return true;
}

/** What scripts and styles depend on: they ran for a page of this kind. */
function skeletonOf({ documentElement: root, body, scripts }: Document): string {
  const { lang, dir, dataset } = root;
  const modules = [...scripts].map(({ src }) => src).filter((src) => src !== "");
  const hasToc = body.querySelector("#toc") !== null;
  const hasValues = body.querySelector("var.ph[data-name]") !== null;
  const kind = body.className.split(" ").find((name) => name.startsWith("is-"));
  return JSON.stringify([lang, dir, dataset.base, kind, hasToc, hasValues, new Set(modules).size]);
}

function updateHead(now: HTMLHeadElement): void {
  const { head } = document;
  const [olds, news] = [head, now].map((one) => [...one.querySelectorAll(ABOUT)]);
  const text = (all: readonly Element[] = []): string => all.map((one) => one.outerHTML).join("");
  if (text(olds) !== text(news)) {
    for (const old of olds ?? []) old.remove();
    head.append(...(news ?? []));
  }
  const links = [...head.querySelectorAll<HTMLLinkElement>(STYLES)].filter(isOfSite);
  const wanted = [...now.querySelectorAll<HTMLLinkElement>(STYLES)].filter(isOfSite);
  const added = wanted.filter((link) => !links.some((old) => placeOf(old) === placeOf(link)));
  const gone = links.filter((old) => !wanted.some((link) => placeOf(old) === placeOf(link)));
  for (const [index, link] of added.entries()) exchange(gone[index], link);
  for (const old of gone.slice(added.length)) old.remove();
}

/** Script loads others later. */
function isOfSite(link: HTMLLinkElement): boolean {
  return !placeOf(link).includes("/src/");
}

function placeOf({ href }: HTMLLinkElement): string {
  return new URL(href, location.href).pathname;
}

/** A sheet at an address that the browser has not loaded yet. */
function again(link: HTMLLinkElement): HTMLLinkElement {
  const next = link.cloneNode() as HTMLLinkElement;
  const url = new URL(link.href);
  url.searchParams.set("t", String(Date.now()));
  next.href = url.href;
  return next;
}

/** The old sheet stays until the new one is there: nothing flickers. */
function exchange(old: HTMLLinkElement | undefined, next: HTMLLinkElement): void {
  for (const event of ["load", "error"]) next.addEventListener(event, () => old?.remove());
  if (old === undefined) document.head.append(next);
  else old.after(next);
}
