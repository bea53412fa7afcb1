/** Diagrams that a site has as SVG files. */
import type { Diagram } from "../shortcodes/types.ts";
import { escapeXml } from "./marks.ts";

/**
 * The `<svg>` element of a file, to be put into a page; undefined if there is
 * none. It becomes an image with a name (WAI-ARIA: role `img`): that of its
 * `<title>`, else `name`. Site files are trusted as the pages are; nothing is
 * filtered.
 */
export function diagramOfSvg(text: string, name: string): Diagram | undefined {
  const start = text.search(/<svg[\s>]/);
  const end = text.lastIndexOf("</svg>");
  if (start < 0 || end < start) return undefined;
  const element = text.slice(start, end + "</svg>".length);
  const title = titleOf(element) ?? `Diagram: ${name}`;
  const svg = element.replace(/^<svg/, `<svg role="img" aria-label="${escapeXml(title)}"`);
  return { svg: hasName(element) ? element : svg, alternative: title };
}

function titleOf(element: string): string | undefined {
  const start = element.indexOf("<title>");
  const end = element.indexOf("</title>", start);
  if (start < 0 || end < 0) return undefined;
  return unescapeXml(element.slice(start + "<title>".length, end).trim()) || undefined;
}

/** Whether the author gave it a role or a name already. */
function hasName(element: string): boolean {
  return /\s(?:role|aria-label|aria-labelledby)=/.test(element.slice(0, element.indexOf(">")));
}

function unescapeXml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
