/**
 * What a page costs before its reader does anything: weight, requests, script that would
 * hold up the first paint, and things that move while it loads.
 */
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import {
  filesBeforeUse,
  heaviestPage,
  PACKED_SCRIPT_LIMIT,
  packedScriptBytes,
  SCRIPT_LIMIT,
  scriptBytes,
  WEIGHT_LIMIT,
} from "../helpers/page-weight.ts";
import { LONG_GUIDE, pageKindsIn, pagesIn, printViews } from "./page-kinds.ts";

const { url, folder } = inject("shippedSite");

const htmlOf = (path: string): string => {
  const file = join(folder, path, "index.html");
  return readFileSync(existsSync(file) ? file : join(folder, "404.html"), "utf8");
};

describe("before a reader does anything", () => {
  test.each(["", LONG_GUIDE])("/%s asks for what its HTML names and nothing else", async (path) => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(url + path, { waitUntil: "networkidle" });
    const paths = asked.map((one) => new URL(one).pathname.slice(1));
    const named = filesBeforeUse(folder, path);
    const isPage = (one: string): boolean => one === path;
    expect(paths.filter((one) => !isPage(one) && !named.includes(one))).toEqual([]);
    // HTML, styles, icon, the script and what it shares with others.
    expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(5);
    await page.close();
  });

  test("the heaviest page weighs no more than 30 KB with all that it loads", () => {
    // A print view is many guides, and is asked for as such.
    const views = printViews(folder);
    const guides = pagesIn(folder).filter((one) => !views.includes(one));
    const { path, compressed } = heaviestPage(folder, guides);
    expect(compressed, `/${path}`).toBeLessThanOrEqual(WEIGHT_LIMIT);
  });

  test("a plain page loads less than 15 KB of script, uncompressed", () => {
    const bytes = scriptBytes(folder, "authoring/");
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(SCRIPT_LIMIT);
  });

  test("no page loads more than 6 KB of script, compressed", () => {
    const heavy = pagesIn(folder).filter((path) => {
      // The search page and the one that is not there are asked for to search.
      const searches = path === "search/" || path === "404.html";
      return !searches && packedScriptBytes(folder, path) > PACKED_SCRIPT_LIMIT;
    });
    expect(heavy).toEqual([]);
  });

  test("no script holds up the first paint of any page", () => {
    const blocking = pagesIn(folder).flatMap((path) => {
      const scripts = selectAll("script", fromHtml(htmlOf(path)));
      const [first, ...rest] = scripts.filter(({ properties }) => {
        const type = String(properties.type ?? "");
        const isData = type.includes("json") || type === "speculationrules";
        const waits = type === "module" || properties.defer === true || properties.async === true;
        return !isData && !waits;
      });
      const isInline = first === undefined || first.properties.src === undefined;
      return isInline && rest.length === 0 ? [] : [path];
    });
    expect(blocking).toEqual([]);
  });
});

/** Counts what moves without the reader, from the start of each page on. */
const COUNT_SHIFTS = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput)
        window.shifts.push(entry.value.toFixed(4) + " " + entry.sources.map(
          ({ node, previousRect: a, currentRect: b }) =>
            (node?.outerHTML ?? node?.textContent ?? "").slice(0, 90) +
            " from " + [a.x, a.y, a.width, a.height].map(Math.round) +
            " to " + [b.x, b.y, b.width, b.height].map(Math.round)).join("; "));
    }
  }).observe({ type: "layout-shift", buffered: true });
  window.largest = [];
  new PerformanceObserver((list) => {
    for (const { element, url } of list.getEntries())
      window.largest.push(url || element?.localName || "");
  }).observe({ type: "largest-contentful-paint", buffered: true });
`;

interface Observed {
  readonly shifts: string[];
  readonly largest: string[];
}

describe.each([
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])("in a window of $width by $height", (viewport) => {
  let browser: Browser;
  let context: BrowserContext;
  let slow: Slow;

  beforeAll(async () => {
    browser = await launchBrowser();
    slow = await serveSlowly(folder);
    context = await browser.newContext({ viewport, reducedMotion: "reduce" });
    await context.addInitScript(COUNT_SHIFTS);
    // A reader who has chosen: the last tab of each group, and a theme.
    const page = await context.newPage();
    for (const root of [url, slow.url]) {
      await page.goto(root + LONG_GUIDE);
      for (const group of await page.locator(".tablist").filter({ visible: true }).all())
        await group.locator(".tab").last().click();
      await page.evaluate(() => localStorage.setItem("theme", "dark"));
    }
    await page.close();
  });

  afterAll(async () => {
    await context?.close();
    await slow?.close();
    await browser?.close();
  });

  const observed = (page: Page): Promise<Observed> =>
    page.evaluate(async () => {
      // What was painted last is told after the next frames.
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      for (let i = 0; i < 3; i++) await frame();
      const { shifts, largest } = window as unknown as Observed;
      return { shifts, largest };
    });

  test.each(pageKindsIn(folder))(
    "nothing moves on the $name while it loads and is read",
    async ({ path }) => {
      const page = await context.newPage();
      await page.goto(url + path, { waitUntil: "networkidle" });
      const { largest } = await observed(page);
      expect(largest.filter((what) => /^http|^img$|^svg$/.test(what))).toEqual([]);
      expect(largest).not.toEqual([]);
      await page.evaluate(async () => {
        for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
          scrollTo({ top, behavior: "instant" });
          await new Promise(requestAnimationFrame);
        }
      });
      expect((await observed(page)).shifts).toEqual([]);
      await page.close();
    },
  );

  test.each(["", LONG_GUIDE])("nothing moves on /%s when it comes slowly", async (path) => {
    const page = await context.newPage();
    await page.goto(slow.url + path, { waitUntil: "networkidle" });
    expect((await observed(page)).shifts).toEqual([]);
    await page.close();
  });
});

interface Slow {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder as a poor line does: HTML piece by piece, with frames painted in between. */
async function serveSlowly(root: string): Promise<Slow> {
  const types: Readonly<Record<string, string>> = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
  };
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
    const highWaterMark = extname(file) === ".html" ? 4096 : 65_536;
    for await (const piece of createReadStream(file, { highWaterMark })) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
