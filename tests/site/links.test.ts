/** Links whatever their form, Hugo's `ref`, and the upstream site. */
import { describe, expect, test } from "vitest";
import { loadSite, type Site } from "../../src/site/site.ts";
import { withSite } from "../helpers/case.ts";

const FILES = {
  "data/site.yml": "base: /docs/\nupstream:\n  - prefix: /sql/\n    url: https://up.example/docs\n",
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/a/_index.md": "---\ntitle: A\n---\n",
  "content/a/b.md": "---\ntitle: B\naliases: [/old/b/]\n---\n",
  "content/a/Up Per.md": "---\ntitle: Upper\n---\n",
  "content/a/bundle/index.md": "---\ntitle: Bundle\n---\n",
  "content/a/bundle/shot.png": "x",
  "content/c/b.md": "---\ntitle: Other b\n---\n",
  "content/c/only.md": "---\ntitle: Only\n---\n",
  "content/sql/own/_index.md": "---\ntitle: Own\n---\n",
  "content/moved.md": "---\ntitle: Moved\naliases: [/sql/create/old/]\n---\n",
  "static/images/x.svg": "<svg/>",
};

async function withLinks(use: (site: Site) => void): Promise<void> {
  await withSite(FILES, async (root) => use(loadSite(root)));
}

test("a link between drafts leads nowhere for others, whoever asks first", async () => {
  const files = {
    "content/_index.md": "",
    "content/a.md": "---\ndraft: true\n---\n",
    "content/b.md": "---\ndraft: true\n---\n",
  };
  await withSite(files, async (root) => {
    const site = loadSite(root);
    const home = site.byUrl.get("/");
    const draft = site.left.find(({ page }) => page.path === "content/b.md")?.page;
    const isFound = (page: typeof home): boolean =>
      site.links.resolve("/a/", { page, file: page?.path ?? "", kind: "link" }).ok;
    expect([draft, home, draft, home].map(isFound)).toEqual([true, false, true, false]);
  });
});

describe("links", () => {
  test("lead to pages whatever their form", async () => {
    await withLinks((site) => {
      const page = site.pages.find(({ path }) => path === "content/a/b.md");
      const to = (href: string): string => {
        const found = site.links.resolve(href, { page, file: "content/a/b.md", kind: "link" });
        return found.ok ? `${found.value.kind} ${found.value.url}` : found.complaint.message;
      };
      const table: [string, string][] = [
        ["/a/b/", "page /docs/a/b/"],
        ["/a/b", "page /docs/a/b/"],
        ["/a/b//", "page /docs/a/b/"],
        ["/a/b.md#x", "page /docs/a/b/#x"],
        ["./bundle/index.md", "page /docs/a/bundle/"],
        ["bundle.md", "page /docs/a/bundle/"],
        ["../up-per/", "page /docs/a/up-per/"],
        ["../", "page /docs/a/"],
        ["../../c/only?x=1#y", "page /docs/c/only/?x=1#y"],
        ["../../../../../c/only/", "page /docs/c/only/"],
        ["/old/b/", "page /docs/a/b/"],
        ["/images/x.svg", "file /docs/images/x.svg"],
        ["/a/bundle/shot.png", "file /docs/a/bundle/shot.png"],
        ["#part", "same-page #part"],
        ["mailto:a@example.com", "external mailto:a@example.com"],
        ["//host.example/x", "external //host.example/x"],
        ["/sql/types", "upstream https://up.example/docs/sql/types/"],
        ["/sql/types/#x", "upstream https://up.example/docs/sql/types/#x"],
        ["/sql/own/", "page /docs/sql/own/"],
        ["/sql/own/lost/", "upstream https://up.example/docs/sql/own/lost/"],
        ["/sql/onw/", 'Unexpected address "/sql/onw/", expected a page of this site'],
        ["/nowhere/", 'Unexpected address "/nowhere/", expected a page of this site'],
      ];
      for (const [href, expected] of table)
        expect(`${href} → ${to(href)}`).toBe(`${href} → ${expected}`);
    });
  });

  test("relative ones also count from where the page stood once", async () => {
    await withLinks((site) => {
      const page = site.pages.find(({ path }) => path === "content/moved.md");
      const found = site.links.resolve("../../types", {
        page,
        file: "content/moved.md",
        kind: "link",
      });
      expect(found).toMatchObject({
        ok: true,
        value: { url: "https://up.example/docs/sql/types/" },
      });
    });
  });

  test("that miss offer the nearest page", async () => {
    await withLinks((site) => {
      const found = site.links.resolve("/c/onyl/", {
        page: undefined,
        file: "content/x.md",
        kind: "link",
      });
      expect(found).toMatchObject({
        ok: false,
        complaint: { id: "link-missing", suggestion: "/c/only/" },
      });
    });
  });

  test("ref: by path, relative, by unique name, ambiguous, missing", async () => {
    await withLinks((site) => {
      const from = site.pages.find(({ path }) => path === "content/a/b.md");
      const ref = (target: string): string => {
        const found = site.links.ref(target, from, "relative");
        return found.ok ? found.value : `${found.complaint.id} ${found.complaint.suggestion ?? ""}`;
      };
      expect(ref("/a/b.md")).toBe("/a/b/");
      expect(ref("bundle")).toBe("/a/bundle/");
      expect(ref("./bundle/index.md#x")).toBe("/a/bundle/#x");
      expect(ref("only.MD")).toBe("/c/only/");
      expect(ref("#here")).toBe("#here");
      expect(ref("b")).toBe("/a/b/");
      expect(ref("ony")).toBe("ref-missing only");
      const home = site.links.ref("b", site.home, "relative");
      expect(home).toMatchObject({ ok: false, complaint: { id: "ref-ambiguous" } });
    });
  });
});

