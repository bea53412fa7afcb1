/** What a page and its Markdown twin say, in one form, so that the two can be compared. */
import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { matches, select } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** Everything that a reader takes from a page. */
export interface Said {
  /** All text but code blocks; blanks are one space. */
  readonly text: string;
  readonly headings: readonly string[];
  /** Code blocks as they are. */
  readonly code: readonly string[];
  readonly links: readonly string[];
  readonly images: readonly string[];
}

/** What of a page is no content: controls, ways to elsewhere, drawings whose words stand below. */
const CHROME = [
  "svg, script, style, button, nav, dialog, template, [hidden]:not([hidden=until-found])",
  ".anchor, .part, .tablist, [data-markdown-ignore], .copy, .page-meta, .page-parts, .end, .values, .find",
];

/** Elements that stand in a line. */
const INLINE = new Set(
  "a abbr b bdi cite code del em i ins kbd mark q s samp small span strong sub sup time u var".split(
    " ",
  ),
);

/** What the article of a whole page says; `address` maps addresses of the page. */
export function saidByPage(html: string, address = (url: string) => url): Said {
  const tree = fromHtml(html);
  const root = select("article.article", tree) ?? select("main", tree);
  if (root === undefined) throw new Error("The page has no article.");
  return said(root, address);
}

/** What an article says by itself. */
export function saidByArticle(html: string): Said {
  return said(fromHtml(html, { fragment: true }), (url) => url);
}

const parser = remark().use(remarkGfm).freeze();
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" })
  .use(rehypeRaw)
  .freeze();

/** What Markdown says to a plain renderer of CommonMark and GFM. */
export function saidByMarkdown(markdown: string): Said {
  return said(toHtml.runSync(parser.parse(markdown)) as Root, (url) => url);
}

/** A twin without its front matter and the line that leads to the list of pages. */
export function bodyOfTwin(twin: string): string {
  return twin.replace(/^---\n[\s\S]*?\n---\n\n> All pages: [^\n]*\n/, "");
}

function said(root: Nodes, address: (url: string) => string): Said {
  const found = { headings: [] as string[], code: [] as string[], links: new Set<string>() };
  const images = new Set<string>();
  const words = (node: Nodes): string => {
    if (node.type === "text") return node.value;
    if (!("children" in node)) return "";
    if (node.type !== "element") return node.children.map(words).join("");
    if (CHROME.some((selector) => matches(selector, node))) return "";
    if (node.tagName === "pre") {
      found.code.push(textOf(node).replace(/\n+$/, ""));
      return "\n";
    }
    if (node.tagName === "img")
      images.add(`${address(String(node.properties.src))} ${node.properties.alt ?? ""}`);
    const { href } = node.properties;
    if (node.tagName === "a" && typeof href === "string") found.links.add(address(href));
    const text = node.children.map(words).join("");
    if (/^h[1-6]$/.test(node.tagName)) found.headings.push(`${node.tagName} ${normal(text)}`);
    return isInline(node) ? text : `\n${text}\n`;
  };
  const text = normal(words(root));
  const { headings, code, links } = found;
  return { text, headings, code, links: [...links].sort(), images: [...images].sort() };
}

function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName);
}

function normal(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
