/** The addresses of links and images in raw HTML. */

/** Comments, and `href` and `src` of start tags; the second group is the attribute, then its value. */
const HTML_ADDRESS =
  /<!--[\s\S]*?-->|<(a|img)\b(?:[^<>"']|"[^"]*"|'[^']*')*?\s(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** HTML with other addresses; where `map` gives undefined, an address stays as it is. */
export function mapHtmlAddresses(
  html: string,
  map: (address: string, kind: "link" | "image") => string | undefined,
): string {
  return html.replace(HTML_ADDRESS, (tag: string, name: string | undefined, ...rest: unknown[]) => {
    if (name === undefined) return tag;
    const [, ...values] = rest.slice(0, 4);
    const address = String(values.find((value) => value !== undefined) ?? "");
    const mapped = map(address, name.toLowerCase() === "img" ? "image" : "link");
    if (mapped === undefined) return tag;
    const at = tag.lastIndexOf(address);
    return tag.slice(0, at) + mapped + tag.slice(at + address.length);
  });
}