describe("addresses in special forms", () => {
  const SPECIAL = {
    "data/site.yml":
      "baseURL: https://docs.example/d/\nupstream:\n  - prefix: /up/\n    url: https://up.example\n",
    "content/_index.md": "",
    "content/v/v0.27.md": "---\ntitle: V\n---\n",
    "content/v/c#.md": "---\ntitle: C\n---\n",
    "content/v/hidden.md": "---\ntitle: H\nbuild: {render: never}\n---\n",
    "content/up/here.md": "---\ntitle: Here\n---\n",
    "static/My plan.pdf": "x",
  };

  const TABLE: readonly (readonly [string, string])[] = [
    ["/v/v0.27", "page /d/v/v0.27/"],
    ["/v/v0.27/#caf%C3%A9", "page /d/v/v0.27/#caf%C3%A9"],
    ["/v/c%23/", "page /d/v/c%23/"],
    ["/My%20plan.pdf#page=2", "file /d/My%20plan.pdf#page=2"],
    ["/up/a%20b/?q=%20#x%20y", "upstream https://up.example/up/a%20b/?q=%20#x%20y"],
    ["here", "page /d/up/here/"],
    ["here.md", "page /d/up/here/"],
    ["/v/hidden.md", "link-draft"],
    ["/v/V0.27/", "page /d/v/v0.27/"],
    ["?q=1", "same-page ?q=1"],
    ["tel:+1", "external tel:+1"],
    ["/%zz", "link-missing"],
  ];

  test.each(TABLE)("%s → %s", async (href, expected) => {
    await withSite(SPECIAL, async (root) => {
      const site = loadSite(root);
      const page = site.byUrl.get("/up/here/");
      const found = site.links.resolve(href, { page, file: "content/up/x.md", kind: "link" });
      const shown = found.ok
        ? `${found.value.kind} ${found.value.url}`
        : [found.complaint.id, found.complaint.suggestion].filter(Boolean).join(" ");
      expect(shown).toBe(expected);
    });
  });

  test("fragments are decoded for whoever checks them", async () => {
    await withSite(SPECIAL, async (root) => {
      const site = loadSite(root);
      const origin = { page: undefined, file: "content/x.md", kind: "link" } as const;
      const found = site.links.resolve("/v/v0.27/#caf%C3%A9", origin);
      expect(found).toMatchObject({ ok: true, value: { fragment: "café" } });
    });
  });

  test("ref: absolute has the host, hidden pages are missing, a warning is no error", async () => {
    await withSite(SPECIAL, async (root) => {
      const { links } = loadSite(root);
      expect(links.ref("v0.27", undefined, "absolute")).toMatchObject({
        ok: true,
        value: "https://docs.example/d/v/v0.27/",
      });
      expect(links.ref("/v/hidden", undefined, "relative")).toMatchObject({
        ok: false,
        complaint: { id: "link-draft" },
      });
    });
    const lax = {
      ...SPECIAL,
      "hugo.toml": 'refLinksErrorLevel = "WARNING"\nrefLinksNotFoundURL = "/404/"',
    };
    await withSite(lax, async (root) => {
      const found = loadSite(root).links.ref("nowhere", undefined, "relative");
      expect(found).toEqual({ ok: true, value: "/404/" });
    });
    const told = {
      ...SPECIAL,
      "data/site.yml": "refLinksNotFoundURL: /404/\ndiagnostics: {ref-missing: info}\n",
    };
    await withSite(told, async (root) => {
      const found = loadSite(root).links.ref("nowhere", undefined, "relative");
      expect(found).toMatchObject({
        ok: false,
        instead: "/404/",
        complaint: { id: "ref-missing" },
      });
    });
  });
});
