/** Addresses for readers that do not know where a text comes from. */
import type { Site } from "./site.ts";
import type { Settings } from "./types.ts";

/** Absolute addresses of a site, which many pages have the same of. */
const absolute = new WeakMap<Settings, Map<string, string>>();

/**
 * An address of a page (with the base path) for readers that do not know where the text
 * comes from: absolute if the settings say where the site stands. Links within a page
 * and those that are absolute stay as they are.
 */
export function portable({ settings }: Pick<Site, "settings">, address: string): string {
  const { baseURL } = settings;
  if (baseURL === undefined || !/^\/(?!\/)/.test(address)) return address;
  const known = absolute.get(settings) ?? new Map<string, string>();
  absolute.set(settings, known);
  const href = known.get(address) ?? new URL(address, baseURL).href;
  known.set(address, href);
  return href;
}
