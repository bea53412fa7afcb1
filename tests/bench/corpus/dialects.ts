/** A site's blocks as Markdown in the dialects of the generators that are compared. */
import type { Block, Callout, Guide, Section, Snippet } from "./model.ts";

/** Waymark and Hugo read the same files: shortcodes and data. */
export type DialectName = "hugo" | "starlight" | "vitepress";

export interface Dialect {
  readonly name: DialectName;
  /** Where pages stand in the site's folder. */
  readonly content: string;
  /** The file name of a section's page. */
  readonly index: string;
  /** Whether snippets are files that pages include; else they are written into each page. */
  readonly hasSnippets: boolean;
  /** The site's own address of a page. */
  address(url: string): string;
  frontMatter(page: PageFields): string;
  blocks(blocks: readonly Block[]): string;
}

export interface PageFields {
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** The name of its menu entry, and of the one above. */
  readonly identifier: string;
  readonly parent: string | undefined;
}

/** The dialect for a site with these guides. */
export function dialectOf(name: DialectName, guides: readonly Guide[]): Dialect {
  const address = (url: string): string => (name === "vitepress" ? url.replace(/\/$/, "") : url);
  const linked = (text: string): string =>
    text.replace(
      /\]\(page:(\d+)\)/g,
      (_, index) => `](${address(guides[Number(index)]?.url ?? "/")})`,
    );
  const blocks = (list: readonly Block[]): string => list.map(block).join("\n\n");
  const block = (one: Block): string => {
    switch (one.kind) {
      case "text":
        return linked(one.text);
      case "heading":
        return `${"#".repeat(one.depth)} ${one.text}`;
      case "code":
        return `\`\`\`${one.language}\n${one.text}\n\`\`\``;
      case "list":
        return one.items
          .map((item) => listItem(one.isOrdered ? "1. " : "- ", blocks(item)))
          .join("\n");
      case "table":
        return tableOf(one.rows.map((row) => row.map(linked)));
      case "callout":
        return name === "hugo"
          ? `{{< ${one.name} >}}\n${blocks(one.body)}\n{{< /${one.name} >}}`
          : `:::${CALLOUTS[name][one.name]}\n${blocks(one.body)}\n:::`;
      case "tabs":
        if (name !== "hugo") {
          return one.tabs.map(({ label, body }) => `#### ${label}\n\n${blocks(body)}`).join("\n\n");
        }
        return `{{< tabs >}}\n${one.tabs
          .map(({ label, body }) => `{{< tab "${label}" >}}\n${blocks(body)}\n{{< /tab >}}\n`)
          .join("")}{{< /tabs >}}`;
      case "include":
        return name === "hugo" ? call(one.snippet) : blocks(one.snippet.blocks);
    }
  };
  return {
    name,
    content: { hugo: "content", starlight: "src/content/docs", vitepress: "docs" }[name],
    index: name === "hugo" ? "_index.md" : "index.md",
    hasSnippets: name === "hugo",
    address,
    frontMatter: (page) => `---\n${fields(name, page).join("\n")}\n---\n\n`,
    blocks,
  };
}

/** The names of callouts that differ. */
const CALLOUTS: Readonly<Record<"starlight" | "vitepress", Readonly<Record<Callout, string>>>> = {
  starlight: { note: "note", tip: "tip", warning: "caution" },
  vitepress: { note: "info", tip: "tip", warning: "warning" },
};

function listItem(marker: string, body: string): string {
  const inner = body.replace(/\n(?=.)/g, `\n${" ".repeat(marker.length)}`);
  return `${marker}${inner}${body.includes("\n\n") ? "\n" : ""}`;
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function call({ form, file, name }: Snippet): string {
  const path = file.replace(/^data\//, "");
  if (form === "file") return `{{% include-md file="${path}.md" %}}`;
  if (form === "entry") return `{{% include-from-yaml data="${path}" name="${name}" %}}`;
  return `{{% include-example file="${path}" example="${name}" %}}`;
}

function fields(name: DialectName, page: PageFields): string[] {
  const both = [
    `title: ${JSON.stringify(page.title)}`,
    `description: ${JSON.stringify(page.description)}`,
  ];
  if (name === "vitepress") return both;
  if (name === "starlight") return [...both, "sidebar:", `  order: ${page.order}`];
  return [
    ...both,
    `weight: ${page.order}`,
    "menu:",
    "  main:",
    `    name: ${JSON.stringify(page.title)}`,
    `    identifier: ${page.identifier}`,
    ...(page.parent === undefined ? [] : [`    parent: ${page.parent}`]),
    `    weight: ${page.order}`,
  ];
}

/** The identifier of a section's menu entry. */
export function identifierOf({ part, slug }: Section): string {
  return part === undefined ? slug : `${part.slug}-${slug}`;
}
