/** What a guide consists of: headings, tabs, code. */
import { join } from "node:path";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Project } from "../../../src/project/project.ts";
import type { Page } from "../../../src/site/types.ts";

export interface Outline {
  readonly headings: readonly string[];
  /** Each tab with the heading above it: "2. Create a connection | Cloud › SSH tunnel". */
  readonly tabs: readonly string[];
  readonly code: readonly CodeBlock[];
  /** All words of the page, on one line. */
  readonly text: string;
}

export interface CodeBlock {
  readonly family: "sql" | "shell" | "json" | "text";
  readonly value: string;
  /** The heading and the tabs that it stands in, as a tab's: "2. Create a connection | SSH tunnel". */
  readonly place: string;
  /** Its words: keywords, names, keys, commands. */
  readonly words: ReadonlySet<string>;
}

const FAMILIES: Readonly<Record<string, CodeBlock["family"]>> = {
  sql: "sql",
  mzsql: "sql",
  postgres: "sql",
  sh: "shell",
  bash: "shell",
  json: "json",
};

const WORD = /[a-z_][a-z0-9_]*(?:[.-][a-z0-9_]+)*/g;

/** The outline of a page; its title counts as a heading. */
export async function outlineOf(project: Project, page: Page): Promise<Outline> {
  const tree = fromHtml(project.article(page).html, { fragment: true });
  const headings = [page.title];
  const tabs: string[] = [];
  let heading = page.title;
  for (const element of selectAll("h1, h2, h3, h4, h5, h6, .panel-title", tree)) {
    const text = plain(element);
    if (/^h\d$/.test(element.tagName)) {
      heading = text;
      headings.push(text);
    } else tabs.push(placeOf(heading, [text]));
  }
  const text = selectAll("p, li, td, th", tree).map(plain).join(" ");
  return { headings, tabs, code: await codeOf(project, page), text };
}

async function codeOf(project: Project, page: Page): Promise<CodeBlock[]> {
  const { output } = await project.renderFile(join(project.site.root, page.path), "mdast");
  const blocks: CodeBlock[] = [];
  let heading = page.title;
  const visit = (node: Nodes, tabs: readonly string[]): void => {
    if (node.type === "heading") heading = textOf(node).replace(/\s+/g, " ").trim();
    if (node.type === "code") {
      const family = FAMILIES[node.lang ?? ""] ?? "text";
      const words = new Set(node.value.toLowerCase().match(WORD) ?? []);
      blocks.push({ family, value: node.value, place: placeOf(heading, tabs), words });
    }
    const inner = node.type === "tab" ? [...tabs, node.label] : tabs;
    if ("children" in node) for (const child of node.children) visit(child, inner);
  };
  visit(JSON.parse(output) as Nodes, []);
  return blocks;
}

/** How a heading and the tabs below it are written: "2. Create a connection | Cloud › SSH tunnel". */
export function placeOf(heading: string, tabs: readonly string[]): string {
  return `${heading} | ${tabs.join(" › ")}`;
}

/** The text without the sign that links to a heading; the tag "Optional" is the word in brackets. */
function plain(element: Element): string {
  const parts = element.children.map((child): string => {
    if (child.type === "text") return child.value;
    if (child.type !== "element") return "";
    const classes = [child.properties.className].flat();
    if (classes.includes("anchor")) return "";
    return classes.includes("tag") ? `(${plain(child)})` : plain(child);
  });
  return parts.join("").replace(/\s+/g, " ").trim();
}
