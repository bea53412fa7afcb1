/** Search on the pages of a site: dialog, search page, marks, and the page that is not there. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { type BuiltSite, builtSite, GERMAN_SITE } from "./search-site.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([builtSite(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page of the site in a browser of its own, and fails on any error of a script. */
async function visit(
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  try {
    await page.goto(site.url + path);
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

const field = (page: Page) => page.locator("dialog[open] input");
const options = (page: Page) => page.locator('dialog [role="option"]');
const said = (page: Page, text: string) =>
  page.locator("[role=status]", { hasText: text }).first().waitFor({ state: "attached" });

async function ask(page: Page, query: string): Promise<void> {
  if ((await field(page).count()) === 0) await page.keyboard.press("/");
  await field(page).fill(query);
}

/** What is marked on a page. */
const marks = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].map((range) => String(range)));

const marked = (page: Page) =>
  page.waitForFunction(() => (CSS.highlights.get("found")?.size ?? 0) > 0);

describe("the dialog", () => {
  test("shows the path of headings and that of the tab together, at 360 px too", async () => {
    await visit(
      "",
      async (page) => {
        await ask(page, "sshd_config");
        const hit = options(page).first();
        await hit.waitFor();
        const path = hit.locator(".hit-path");
        expect((await path.textContent())?.replace(/\s+/g, " ")).toBe(
          "Netz absichern Cloud › SSH-Tunnel",
        );
        expect(await page.locator(".hit-page").first().textContent()).toContain("Aurora");
        const cut = await path.evaluate((node) =>
          [node, ...node.children].some(
            (part) =>
              part.scrollWidth > part.clientWidth + 1 &&
              getComputedStyle(part).display !== "inline",
          ),
        );
        expect(cut).toBe(false);
        const box = await path.locator(".in-tab").boundingBox();
        expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
      },
      { viewport: { width: 360, height: 700 } },
    );
  });

  test("narrows to a section by keyboard, says so, and keeps to it while words change", async () => {
    await visit("", async (page) => {
      await ask(page, "kolibri");
      await said(page, "3 results on 3 pages");
      await page.locator(".chip", { hasText: "Nachschlagen" }).focus();
      await page.keyboard.press("Enter");
      await said(page, "1 result in Nachschlagen on 1 page");
      await field(page).fill("source");
      await said(page, "in Nachschlagen on 1 page");
      await field(page).fill("");
      expect(await page.locator('.chip[aria-pressed="true"]').textContent()).toContain(
        "Nachschlagen",
      );
      await field(page).fill("tabellen");
      await page.locator(".search-message", { hasText: "other sections have it" }).waitFor();
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        "Search all sections",
      );
      await page.keyboard.press("Enter");
      await options(page).first().waitFor();
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    });
  });

  test("offers the searches that led somewhere, by keyboard, and forgets them", async () => {
    await visit("", async (page) => {
      await ask(page, "brü");
      await options(page).first().waitFor();
      await ask(page, "kolibri");
      await said(page, "3 results");
      await page.keyboard.press("Enter");
      await page.waitForURL(/#|tabellen|befehle/);
      expect(await page.evaluate(() => localStorage["recent-searches"])).toBe('["kolibri"]');
      await page.keyboard.press("/");
      await page.locator("dialog[open] .recent .go").waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await field(page).inputValue()).toBe("kolibri");
      await options(page).first().waitFor();
      await field(page).fill("");
      await page.getByRole("button", { name: "Forget “kolibri”" }).click();
      expect(await page.locator(".recent").count()).toBe(0);
      expect(await page.evaluate(() => localStorage["recent-searches"])).toBeUndefined();
    });
  });

  test("works where storage is off", async () => {
    await visit("", async (page) => {
      await page.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage"])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException("off");
            },
          });
      });
      await page.reload();
      await ask(page, "kolibri");
      await options(page).first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/#|tabellen|befehle/);
    });
  });

  test("says what to try when nothing is found: near words, fewer words, sections", async () => {
    await visit("", async (page) => {
      await ask(page, "tabxyzellen");
      await page.locator(".try .chip", { hasText: "tabellen" }).waitFor();
      await page.locator(".search-panel a", { hasText: "Nachschlagen" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await field(page).inputValue()).toBe("tabellen");
      await options(page).first().waitFor();
      await ask(page, '"kolibri sshd_config"');
      await page.locator(".try .chip", { hasText: "kolibri sshd_config" }).waitFor();
    });
  });

  test("takes words in quotes as they stand, beside others", async () => {
    await visit("", async (page) => {
      await ask(page, '"create source" kolibri');
      await said(page, "1 result on 1 page");
      await ask(page, '"source for" kolibri');
      await said(page, "No results");
    });
  });

  test("leads to the search page with its query and its section", async () => {
    await visit("", async (page) => {
      await ask(page, "kolibri");
      await said(page, "3 results");
      await page.locator(".chip", { hasText: "Anleitung" }).click();
      await said(page, "in Anleitung");
      await page.getByRole("link", { name: "All results" }).click();
      await page.waitForURL("**/docs/search/?q=kolibri&section=Anleitung");
      await said(page, "2 results in Anleitung on 2 pages");
    });
  });
});

