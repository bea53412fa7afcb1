/** Where an address leads, seen from a page of a copy. */

/** An address below the copy's root, whether it has the site's base path or is relative. */
export function placeIn(address: string, root: URL, base: string): URL | undefined {
  const isFromBase = address.startsWith(base) && !address.startsWith("//");
  const url = isFromBase
    ? URL.parse(address.slice(base.length) || "./", root)
    : URL.parse(address, document.baseURI);
  if (url === null || !url.href.startsWith(root.href)) return undefined;
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  return url;
}

/** The path of a file from the root, without escapes. */
export function pathIn(url: URL, root: URL): string {
  return decodeURIComponent(url.pathname.slice(root.pathname.length));
}
