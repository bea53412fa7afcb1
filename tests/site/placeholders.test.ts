/** Which pages mark placeholders, and what `data/placeholders.yml` says of them. */
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const CODE = "```sh\npsql -h <host>\n```\n\nThe `<host>` and \\<port>.\n";

/** How many placeholders each page marks, by address. */
async function marked(files: Readonly<Record<string, string>>): Promise<Record<string, number>> {
  return withSite(files, async (root) => {
    const site = await Project.open(root);
    await site.renderAll();
    expect(site.diagnostics().map(({ message }) => message)).toEqual([]);
    const counts = site.publishedPages.map((page) => {
      const { html } = site.article(page);
      expect(html.includes('<div class="values"></div>')).toBe(html.includes("<var "));
      return [page.url, html.match(/<var class="ph"/g)?.length ?? 0] as const;
    });
    return Object.fromEntries(counts.filter(([url]) => url !== "/"));
  });
}

function page(matter: string, body = CODE): string {
  return `---\ntitle: A page\n${matter}---\n\n${body}`;
}

describe("placeholders of a site", () => {
  test("are on, and switched by page, section and block", async () => {
    const off = CODE.replace("```sh", "```sh {placeholders=false}");
    const on = CODE.replace("```sh", "```sh {placeholders=true}");
    expect(
      await marked({
        "content/a.md": page(""),
        "content/b.md": page("placeholders: false\n"),
        "content/c.md": page("", off),
        "content/d.md": page("placeholders: false\n", on),
        "content/e/_index.md": page("cascade:\n  placeholders: false\n"),
        "content/e/f.md": page(""),
        "content/e/g.md": page("placeholders: true\n"),
      }),
    ).toEqual({ "/a/": 3, "/b/": 0, "/c/": 2, "/d/": 1, "/e/": 0, "/e/f/": 0, "/e/g/": 3 });
  });

  test("are off where the settings say so, but for pages that want them", async () => {
    expect(
      await marked({
        "data/site.yml": "title: A site\nplaceholders: false\n",
        "content/a.md": page(""),
        "content/b.md": page("placeholders: true\n"),
      }),
    ).toEqual({ "/a/": 0, "/b/": 3 });
  });

  test("have the descriptions of the data, which no other page needs", async () => {
    const files = {
      "content/a.md": page("", "`<host>` `<secret_name>` `<table>` `<port>`\n"),
      "data/placeholders.yml":
        "host: { description: The server, example: db.example.com }\nsecret_name: { secret: false }\ntable: A table.\nport: { default: 5432 }\n",
    };
    await withSite(files, async (root) => {
      const site = await Project.open(root);
      const [html = ""] = site.publishedPages
        .filter(({ url }) => url === "/a/")
        .map((one) => site.article(one).html);
      expect(html).toContain(
        '<var class="ph" data-name="host" data-about="The server" data-example="db.example.com">',
      );
      expect(html).toContain('<var class="ph" data-name="secret_name">');
      expect(html).toContain('<var class="ph" data-name="table" data-about="A table.">');
      expect(html).toContain('<var class="ph" data-name="port" data-default="5432">');
      expect(site.diagnostics({ allData: true })).toEqual([]);
    });
  });
});
