/** What heads of pages say: titles, descriptions, Open Graph, JSON-LD. */
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { isIndexed, type PageHead, pageHead } from "../../src/site/head.ts";
import { inScript } from "../../src/site/json-ld.ts";
import { firstParagraph, shortened } from "../../src/site/summary.ts";
import { withSite } from "../helpers/case.ts";

type Files = Readonly<Record<string, string>>;

/** The heads of all pages, by address. */
function heads(files: Files, changed?: Date): Promise<Record<string, PageHead>> {
  return withSite({ "content/_index.md": "---\ntitle: Salt\n---\n", ...files }, async (root) => {
    const project = await Project.open(root);
    const all = project.publishedPages.map((page) => {
      const head = pageHead(project.site, page, project.article(page), changed);
      return [page.url, head] as const;
    });
    return Object.fromEntries(all);
  });
}

function property(head: PageHead | undefined, name: string): string | undefined {
  return head?.openGraph.find(([known]) => known === name)?.[1];
}

const SITE = "title: Salt\ndescription: All of it.\nbaseURL: https://docs.example.com/m/\n";

describe("titles", () => {
  test("are those of the page and the site, each once", async () => {
    const found = await heads({
      "data/site.yml": "title: Salt\n",
      "content/a/_index.md": "---\ntitle: First\n---\n",
      "content/a/overview.md": "---\ntitle: Overview\n---\n",
      "content/a/deep/_index.md": "---\ntitle: Deep\n---\n",
      "content/a/deep/overview.md": "---\ntitle: Overview\n---\n",
      "content/b/_index.md": "---\ntitle: Second\n---\n",
      "content/b/deep/_index.md": "---\ntitle: Deep\n---\n",
      "content/b/deep/overview.md": "---\ntitle: overview\n---\n",
      "content/b/same-1.md": "---\ntitle: Same\n---\n",
      "content/b/same-2.md": "---\ntitle: Same\n---\n",
      "content/overview.md": "---\ntitle: Overview\n---\n",
      "content/own.md": "---\ntitle: Own\nhtmltitle: A title for machines\n---\n",
    });
    const titles = Object.fromEntries(
      Object.entries(found).map(([url, head]) => [url, head.title]),
    );
    expect(titles).toEqual({
      "/": "Salt",
      "/a/": "First · Salt",
      "/a/deep/": "Deep · First · Salt",
      "/a/deep/overview/": "Overview · Deep · First · Salt",
      "/a/overview/": "Overview · First · Salt",
      "/b/": "Second · Salt",
      "/b/deep/": "Deep · Second · Salt",
      "/b/deep/overview/": "overview · Deep · Second · Salt",
      "/b/same-1/": "Same · Second · /b/same-1/ · Salt",
      "/b/same-2/": "Same · Second · /b/same-2/ · Salt",
      "/overview/": "Overview · Salt",
      "/own/": "A title for machines · Salt",
    });
  });
});

describe("descriptions", () => {
  test("come from front matter, the first paragraph, or the settings", async () => {
    const found = await heads({
      "data/site.yml": SITE,
      "content/said.md": "---\ndescription: Said.\n---\n\nText.\n",
      "content/text.md":
        "{{< note >}}\nA note.\n{{< /note >}}\n\n## Head\n\nThe *first* `one` &amp; more.\n\nSecond.\n",
      "content/note.md": "{{< note >}}\nA note.\n{{< /note >}}\n",
      "content/bare.md": "---\ntitle: Bare\n---\n",
    });
    const said = (url: string): string | undefined => found[url]?.description;
    expect(["/said/", "/text/", "/note/", "/bare/"].map(said)).toEqual([
      "Said.",
      "The first one & more.",
      "A note.",
      "All of it.",
    ]);
    expect(property(found["/bare/"], "og:description")).toBe("All of it.");
  });

  test("are cut after a word", () => {
    const text = "word ".repeat(60).trim();
    expect(shortened(text)).toBe(`${"word ".repeat(31).trim()}…`);
    expect(shortened("x".repeat(160))).toBe("x".repeat(160));
    expect(shortened("😀".repeat(200))).toBe(`${"😀".repeat(79)}…`);
    expect(firstParagraph("<p><img alt=''></p><ul><li><p>Item</p></li></ul>")).toBe("Item");
    expect(firstParagraph("<h2>No text</h2>")).toBeUndefined();
  });
});