describe("the search page", () => {
  test("shows the results of its address as headings and links, and stays out of indexes", async () => {
    await visit("search/?q=kolibri", async (page) => {
      await said(page, "3 results on 3 pages");
      expect(await page.title()).toBe("kolibri · Search · Handbuch");
      expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
      expect(await page.locator("h1").allTextContents()).toEqual(["Search"]);
      const pages = page.locator(".seek-hits h2 a");
      expect((await pages.allTextContents()).sort()).toEqual(["Aurora", "Befehle", "Tabellen"]);
      for (const href of await page
        .locator(".seek-hits a")
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname)))
        expect(href).toMatch(/^\/docs\/(?:anleitung|nachschlagen)\//);
      expect(await page.locator(".seek-hits [role]").count()).toBe(0);
    });
  });

  test("writes what is typed into the address, and goes back", async () => {
    await visit("", async (page) => {
      await page.goto(`${site.url}search/`);
      await page.getByRole("searchbox").fill("kolibri");
      await said(page, "3 results");
      await expect.poll(() => page.url()).toBe(`${site.url}search/?q=kolibri`);
      await page.locator(".chip", { hasText: "Nachschlagen" }).click();
      await said(page, "1 result in Nachschlagen");
      await expect.poll(() => page.url()).toBe(`${site.url}search/?q=kolibri&section=Nachschlagen`);
      await page.goBack();
      await said(page, "3 results on 3 pages");
      await page.locator(".seek-hits h2 a", { hasText: "Befehle" }).click();
      await page.waitForURL("**/befehle/");
      await page.goBack();
      await said(page, "3 results on 3 pages");
      expect(await page.getByRole("searchbox").inputValue()).toBe("kolibri");
      await page.goBack();
      await expect.poll(() => page.url()).toBe(site.url);
    });
  });

  test("takes the shortcuts for its own field, and loads no index before it is used", async () => {
    await visit("search/", async (page) => {
      const before = site.requests.filter((path) => path.includes("/pagefind/")).length;
      await page.reload();
      await page.waitForLoadState("networkidle");
      expect(site.requests.filter((path) => path.includes("/pagefind/")).length).toBe(before);
      await page.keyboard.press("/");
      // What answers is loaded with the first key.
      await page.waitForFunction(() => document.activeElement?.id === "seek");
      expect(await page.locator("dialog").count()).toBe(0);
    });
  });

  test("without script says what it needs, and leads to the sections; so does each page's header", async () => {
    await visit(
      "anleitung/",
      async (page) => {
        await page.locator("header a[data-search]:visible").click();
        await page.waitForURL("**/docs/search/");
        expect(await page.locator("noscript p").isVisible()).toBe(true);
        await page.getByRole("searchbox").fill("kolibri");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/docs/search/?q=kolibri");
        await page.locator("main .card", { hasText: "Nachschlagen" }).click();
        await page.waitForURL("**/docs/nachschlagen/");
      },
      { javaScriptEnabled: false },
    );
  });

  test("is neither found nor listed", () => {
    const pages = readFileSync(join(site.folder, "pagefind/waymark-pages.json"), "utf8");
    expect(pages).not.toContain("/search/");
    expect(readFileSync(join(site.folder, "sitemap.xml"), "utf8")).not.toContain("/search/");
  });

  test("gives way to what the site has at its address", async () => {
    const own = await builtSite({
      ...GERMAN_SITE,
      "content/search.md": "---\ntitle: Die Suche nach dem Glück\n---\n\nSie dauert.\n",
    });
    try {
      const html = readFileSync(join(own.folder, "search/index.html"), "utf8");
      expect(html).toContain("Die Suche nach dem Glück");
      expect(html).not.toContain("data-search-page");
    } finally {
      await own.close();
    }
  });
});

