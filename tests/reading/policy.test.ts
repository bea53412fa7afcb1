/**
 * The shipped site under its own content security policy, which the server of these tests
 * sends as `_headers` says: no page breaks it, and nothing is asked of another host.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";

const { url: root, folder } = inject("shippedSite");

/** Every file of HTML, by its address: pages, aliases, the page that is not there. */
const ADDRESSES = globSync("**/*.html", { cwd: folder })
  .map((file) => file.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1"))
  .sort();

/** Where the browser notes what the policy stopped. */
declare global {
  interface Window {
    violations?: string[];
  }
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** Gives `use` a page that notes what goes wrong, and fails if anything did. */
async function watch(
  use: (page: Page, settled: () => Promise<void>) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  const problems: string[] = [];
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.violations?.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => problems.push(`${page.url()}: ${message}`));
  page.on("console", (message) => {
    // A browser tells of every answer 404, here of the page that is not there.
    if (/^(?:error|warning)$/.test(message.type()) && !message.text().includes("status of 404"))
      problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(root) && !address.startsWith("data:")) problems.push(address);
  });
  const settled = async (): Promise<void> => {
    const found = await page.evaluate(() => window.violations ?? []);
    problems.push(...found.map((violation) => `${page.url()}: ${violation}`));
  };
  try {
    await use(page, settled);
    await settled();
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

describe("the policy", () => {
  test("is sent with every page, and allows nothing inline without its hash", async () => {
    for (const path of ["", "ingest-data/", "no/such/page/"]) {
      const policy = (await fetch(root + path)).headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      const styles = /style-src ([^;]*)/.exec(policy)?.[1];
      expect(styles).toBe("'self'");
    }
  });

  test("stops code that it does not name", async () => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(root);
      const ran = await page.evaluate(async () => {
        const script = document.createElement("script");
        script.text = "document.title = 'changed'";
        document.head.append(script);
        return document.title === "changed";
      });
      expect(ran).toBe(false);
    } finally {
      await context.close();
    }
  });

  test.each([true, false])(
    "is kept by every file of HTML, script %s",
    { timeout: 300_000 },
    async (javaScriptEnabled) => {
      expect(ADDRESSES.length).toBeGreaterThan(60);
      await watch(
        async (page, settled) => {
          for (const path of [...ADDRESSES, "no/such/page/"]) {
            await page.goto(root + path);
            await settled();
          }
        },
        { javaScriptEnabled },
      );
    },
  );

  test("is kept by everything that a reader does", async () => {
    await watch(
      async (page, settled) => {
        await page.goto(`${root}ingest-data/postgres/self-hosted/`);
        await page.getByRole("tab", { name: "SSH tunnel" }).first().click();
        await page.locator("button.copy:visible, .copy button:visible").first().click();
        for (const field of await page.locator(".values input:visible").all())
          await field.fill("a <b> & 'c'");
        for (const button of await page.locator("[popovertarget]:visible").all()) {
          await button.click();
          await page.keyboard.press("Escape");
        }
        const heading = page.locator(":is(h2, h3) .anchor:visible").first();
        await heading.click();
        await settled();
        await page.keyboard.press("/");
        await page.getByRole("combobox").fill("logical replication");
        await page.locator('[role="option"]').first().waitFor();
        await settled();
        await page.keyboard.press("Enter");
        await page.waitForURL(/#/);
        await page.waitForLoadState();
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  test("has no page that asks for inline styles, and every inline script is the same", () => {
    const scripts = new Set<string>();
    for (const file of globSync("**/*.html", { cwd: folder })) {
      const html = readFileSync(join(folder, file), "utf8");
      expect(html, file).not.toMatch(/<[a-z][^<>]*\s(?:style|on[a-z]+)=/);
      for (const [, text = ""] of html.matchAll(/<script(?: type="speculationrules")?>([^<]*)</g))
        scripts.add(text);
    }
    expect(scripts.size).toBe(2);
  });
});
