/** Tabs of the shipped guides in a real browser: links, memory, print, contents, narrow windows. */
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { visit as visitWith } from "./visit.ts";

const GUIDE = "ingest-data/postgres/self-hosted/";
const OTHER = "ingest-data/postgres/alloydb/";

describe("tabs of the shipped site", () => {
  const root = inject("shippedSite").url;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const visit = (
    path: string,
    use: (page: Page) => Promise<void>,
    options?: BrowserContextOptions,
  ): Promise<void> => visitWith(browser, path, use, options);

  const chosen = (page: Page): Promise<string[]> =>
    page.locator('.tab[aria-selected="true"]').allTextContents();

  test("a link carries a choice to another guide, and to another reader", async () => {
    let address = "";
    await visit(GUIDE, async (page) => {
      await page.getByRole("tab", { name: "SSH tunnel" }).first().click();
      await page.waitForURL("**/?tabs=ssh-tunnel");
      address = new URL(page.url()).search;
      await page.locator("#side").getByRole("link", { name: "AlloyDB" }).first().click();
      await page.waitForURL(root + OTHER);
      expect(await chosen(page)).toContain("SSH tunnel");
    });
    await visit(OTHER + address, async (page) => {
      expect(await chosen(page)).toContain("SSH tunnel");
      await page.goto(root + OTHER);
      expect(await chosen(page)).not.toContain("SSH tunnel");
    });
  });

  describe("a choice in another window", () => {
    /** Opens the guide twice in one browser, the second time with a choice of its own. */
    const inTwoWindows = (
      address: string,
      use: (page: Page, other: Page) => Promise<void>,
    ): Promise<void> =>
      visit(GUIDE + address, async (page) => {
        const other = await page.context().newPage();
        await other.goto(root + GUIDE);
        await use(page, other);
      });
    const topOf = (place: Locator): Promise<number> =>
      place.evaluate((element) => element.getBoundingClientRect().top);
    const choose = (page: Page, name: string): Promise<void> =>
      page.getByRole("tab", { name, exact: true }).first().click();
    const follows = (page: Page, name: string): Promise<void> =>
      page
        .locator('.tab[aria-selected="true"]', { hasText: name })
        .first()
        .waitFor({ state: "attached" });

    test("shows here, and what the reader looks at stays in its place", async () => {
      await inTwoWindows("", async (page, other) => {
        const heading = page.locator('[id="3-start-ingesting-data"]');
        for (const [name, distance] of [
          ["SSH tunnel", 400],
          ["AWS PrivateLink", 20],
          ["Self-Managed", 880],
        ] as const) {
          await heading.evaluate((element, top) => {
            const by = element.getBoundingClientRect().top - top;
            scrollBy({ top: by, behavior: "instant" });
          }, distance);
          const before = await topOf(heading);
          await choose(other, name);
          await follows(page, name);
          // Browsers scroll by whole pixels.
          expect(Math.abs((await topOf(heading)) - before)).toBeLessThan(1);
        }
        expect(new URL(page.url()).search).toBe("");
      });
    });

    test("takes the place of another one in the address", async () => {
      await inTwoWindows("?tabs=self-managed,aws-privatelink", async (page, other) => {
        await choose(other, "SSH tunnel");
        await follows(page, "SSH tunnel");
        await expect.poll(() => new URL(page.url()).search).toBe("?tabs=self-managed,ssh-tunnel");
        await page.reload();
        expect(await chosen(page)).toContain("SSH tunnel");
      });
    });

    test("that closes all of the window shows what comes instead from its start", async () => {
      await inTwoWindows("?tabs=ssh-tunnel", async (page, other) => {
        await page.setViewportSize({ width: 800, height: 160 });
        const panel = page.locator('[id="2-create-a-connection-ssh-tunnel"]');
        await panel.evaluate((element) => {
          const { top, height } = element.getBoundingClientRect();
          scrollBy({ top: top + height / 2 - 80, behavior: "instant" });
        });
        await choose(other, "Allow Materialize IPs");
        await follows(page, "Allow Materialize IPs");
        const list = page.locator('.tablist:has([href="#2-create-a-connection-ssh-tunnel"])');
        const top = await topOf(list);
        expect(top >= 0 && top < 160).toBe(true);
      });
    });

    test("hands the focus in a closed panel to its tab", async () => {
      await inTwoWindows("?tabs=ssh-tunnel", async (page, other) => {
        await page.locator('[id="2-create-a-connection-ssh-tunnel"] button.copy').first().focus();
        await choose(other, "Allow Materialize IPs");
        await follows(page, "Allow Materialize IPs");
        const href = page.evaluate(() => document.activeElement?.getAttribute("href"));
        expect(await href).toBe("#2-create-a-connection-allow-materialize-ips");
      });
    });

    test("that the page lacks, and what is no choice, changes nothing", async () => {
      await inTwoWindows("", async (page, other) => {
        const before = await chosen(page);
        await other.evaluate(() => {
          for (const kept of ['["network:carrier-pigeon"]', "{", "[7]", "[]"])
            localStorage.setItem("tabs", kept);
          localStorage.removeItem("tabs");
        });
        await choose(other, "Self-Managed");
        await follows(page, "Self-Managed");
        expect(await chosen(page)).toEqual(["Self-Managed", ...before.slice(1)]);
      });
    });
  });

  test("every heading and panel in tabs can be reached by its address", async () => {
    await visit(GUIDE, async (page) => {
      const ids = await page
        .locator(".panel[id], .panel :is(h2, h3, h4)[id]")
        .evaluateAll((all) => all.map(({ id }) => id));
      expect(ids.length).toBeGreaterThan(6);
      for (const id of ids) {
        await page.goto("about:blank");
        await page.goto(`${root}${GUIDE}#${id}`);
        const place = page.locator(`[id="${id}"]`);
        expect(await place.isVisible(), id).toBe(true);
        const top = await place.evaluate((node) => node.getBoundingClientRect().top);
        expect(top >= 0 && top < 900, id).toBe(true);
      }
    });
  });

  test("each panel has a name, and takes focus only where it starts with text", async () => {
    await visit(GUIDE, async (page) => {
      for (const panel of await page.locator(".panel:not([hidden])").all()) {
        const label = await panel.getAttribute("aria-labelledby");
        expect(await page.locator(`[id="${label}"]`).getAttribute("role")).toBe("tab");
        const startsWithControl = await panel.evaluate((element) => {
          const [first] = [...element.children].slice(1);
          const text = document.createTreeWalker(first ?? element, NodeFilter.SHOW_TEXT).nextNode();
          return text?.parentElement?.closest("a, button, summary, pre") != null;
        });
        expect(await panel.getAttribute("tabindex")).toBe(startsWithControl ? null : "0");
      }
    });
  });

  test("coming back finds the tabs that were open, at the place where the reader was", async () => {
    await visit(GUIDE, async (page) => {
      await page.getByRole("tab", { name: "SSH tunnel" }).first().click();
      await page.evaluate(() => scrollTo(0, 1200));
      await page.waitForFunction(() => scrollY === 1200);
      const before = await chosen(page);
      await page.goto(root + OTHER);
      await page.getByRole("tab", { name: "Allow Materialize IPs" }).first().click();
      await page.goBack();
      expect(await chosen(page)).toEqual(before);
      await page.waitForFunction(() => scrollY === 1200);
    });
  });

  test("paper shows the text of every panel under its path", async () => {
    await visit(GUIDE, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const panel of await page.locator(".panel").all()) {
        expect(await panel.isVisible()).toBe(true);
        expect(await panel.locator(".panel-title").first().isVisible()).toBe(true);
      }
    });
  });

  test("the page of the manual shows what it describes", async () => {
    await visit("authoring/shortcodes/tabs/", async (page) => {
      const [first, second] = await page.getByRole("tab", { name: "Private" }).all();
      await first?.click();
      expect(await second?.getAttribute("aria-selected")).toBe("true");
      await expect.poll(() => new URL(page.url()).search).toBe("?tabs=private");
    });
  });

  test.each([320, 360])("labels are whole and large enough to hit at %i px", async (width) => {
    await visit(
      GUIDE,
      async (page) => {
        for (const tab of await page.locator(".tab:visible").all()) {
          const box = await tab.boundingBox();
          expect(box !== null && box.x >= 0 && box.x + box.width <= width).toBe(true);
          expect(box?.height).toBeGreaterThanOrEqual(24);
          const text = await tab.evaluate((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return range.getBoundingClientRect().right;
          });
          expect(text).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
        }
      },
      { viewport: { width, height: 800 } },
    );
  });
});