describe("marks", () => {
  test("show the words in a tab that the result opens, in code too, until Esc", async () => {
    await visit("", async (page) => {
      await ask(page, "rds.logical_replication wal_level");
      await options(page).first().waitFor();
      await said(page, "on 1 page");
      await page.keyboard.press("Enter");
      await page.waitForURL(/aurora\/#/);
      await marked(page);
      expect((await marks(page)).sort()).toEqual(["rds.logical_replication", "wal_level"]);
      await page
        .getByRole("button", { name: "Marked: rds.logical_replication wal_level" })
        .waitFor();
      await said(page, "2 places are marked");
      expect(page.url()).not.toContain("?");
      await page.keyboard.press("Escape");
      expect(await marks(page)).toEqual([]);
      expect(await page.locator(".found").count()).toBe(0);
      await page.reload();
      expect(await page.locator(".found").count()).toBe(0);
    });
  });

  test("are scrolled to where the heading is far away, and end with their button", async () => {
    await visit("", async (page) => {
      await ask(page, "größe kolibri");
      const hit = page.locator('dialog [role="option"][href*="#gr"]').first();
      await hit.waitFor();
      await said(page, "result");
      await hit.click();
      await marked(page);
      expect(await marks(page)).toEqual(["Größe", "Größe", "Kolibri"]);
      await page.getByRole("button", { name: /^Marked/ }).click();
      expect(await marks(page)).toEqual([]);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    });
    await visit("", async (page) => {
      await ask(page, "kolibri");
      await page.locator('dialog [role="option"][href*="#gr"]').first().click();
      await marked(page);
      const box = await page.evaluate(() => {
        const [first] = CSS.highlights.get("found") ?? [];
        return first instanceof Range ? first.getBoundingClientRect().top : -1;
      });
      expect(box).toBeGreaterThan(0);
      expect(box).toBeLessThan(800);
    });
  });

  test("travel into a tab of its own", async () => {
    await visit("", async (page) => {
      await ask(page, "kolibri");
      await options(page).first().waitFor();
      await said(page, "3 results");
      const href = await options(page)
        .first()
        .evaluate((link: HTMLAnchorElement) => {
          const click = { bubbles: true, cancelable: true, ctrlKey: true };
          link.addEventListener("click", (event) => event.preventDefault());
          link.dispatchEvent(new MouseEvent("click", click));
          return link.href;
        });
      const other = await page.context().newPage();
      await other.goto(href);
      await marked(other);
      expect(new Set(await marks(other))).toEqual(new Set(["Kolibri"]));
      expect(await other.evaluate(() => localStorage["found-words"])).toBeUndefined();
    });
  });

  test("are loaded for no reader who did not search", async () => {
    await visit("anleitung/aurora/", async (page) => {
      const scripts: string[] = [];
      page.on("request", (request) => scripts.push(request.url()));
      await page.reload();
      await page.waitForLoadState("networkidle");
      expect(scripts.filter((url) => /found-mark|found\.|search|lost|pagefind/.test(url))).toEqual(
        [],
      );
    });
  });
});

test.each(["light", "dark"] as const)(
  "axe finds nothing where search shows something, %s",
  async (colorScheme) => {
    const look = async (page: Page): Promise<void> => {
      await page.evaluate(AXE);
      expect(
        await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
          return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
        }),
      ).toEqual([]);
    };
    const calm = { colorScheme, reducedMotion: "reduce" } as const;
    await visit(
      "search/?q=kolibri",
      async (page) => {
        await said(page, "3 results");
        await look(page);
        await page.locator(".seek-hits h2 a", { hasText: "Tabellen" }).click();
        await marked(page);
        await look(page);
        await page.goto(`${site.url}search/?q=tabxyzellen&section=Anleitung`);
        await page.locator(".try .chip").first().waitFor();
        await look(page);
        await page.goto(`${site.url}anleitung/tabelen/`);
        await page.locator("[data-lost] .card").first().waitFor();
        await look(page);
      },
      calm,
    );
  },
);

test("the active option is seen in forced colors", async () => {
  await visit(
    "",
    async (page) => {
      await ask(page, "kolibri");
      await options(page).first().waitFor();
      const outlines = await options(page).evaluateAll((all) =>
        all.map((option) => getComputedStyle(option).outlineStyle),
      );
      expect(outlines.filter((style) => style === "solid")).toHaveLength(1);
    },
    { forcedColors: "active" },
  );
});

describe("the page that is not there", () => {
  test.each([
    ["Anleitung/AURORA", "It stands here", "/docs/anleitung/aurora/"],
    ["anleitung/aurora.html", "It stands here", "/docs/anleitung/aurora/"],
    ["nachschlagen/befehle/index.htm", "It stands here", "/docs/nachschlagen/befehle/"],
    ["alt/v1/tabellen/", "Closest addresses", "/docs/anleitung/tabellen/"],
    ["anleitung/tabelen/", "Closest addresses", "/docs/anleitung/tabellen/"],
    ["ganz/woanders/kolibri/", "Pages about “kolibri”", "/docs/nachschlagen/befehle/"],
  ])("knows what %s meant", async (path, title, expected) => {
    await visit(path, async (page) => {
      await page.locator("[data-lost] h2", { hasText: title }).waitFor();
      await page.locator(`[data-lost] .card[href="${expected}"]`).waitFor();
      expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
    });
  });

  test("hands its words to the search", async () => {
    await visit("ganz/woanders/kolibri/", async (page) => {
      await page.locator("[data-lost] h2").first().waitFor();
      await page.locator("main [data-search]").click();
      await options(page).first().waitFor();
      expect(await field(page).inputValue()).toBe("kolibri");
    });
  });

  test("keeps its links without script and without an index", async () => {
    await visit(
      "no/such/page/",
      async (page) => {
        expect(await page.locator('main .card[href="/docs/anleitung/"]').isVisible()).toBe(true);
        expect(await page.locator('main a[href="/docs/search/"]').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
    await visit("", async (page) => {
      await page.route("**/pagefind/**", (route) => route.abort());
      await page.goto(`${site.url}anleitung/tabelen/`);
      await page.waitForLoadState("networkidle");
      expect(await page.locator('main .card[href="/docs/anleitung/"]').isVisible()).toBe(true);
    });
  });
});
