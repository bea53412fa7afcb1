/** A path from the site's root with the base path before it; other addresses as they are. */
export function withBase(url: string, base: string): string {
  return /^\/(?!\/)/.test(url) ? `${base.slice(0, -1)}${url}` : url;
}
