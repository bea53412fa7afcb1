/** Which links to other hosts are asked for, and what is asked: each address once. */
import type { ExternalLinkSettings } from "../../site/types.ts";
import { isExample, isPrivate } from "./hosts.ts";
import { namesId } from "./ids.ts";
import type { ExternalLink, Question } from "./types.ts";

/** Whether an address is that of another host: `https://…`, `//…`. */
export function isExternal(url: string): boolean {
  return /^(?:https?:|\/\/)/i.test(url);
}

/** An address in its parts; undefined if no browser could go there. */
export function parsed(url: string): URL | undefined {
  const address = URL.parse(url.startsWith("//") ? `https:${url}` : url);
  return address === null || address.hostname === "" ? undefined : address;
}

/** Parts that a reader fills in: `https://<host>/`, `https://docs.example/{version}/`, `$NAME`. */
const GAPS = /[<>{}]|%3[CE]|%7[BD]|\$[A-Z(]|\[[^\]:]*\]/i;

/** Whether a link is left out: by the settings, or as nobody could answer for it. */
export function isLeftOut(url: string, settings: ExternalLinkSettings): boolean {
  const address = parsed(url);
  if (GAPS.test(url)) return true;
  if (address === undefined) return false;
  if (isExample(address) || (isPrivate(address) && !settings.private)) return true;
  return settings.ignore.some((pattern) => matches(pattern, url, address));
}

/** `docs.example` is a host with those below it; an address may have `*` for anything. */
function matches(pattern: string, url: string, { hostname }: URL): boolean {
  if (!/[/*]/.test(pattern)) {
    const host = pattern.toLowerCase();
    return hostname === host || hostname.endsWith(`.${host}`);
  }
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const start = /^(?:[a-z*]+:)?\/\//i.test(pattern) || pattern.startsWith("*") ? "" : "https?://";
  return new RegExp(`^${start}${parts.join(".*")}$`, "i").test(url);
}

/** The address that is asked for, which has no fragment. */
export function askedUrl(address: URL): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

/** What is asked of all these links. */
export function questionsOf(
  links: readonly ExternalLink[],
  settings: ExternalLinkSettings,
): Question[] {
  const fragments = new Map<string, Set<string>>();
  for (const { url } of links) {
    const address = isLeftOut(url, settings) ? undefined : parsed(url);
    if (address === undefined) continue;
    const asked = askedUrl(address);
    const own = fragments.get(asked) ?? new Set();
    const fragment = address.hash.slice(1);
    if (namesId(fragment)) own.add(fragment);
    fragments.set(asked, own);
  }
  return [...fragments].map(([url, own]) => ({ url, fragments: [...own] }));
}
