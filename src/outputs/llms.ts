/**
 * Lists of all pages for language models (llmstxt.org): `llms.txt` with the tree of
 * pages, and `llms-full.txt` with all they say.
 */
import type { Site } from "../site/site.ts";
import { oneLine } from "../text/one-line.ts";
import { INDEX_URL, portablePath, twinUrl } from "./addresses.ts";
import { type PageNode, pagesOf, pageTree } from "./page-tree.ts";
import { twinBody } from "./twin-body.ts";
import type { Output, OutputFile, OutputPage, OutputSite } from "./types.ts";

/** What a reader takes in at once (Agent-Friendly Documentation Spec: llms-txt-size). */
const MAX_LENGTH = 50_000;

/** What one entry may say of its page; longer descriptions end early. */
const MAX_ABOUT = 300;

/** Pages of a group that has too many for one file. */
const PART = 200;

/** The list of pages: one file, or where that is too long a file for each section. */
export const llmsIndex: Output = function* (output) {
  const { site } = output;
  const { title, description } = site.settings;
  const home = output.pages.find(({ page }) => page.kind === "home");
  const first = home === undefined ? "" : `${entry(site, title, home)}\n\n`;
  const about = description ?? home?.page.frontMatter.description ?? `The pages of ${title}.`;
  const note =
    "Each page of this list is Markdown. The address of the page itself is in its front matter.\n" +
    `All pages in one file: [llms-full.txt](${portablePath(site, "/llms-full.txt")})`;
  const intro = `# ${oneLine(title)}\n\n> ${oneLine(about)}\n\n${note}\n\n${first}`;
  yield* files(site, INDEX_URL, intro, pageTree(output));
};

/** All pages, one after the other. */
export const llmsFull: Output = function* (output) {
  yield {
    path: "llms-full.txt",
    get text() {
      return fullText(output);
    },
  };
};

function fullText(output: OutputSite): string {
  const { site, pages } = output;
  const home = pages.filter(({ page }) => page.kind === "home");
  const all = [...home, ...pagesOf(pageTree(output))];
  const texts = all.map((page) => {
    const body = twinBody(site, page);
    const end = body.indexOf("\n") + 1;
    return `${body.slice(0, end)}\nSource: ${portablePath(site, page.page.url)}\n${body.slice(end)}`;
  });
  return texts.join("\n---\n\n");
}

/** The file at `url`, and those of its groups if all of it is too long. */
function* files(
  site: Site,
  url: string,
  intro: string,
  nodes: readonly PageNode[],
): Generator<OutputFile> {
  const whole =
    intro +
    sectionsOf(nodes)
      .map((node) => section(site, node))
      .join("\n");
  if (whole.length < MAX_LENGTH) {
    yield { path: url.slice(1), text: whole };
    return;
  }
  const parts = inParts(nodes);
  const used = new Set<string>();
  const lists = parts.map((node) => ({ node, url: listUrl(url, node, used) }));
  const links = lists.map(({ node, url: to }) =>
    to === undefined
      ? entryOf(site, node)
      : `- [${label(node.name)}](${portablePath(site, to)})${aboutOf(node.page)}`,
  );
  yield { path: url.slice(1), text: `${intro}## Sections\n\n${links.join("\n")}\n` };
  for (const { node, url: to } of lists) {
    if (to === undefined) continue;
    const own = node.page === undefined ? "" : `${entry(site, node.name, node.page)}\n\n`;
    const up = `> Part of [the list of all pages](${portablePath(site, INDEX_URL)}).`;
    yield* files(site, to, `# ${oneLine(node.name)}\n\n${up}\n\n${own}`, node.children);
  }
}

/** Many pages side by side, without groups, in groups by number. */
function inParts(nodes: readonly PageNode[]): readonly PageNode[] {
  const leaves = nodes.filter(({ children }) => children.length === 0);
  if (leaves.length <= PART) return nodes;
  const groups = nodes.filter(({ children }) => children.length > 0);
  const parts = Array.from({ length: Math.ceil(leaves.length / PART) }, (_, index): PageNode => {
    const children = leaves.slice(index * PART, (index + 1) * PART);
    const [first, last] = [children[0]?.name ?? "", children.at(-1)?.name ?? ""];
    return { name: `${first} to ${last}`, page: undefined, children };
  });
  return [...groups, ...parts];
}

/** Where a group's own list stands: at its page, else below the list that names it. */
function listUrl(above: string, node: PageNode, used: Set<string>): string | undefined {
  if (node.children.length === 0) return undefined;
  const folder = above.slice(0, above.lastIndexOf("/") + 1);
  const own = node.page?.page.url;
  const words = node.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["part"];
  const base = own?.endsWith("/") ? own : `${folder}${encodeURI(words.join("-"))}/`;
  let url = `${base}llms.txt`;
  for (let i = 2; used.has(url) || url === above; i++) url = `${base}llms-${i}.txt`;
  used.add(url);
  return url;
}

/** The groups at the top; pages that stand between them are a group too, the first one. */
function sectionsOf(nodes: readonly PageNode[]): PageNode[] {
  const children = nodes.filter((node) => node.children.length === 0);
  const groups = nodes.filter((node) => node.children.length > 0);
  return children.length === 0 ? groups : [{ name: "Pages", page: undefined, children }, ...groups];
}

/** A group with its pages under a heading; a page of its own is the first of them. */
function section(site: Site, node: PageNode): string {
  const own = node.page === undefined ? [] : [entry(site, node.name, node.page)];
  const below = node.children.flatMap((child) => entries(site, child, 0));
  return `## ${oneLine(node.name)}\n\n${[...own, ...below].join("\n")}\n`;
}

function entries(site: Site, node: PageNode, depth: number): string[] {
  const below = node.children.flatMap((child) => entries(site, child, depth + 1));
  return [`${"  ".repeat(depth)}${entryOf(site, node)}`, ...below];
}

function entryOf(site: Site, { name, page }: PageNode): string {
  return page === undefined ? `- ${label(name)}` : entry(site, name, page);
}

/** A link to the page's Markdown. */
function entry(site: Site, name: string, { page }: OutputPage): string {
  const address = portablePath(site, twinUrl(site, page) ?? page.url);
  // A link's target ends at a blank or a parenthesis.
  const to = address.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `- [${label(name)}](${to})${aboutOf({ page })}`;
}

function aboutOf(of: Pick<OutputPage, "page"> | undefined): string {
  const about = oneLine(of?.page.frontMatter.description ?? "");
  if (about === "") return "";
  return `: ${about.length <= MAX_ABOUT ? about : `${about.slice(0, about.lastIndexOf(" ", MAX_ABOUT))} …`}`;
}

/** Text as a link's label; what could be a mark of Markdown is none. */
function label(text: string): string {
  return oneLine(text).replace(/[\\[\]`*<]/g, "\\$&");
}
