/** Site map, robots.txt and redirects of whole sites. */
import { describe, expect, test } from "vitest";
import { parseRedirects, redirectFor } from "../../src/hosting/redirects-file.ts";
import { Project } from "../../src/project/project.ts";
import { siteOutputs } from "../../src/project/site-outputs.ts";
import { withSite } from "../helpers/case.ts";

type Files = Readonly<Record<string, string>>;

/** The texts of a site's outputs, by path. */
function outputs(files: Files): Promise<Map<string, string>> {
  return withSite({ "content/_index.md": "Home.\n", ...files }, async (root) => {
    const found = siteOutputs(await Project.open(root));
    return new Map([...found].map(([path, { text }]) => [path, text]));
  });
}

const WHERE = "baseURL: https://docs.example.com/m/\n";

describe("the site map", () => {
  test("has the pages that search engines may list, with dates", async () => {
    const map = (
      await outputs({
        "data/site.yml": WHERE,
        "content/a.md": "---\nlastmod: 2026-03-01\naliases: [/old/]\n---\n",
        "content/b.md": "---\nlastmod: 2026-03-01T10:20:30+02:00\nurl: /x/R&D <1>.html\n---\n",
        "content/größe.md": "",
        "content/c.md": "---\nrobots: noindex\n---\n",
        "content/d.md": "---\nsitemap: {disable: true}\n---\n",
        "content/e.md": "---\nbuild: {list: never}\n---\n",
        "content/f.md": "---\ndraft: true\n---\n",
        "content/g.md": "---\nheadless: true\n---\n",
      })
    ).get("sitemap.xml");
    expect(map).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>https://docs.example.com/m/</loc>
  </url>
  <url>
    <loc>https://docs.example.com/m/a/</loc>
    <lastmod>2026-03-01</lastmod>
  </url>
  <url>
    <loc>https://docs.example.com/m/x/R&amp;D%20%3C1%3E.html</loc>
    <lastmod>2026-03-01T08:20:30Z</lastmod>
  </url>
  <url>
    <loc>https://docs.example.com/m/gr%C3%B6%C3%9Fe/</loc>
  </url>
</urlset>
`);
  });

  test("needs the address of the site", async () => {
    const found = await outputs({ "data/site.yml": "base: /m/\n" });
    expect(found.has("sitemap.xml")).toBe(false);
    expect(found.get("robots.txt")).toBe("User-agent: *\nAllow: /\n");
  });

  test("is named by robots.txt, unless the site has its own", async () => {
    expect((await outputs({ "data/site.yml": WHERE })).get("robots.txt")).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://docs.example.com/m/sitemap.xml\n",
    );
    const own = await outputs({ "data/site.yml": WHERE, "static/robots.txt": "Own\n" });
    expect(own.has("robots.txt")).toBe(false);
  });
});

describe("redirects", () => {
  const PAGE = "---\naliases: [/old/, '/R&D 100%/größe/', '/a:b*c/', /v1.html]\n---\n";

  test("have a line for each form of each alias", async () => {
    const text = (await outputs({ "data/site.yml": WHERE, "content/a.md": PAGE })).get(
      "_redirects",
    );
    expect(text).toBe(`/m/old/ /m/a/ 301
/m/old /m/a/ 301
/m/R&D%20100%25/gr%C3%B6%C3%9Fe/ /m/a/ 301
/m/R&D%20100%25/gr%C3%B6%C3%9Fe /m/a/ 301
/m/a%3Ab%2Ac/ /m/a/ 301
/m/a%3Ab%2Ac /m/a/ 301
/m/v1.html /m/a/ 301
`);
    const rules = parseRedirects(text ?? "");
    for (const path of [
      "/m/old",
      "/m/R&D%20100%25/gr%c3%b6%C3%9Fe/",
      "/m/a%3ab%2ac/",
      "/m/v1.html",
    ])
      expect(redirectFor(rules, path), path).toEqual({ to: "/m/a/", status: 301 });
  });

  test("lead to files where pages are files", async () => {
    const found = await outputs({
      "hugo.toml": "uglyURLs = true\n",
      "content/a.md": "---\naliases: [old.html]\n---\n",
    });
    expect(found.get("_redirects")).toBe("/old.html /a.html 301\n");
  });

  test("stand after those of the site, and there is no file without any", async () => {
    const own = { "static/_redirects": "/x /y 302" };
    const found = await outputs({ ...own, "content/a.md": "---\naliases: [/old.html]\n---\n" });
    expect(found.get("_redirects")).toBe("/x /y 302\n/old.html /a/ 301\n");
    expect((await outputs(own)).get("_redirects")).toBe("/x /y 302\n");
    expect((await outputs({})).has("_redirects")).toBe(false);
  });
});