describe("Open Graph", () => {
  test("has absolute addresses, the site's picture and dates", async () => {
    const found = await heads(
      {
        "data/site.yml": `${SITE}image: images/card.png\nlanguage: pt-BR\n`,
        "static/images/card.png": "",
        "content/a/_index.md": "---\ntitle: First\n---\n",
        "content/a/p.md": "---\ntitle: Page\ndate: 2026-01-02\n---\n",
      },
      new Date("2026-03-04T05:06:07Z"),
    );
    expect(Object.fromEntries(found["/a/p/"]?.openGraph ?? [])).toEqual({
      "og:type": "article",
      "og:title": "Page",
      "og:description": "All of it.",
      "og:url": "https://docs.example.com/m/a/p/",
      "og:site_name": "Salt",
      "og:locale": "pt_BR",
      "og:image": "https://docs.example.com/m/images/card.png",
      "article:published_time": "2026-01-02T00:00:00.000Z",
      "article:modified_time": "2026-03-04T05:06:07.000Z",
      "article:section": "First",
    });
    expect(property(found["/"], "og:type")).toBe("website");
    expect(property(found["/"], "article:modified_time")).toBeUndefined();
  });

  test("has the page's own picture, a file beside it or an address", async () => {
    const found = await heads({
      "data/site.yml": "base: /m/\nimage: /card.png\n",
      "static/card.png": "",
      "content/a/index.md": "---\nimages: [plan.png, other.png]\n---\n",
      "content/a/plan.png": "",
      "content/b.md": "---\nimages: https://img.example.com/b.png\n---\n",
      "content/c.md": "",
    });
    const images = ["/a/", "/b/", "/c/"].map((url) => property(found[url], "og:image"));
    expect(images).toEqual(["/m/a/plan.png", "https://img.example.com/b.png", "/m/card.png"]);
  });
});

describe("JSON-LD", () => {
  test("has the way from the home page, and the page", async () => {
    const found = await heads(
      {
        "data/site.yml": SITE,
        "content/a/_index.md": "---\ntitle: First\n---\n",
        "content/a/p.md": "---\ntitle: Page\nlinkTitle: Short\n---\n",
      },
      new Date("2026-03-04T05:06:07Z"),
    );
    const [trail, article] = found["/a/p/"]?.graph?.["@graph"] ?? [];
    const item = (position: number, name: string, url: string) => ({
      "@type": "ListItem",
      position,
      name,
      item: url,
    });
    expect(trail).toEqual({
      "@type": "BreadcrumbList",
      itemListElement: [
        item(1, "Salt", "https://docs.example.com/m/"),
        item(2, "First", "https://docs.example.com/m/a/"),
        item(3, "Short", "https://docs.example.com/m/a/p/"),
      ],
    });
    expect(article).toMatchObject({
      "@type": "TechArticle",
      headline: "Page",
      url: "https://docs.example.com/m/a/p/",
      dateModified: "2026-03-04T05:06:07.000Z",
    });
    expect(found["/"]?.graph?.["@graph"]).toMatchObject([{ "@type": "WebSite", name: "Salt" }]);
  });

  test("cannot end its script element", () => {
    const text = inScript({ title: "</script><!-- <script>" });
    expect(text).not.toContain("<");
    expect(JSON.parse(text)).toEqual({ title: "</script><!-- <script>" });
  });
});

test("robots of front matter are passed on", async () => {
  await withSite(
    { "content/a.md": "---\nrobots: NOINDEX, nofollow\n---\n", "content/b.md": "" },
    async (root) => {
      const { site } = await Project.open(root);
      const pages = ["/a/", "/b/"].flatMap((url) => site.byUrl.get(url) ?? []);
      expect(pages.map(isIndexed)).toEqual([false, true]);
      const robots = pages.map((page) => pageHead(site, page, { html: "" }, undefined).robots);
      expect(robots).toEqual(["NOINDEX, nofollow", undefined]);
    },
  );
});
