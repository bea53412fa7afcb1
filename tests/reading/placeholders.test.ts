/** Placeholders of the shipped guides: filled in once, shown and copied everywhere, kept in the tab. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { visit as visitWith } from "./visit.ts";

const GUIDE = "ingest-data/postgres/self-hosted/";
const OTHER = "ingest-data/postgres/neon/";
const THIRD = "ingest-data/postgres/amazon-aurora/";

/** Values that would do harm if they were anything but text. */
const ODD = [
  "<b>bold</b>",
  "<img src=x onerror=alert(1)>",
  "&lt;&amp;",
  'it\'s "quoted" `so`',
  "$& $1 $` $' $$",
  "line one\nline two\n",
  "x".repeat(2_000),
  "مضيف‎ קצת",
  "🚀🇩🇪👩‍💻",
  "  blanks  ",
  "</script><script>alert(1)</script>",
  "\\0 \\n %s %00 __proto__",
];

describe("placeholders", () => {
  const { url: root, folder } = inject("shippedSite");
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const visit = (path: string, use: (page: Page) => Promise<void>): Promise<void> =>
    visitWith(browser, path, use, { permissions: ["clipboard-read", "clipboard-write"] });

  const open = async (page: Page): Promise<void> => {
    const panel = page.locator(".values details");
    await panel.waitFor();
    await panel.locator("summary").click();
    await panel.locator(".field").first().waitFor({ state: "visible" });
  };
  const field = (page: Page, name: string): Locator =>
    page.locator(".values").getByLabel(`<${name}>`, { exact: true });
  const shown = (page: Page, name: string): Promise<string[]> =>
    page
      .locator(`var.ph[data-name="${name}"]`)
      .evaluateAll((all) => all.map((one) => one.textContent ?? ""));
  /** What every place of the port shows: a panel that opens tells so a moment later. */
  const portIs = async (page: Page, text: string): Promise<void> => {
    const texts = async (): Promise<Set<string>> => new Set(await shown(page, "SSH_BASTION_PORT"));
    await expect.poll(texts).toEqual(new Set([text]));
  };
  const copied = (page: Page): Promise<string> =>
    page.evaluate(() => navigator.clipboard.readText());

  test("one field fills every block, code in lines and prose, in closed tabs too, and is copied", async () => {
    await visit(GUIDE, async (page) => {
      await open(page);
      const before = await shown(page, "host");
      expect(before.length).toBeGreaterThan(2);
      expect(new Set(before)).toEqual(new Set(["<host>"]));
      await field(page, "host").fill("db.example.net");
      expect(new Set(await shown(page, "host"))).toEqual(new Set(["db.example.net"]));
      // The host, and the default of a port.
      expect(await page.locator(".values output").textContent()).toMatch(/^2 of \d+ filled in$/);
      expect(
        await page
          .locator('.prose var.ph[data-name="host"]')
          .evaluateAll((all) => all.some((one) => one.checkVisibility() === false)),
      ).toBe(true);

      await field(page, "table1").fill("orders");
      const block = page
        .locator("figure.code", { has: page.locator('var[data-name="table1"]') })
        .first();
      await block.getByRole("button", { name: "Copy" }).click();
      await expect.poll(() => copied(page)).toContain("orders");
      expect(await copied(page)).not.toContain("<table1>");
      expect(await copied(page)).toContain("<table2>");
    });
  });

  test("odd values are shown and copied as they were typed", async () => {
    await visit(GUIDE, async (page) => {
      await open(page);
      const block = page
        .locator("figure.code", { has: page.locator('var[data-name="table1"]') })
        .first();
      for (const value of ODD) {
        await field(page, "table1").fill(value);
        expect(new Set(await shown(page, "table1"))).toEqual(new Set([value]));
        expect(await page.locator("var.ph *").count()).toBe(0);
        await block.getByRole("button", { name: "Copy" }).click();
        await expect.poll(() => copied(page)).toContain(value);
      }
      expect(page.url()).toBe(root + GUIDE);
    });
  });

  test("emptying a field and the reset restore the text", async () => {
    await visit(GUIDE, async (page) => {
      const text = (): Promise<string | null> =>
        page.locator(".prose").evaluate((prose) => {
          const copy = prose.cloneNode(true) as HTMLElement;
          for (const panel of copy.querySelectorAll(".values")) panel.remove();
          return copy.innerHTML;
        });
      const before = await text();
      await open(page);
      const opened = await text();
      await field(page, "host").fill("a");
      await field(page, "host").fill("");
      expect(await text()).toBe(opened);
      for (const one of await page.locator(".values .field").all()) await one.fill("a");
      expect(await text()).not.toBe(before);
      await page.getByRole("button", { name: "Reset all" }).click();
      expect(await text()).toBe(before);
      expect(await page.evaluate(() => sessionStorage.getItem("waymark-values"))).toBeNull();
      expect(await page.locator(".values output").textContent()).toMatch(/^0 of/);
    });
  });

  test("defaults hold from when the reader begins until they are changed, emptied or reset", async () => {
    await visit(GUIDE, async (page) => {
      await portIs(page, "<SSH_BASTION_PORT>");
      await page.locator(".values summary").hover();
      await page.locator(".values .field").first().waitFor({ state: "attached" });
      await portIs(page, "<SSH_BASTION_PORT>");
      await open(page);
      await expect.poll(() => field(page, "SSH_BASTION_PORT").inputValue()).toBe("22");
      await portIs(page, "22");
      await page.getByRole("button", { name: "Reset all" }).click();
      await portIs(page, "<SSH_BASTION_PORT>");

      // Who has filled in something on one page goes on on the next one.
      await field(page, "host").fill("db.example.net");
      await page.goto(root + THIRD);
      await portIs(page, "22");
      await open(page);
      await field(page, "SSH_BASTION_PORT").fill("");
      await portIs(page, "<SSH_BASTION_PORT>");
      await page.goto(root + GUIDE);
      await open(page);
      await expect.poll(() => field(page, "SSH_BASTION_PORT").inputValue()).toBe("");
      await portIs(page, "<SSH_BASTION_PORT>");
      await field(page, "SSH_BASTION_PORT").fill("2222");
      await page.reload();
      await portIs(page, "2222");
    });
  });

  test("a click on a placeholder with a default leads to it", async () => {
    await visit(`${GUIDE}?tabs=ssh-tunnel`, async (page) => {
      await page.locator('var.ph[data-name="SSH_BASTION_PORT"]:visible').first().click();
      const port = field(page, "SSH_BASTION_PORT");
      await expect.poll(() => port.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await port.inputValue()).toBe("22");
      const selected = await port.evaluate((one) => {
        const { selectionStart, selectionEnd } = one as HTMLTextAreaElement;
        return [selectionStart, selectionEnd];
      });
      expect(selected).toEqual([0, 2]);
    });
  });

  test("values go with the tab to the next page; secrets are never stored; a new tab has none", async () => {
    await visit(GUIDE, async (page) => {
      const requests: string[] = [];
      page.on("request", (request) =>
        requests.push(`${request.url()} ${request.postData() ?? ""}`),
      );
      await open(page);
      await field(page, "host").fill("db.example.net");
      const password = field(page, "PASSWORD");
      expect(await password.getAttribute("type")).toBe("password");
      await password.fill("hunter2-secret");
      expect(new Set(await shown(page, "PASSWORD"))).toEqual(new Set(["hunter2-secret"]));
      await page.getByRole("button", { name: "Show <PASSWORD>" }).click();
      expect(await password.getAttribute("type")).toBe("text");

      const kept = (): Promise<string> =>
        page.evaluate(() =>
          JSON.stringify([
            { ...sessionStorage },
            { ...localStorage },
            document.cookie,
            location.href,
            history.state,
          ]),
        );
      expect(await kept()).toContain("db.example.net");
      expect(await kept()).not.toContain("hunter2");

      await page.goto(root + OTHER);
      await expect
        .poll(async () => new Set(await shown(page, "host")))
        .toEqual(new Set(["db.example.net"]));
      expect(new Set(await shown(page, "PASSWORD"))).toEqual(new Set(["<PASSWORD>"]));
      expect(await kept()).not.toContain("hunter2");
      expect(requests.filter((request) => /hunter2|db\.example\.net/.test(request))).toEqual([]);

      const other = await page.context().newPage();
      await other.goto(root + GUIDE);
      await other.locator(".values details").waitFor();
      expect(new Set(await shown(other, "host"))).toEqual(new Set(["<host>"]));
      expect(await other.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(
        "db.example",
      );
    });
  });

  test("a click on a placeholder leads to its field, and Enter back to where the reader was", async () => {
    await visit(GUIDE, async (page) => {
      await page.locator(".values details").waitFor();
      const place = page.locator('var.ph[data-name="column1"]').last();
      await place.click();
      expect(await field(page, "column1").evaluate((one) => one === document.activeElement)).toBe(
        true,
      );
      await page.keyboard.type("note");
      await page.keyboard.press("Enter");
      expect(await place.textContent()).toBe("note");
      expect(
        await place.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return one === document.activeElement && top >= 0 && bottom <= innerHeight;
        }),
      ).toBe(true);
    });
  });

  test("the panel is worked by keyboard, and nothing moves when it comes", async () => {
    await visit(GUIDE, async (page) => {
      await page.locator(".values details").waitFor();
      const shift = await page.evaluate(async () => {
        const observer = new PerformanceObserver(() => {});
        observer.observe({ type: "layout-shift", buffered: true });
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const shifts = observer.takeRecords() as (PerformanceEntry & { value: number })[];
        return shifts.reduce((sum, { value }) => sum + value, 0);
      });
      expect(shift).toBe(0);
      const kept = await page.locator("div.values").evaluate((slot) => {
        const { minHeight, height } = getComputedStyle(slot);
        return Number.parseFloat(height) - Number.parseFloat(minHeight);
      });
      expect(Math.abs(kept)).toBeLessThan(1);
      const summary = page.locator(".values summary");
      await summary.focus();
      await page.keyboard.press("Enter");
      await page.locator(".values .field").first().waitFor({ state: "visible" });
      await page.keyboard.press("Tab");
      await page.keyboard.type("orders");
      expect(new Set(await shown(page, "table1"))).toEqual(new Set(["orders"]));
      await page.keyboard.press("Enter");
      expect(await field(page, "table2").evaluate((one) => one === document.activeElement)).toBe(
        true,
      );
    });
  });

  test("without script there is the text, and no panel", async () => {
    await visitWith(
      browser,
      GUIDE,
      async (page) => {
        expect(await page.locator(".values").isVisible()).toBe(false);
        expect(await page.locator(".values").innerHTML()).toBe("");
        expect(new Set(await shown(page, "host"))).toEqual(new Set(["<host>"]));
      },
      { javaScriptEnabled: false },
    );
  });

  test("pages without placeholders have no place for the panel, nor those that want none", () => {
    for (const path of ["ingest-data/", "authoring/code-blocks/"]) {
      const html = readFileSync(join(folder, path, "index.html"), "utf8");
      expect(html).not.toContain('class="values"');
      expect(html).not.toContain("<var class=");
    }
  });

  test("values are printed, the panel is not", async () => {
    await visit(GUIDE, async (page) => {
      await open(page);
      await field(page, "host").fill("db.example.net");
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".values").isVisible()).toBe(false);
      expect(await page.locator('var.ph[data-name="host"]').last().isVisible()).toBe(true);
      expect(await page.locator('var.ph[data-name="host"]').last().textContent()).toBe(
        "db.example.net",
      );
    });
  });
});
