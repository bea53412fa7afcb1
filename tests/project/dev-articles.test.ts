/** Articles for authors, who see what failed and where things come from: all else is as readers get it. */
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import type { Article } from "../../src/site/types.ts";
import { withSite } from "../helpers/case.ts";

const GREETING = 'plain &amp; "quoted" -- words *and* more';

const HOME = "---\ntitle: Home\n---\nWelcome.\n";

/** The article of `content/page.md` as authors see it, and as readers do. */
async function articles(
  files: Readonly<Record<string, string>>,
): Promise<{ authors: Article; readers: Article }> {
  return withSite({ "content/_index.md": HOME, ...files }, async (root) => {
    const article = async (isDev: boolean): Promise<Article> => {
      const project = await Project.open(root, { isDev });
      await project.renderAll();
      const page = project.publishedPages.find(({ path }) => path === "content/page.md");
      if (page === undefined) throw new Error("Expected a page.");
      return project.article(page);
    };
    return { authors: await article(true), readers: await article(false) };
  });
}

/** HTML without what is for authors. */
function plain(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, "element", (node, index, parent) => {
    const isOfInclude = node.properties.dataWaymarkFrom !== undefined;
    for (const name of ["dataWaymarkFrom", "dataWaymarkAt", "dataWaymarkWithin"])
      delete node.properties[name];
    if (!isOfInclude || node.tagName !== "span" || parent === undefined || index === undefined)
      return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
  return toHtml(tree);
}

describe("articles for authors", () => {
  test("failed calls leave no trace in ids, the table of contents and names", async () => {
    const body = [
      "## Set {{< nope >}} up **{{< nope >}}strong** and `a {{< nope >}} b`",
      "| A |\n| --- |\n| 1 |",
      "### {{% nope %}}1. Way",
      "## {{< nope >}}",
    ].join("\n\n");
    const { authors, readers } = await articles({
      "content/page.md": `---\ntitle: P\n---\n${body}\n`,
    });
    expect(authors.toc).toEqual(readers.toc);
    expect(authors.ids).toEqual(readers.ids);
    expect(authors.html.match(/class="waymark-failed"/g)).toHaveLength(5);
    const labels = ({ html }: Article): unknown =>
      html
        .match(/aria-label="(?:Link to|Table)[^"]*"/g)
        ?.map((label) => label.replace(/\s+/g, " "));
    expect(labels(authors)).toEqual(labels(readers));
  });

  test("words that includes bring are marked, and nothing else changes", async () => {
    const body = [
      "Own {{% greeting %}} and {{% greeting %}}{{% greeting %}}, \\*own\\* &copy; {{% greeting %}}.",
      "## {{% greeting %}} (Optional) {{% greeting %}}",
      "> Quote {{% greeting %}}\n> goes on {{% greeting %}}",
      "- **{{% greeting %}} bold** [link {{% greeting %}}](/)\n  and {{% outer %}}",
      "| A | B \\| C |\n| --- | --- |\n| x {{% greeting %}} \\| y | {{% greeting %}} |",
      "{{% greeting %}} first, then `code {{% greeting %}}`.",
      "{{% outer %}}",
    ].join("\n\n");
    const { authors, readers } = await articles({
      "content/page.md": `---\ntitle: P\n---\n${body}\n`,
      "data/partials/greeting.md": GREETING,
      "data/partials/outer.md": "Outer {{% greeting %}} after.\n",
    });
    expect(plain(authors.html)).toBe(plain(readers.html));
    expect(authors.toc).toEqual(readers.toc);
    const marked = authors.html.match(/<span data-waymark-from="data\/partials\/greeting.md"/g);
    expect(marked?.length).toBeGreaterThanOrEqual(20);
    expect(readers.html).not.toContain("waymark");
  });
});
