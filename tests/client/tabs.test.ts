/** Tabs in a real browser: memory, links, history, keyboard, what stays in its place. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { FIRST_SCRIPT } from "../../src/layouts/first-script.ts";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { type Served, serve } from "../helpers/serve.ts";

const LONG = "A line of text that only takes room.\n\n".repeat(30);

const tabs = (panels: Readonly<Record<string, string>>, parameters = ""): string =>
  [
    `{{< tabs ${parameters} >}}`,
    ...Object.entries(panels).map(([tag, text]) => `{{< tab ${tag} >}}\n${text}\n{{< /tab >}}`),
    "{{< /tabs >}}",
  ].join("\n");

const page = (title: string, ...blocks: string[]): string =>
  [`---\ntitle: ${title}\n---`, ...blocks, ""].join("\n\n");

const FILES: Readonly<Record<string, string>> = {
  "hugo.toml": 'title = "Little docs"\n',
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/first.md": page(
    "First",
    "## One",
    tabs({ '"Cloud"': "In the cloud.", '"Self-Managed"': `At home.\n\n${LONG}` }),
    "## Two",
    tabs({
      '"SSH tunnel"': "### Check it\n\nLook.",
      '"AWS PrivateLink"': tabs({ '"Cloud"': "Inner cloud.", '"Self-Managed"': "Inner home." }),
      '"Allow IPs"': "Some text with a walrus in it.",
    }),
    "[To the check](#check-it), [by path](/first/#check-it), [elsewhere](/second/).",
    LONG,
  ),
  "content/second.md": page(
    "Second",
    "## Network",
    tabs({ '"Allow IPs"': "Addresses.", '"SSH tunnel"': "Bastion." }),
    tabs({
      '"Self-Managed"': "At home.",
      '"Cloud"': "In the cloud.",
      '"Emulator"': "On a laptop.",
    }),
    "[Allow them](/first/?tabs=allow-ips#two), [relative](first.md?tabs=self-managed).",
  ),
  "content/nested.md": page(
    "Nested",
    tabs({
      '"Cloud"': tabs({ '"Cloud"': "Twice.", '"Self-Managed"': "Mixed.\n\n## Deep\n\nHere." }),
      '"Self-Managed"': "Else.",
    }),
  ),
  "content/formats.md": page(
    "Formats",
    "## Data",
    tabs({ '"YAML"': "a", '"JSON"': "b" }, 'group="data"'),
    "## Config",
    tabs({ '"YAML"': "a", '"JSON"': "b" }, 'group="config"'),
    "## Odd",
    tabs({
      '"C"': "a",
      '"C++"': "b",
      'label="Less" key="<\'&#>"': "c",
      'label="Pair" key="a, b"': "d",
      '"пакет"': "e",
    }),
  ),
  "content/ends.md": page(
    "Ends",
    tabs({ '"Long"': LONG, '"Short"': "Short." }, 'group="length"'),
    "Between.",
    tabs({ '"Short"': "Short.", '"Long"': LONG }, 'group="other"'),
    tabs({ '"Long"': LONG, '"Short"': "Short." }, 'group="length"'),
  ),
};

let folder: string;
let served: Served;
let browser: Browser;
const open: BrowserContext[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-tabs-"));
  await withSite(FILES, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    expect(project.diagnostics()).toEqual([]);
    await buildSite(project, join(folder, "out"));
  });
  served = await serve(join(folder, "out"));
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A reader without a past. */
async function reader(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options });
  open.push(context);
  return context.newPage();
}

async function readerAt(path: string, options?: BrowserContextOptions): Promise<Page> {
  const reading = await reader(options);
  await reading.goto(served.url + path);
  return reading;
}

const chosen = (at: Page): Promise<string[]> =>
  at.locator('.tab[aria-selected="true"]').allTextContents();

const queryOf = (at: Page): string => new URL(at.url()).search;

const topOf = (at: Page, selector: string): Promise<number> =>
  at
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);

const tab = (at: Page, name: string, nth = 0) =>
  at.getByRole("tab", { name, exact: true }).nth(nth);

describe("a choice", () => {
  test("moves all groups that offer it, here and on later pages, by key and not by place", async () => {
    const at = await readerAt("first/");
    await tab(at, "Self-Managed").click();
    await tab(at, "SSH tunnel").click();
    expect(await chosen(at)).toEqual(["Self-Managed", "SSH tunnel", "Self-Managed"]);
    await at.goto(`${served.url}second/`);
    expect(await chosen(at)).toEqual(["SSH tunnel", "Self-Managed"]);
  });

  test("that a page lacks is kept for the next one", async () => {
    const at = await readerAt("second/");
    await tab(at, "Emulator").click();
    await at.goto(`${served.url}first/`);
    expect((await chosen(at))[0]).toBe("Cloud");
    await at.goto(`${served.url}second/`);
    expect((await chosen(at))[1]).toBe("Emulator");
  });

  test("of groups that share some labels moves those that have it", async () => {
    const at = await readerAt("first/?tabs=aws-privatelink");
    await tab(at, "Self-Managed", 1).click();
    expect(await chosen(at)).toEqual(["Self-Managed", "AWS PrivateLink", "Self-Managed"]);
    expect(await at.getByText("Inner home.").isVisible()).toBe(true);
  });

  test("lasts for the page where storage is off or damaged", async () => {
    const at = await reader();
    await at.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new Error("off");
        },
      });
    });
    const problems: string[] = [];
    at.on("pageerror", ({ message }) => problems.push(message));
    await at.goto(`${served.url}first/`);
    await tab(at, "Self-Managed").click();
    expect((await chosen(at))[0]).toBe("Self-Managed");
    expect(problems).toEqual([]);
    const damaged = await readerAt("first/");
    await damaged.evaluate(() => localStorage.setItem("tabs", '[{"a":1},7,"tabs:nothing"]'));
    await damaged.goto(`${served.url}second/`);
    expect(await chosen(damaged)).toEqual(["Allow IPs", "Self-Managed"]);
  });
});

describe("an address", () => {
  test("says what was chosen, short, and makes no entry of the history", async () => {
    const at = await readerAt("second/");
    const before = await at.evaluate(() => history.length);
    await tab(at, "Cloud").click();
    await tab(at, "SSH tunnel").click();
    await tab(at, "Emulator").click();
    expect(queryOf(at)).toBe("?tabs=ssh-tunnel,emulator");
    expect(await at.evaluate(() => history.length)).toBe(before);
    const other = await readerAt(`second/${queryOf(at)}`);
    expect(await chosen(other)).toEqual(["SSH tunnel", "Emulator"]);
  });

  test("in a page's text leads to the choice", async () => {
    const at = await readerAt("second/");
    await at.getByRole("link", { name: "Allow them" }).click();
    await at.waitForURL(`${served.url}first/?tabs=allow-ips#two`);
    expect((await chosen(at))[1]).toBe("Allow IPs");
    await at.goBack();
    await at.getByRole("link", { name: "relative" }).click();
    await at.waitForURL(`${served.url}first/?tabs=self-managed`);
    expect((await chosen(at))[0]).toBe("Self-Managed");
  });

  test("wins over memory, is not kept, and may name what there is not", async () => {
    const at = await readerAt("second/");
    await tab(at, "Cloud").click();
    await at.goto(`${served.url}second/?tabs=nothing,emulator,data:x`);
    expect(await chosen(at)).toEqual(["Allow IPs", "Emulator"]);
    await at.goto(`${served.url}second/`);
    expect(await chosen(at)).toEqual(["Allow IPs", "Cloud"]);
  });

  test("names the group where the key alone would change another one", async () => {
    const at = await readerAt("formats/");
    await at.locator('[data-sync="config"] .tab', { hasText: "JSON" }).click();
    expect(queryOf(at)).toBe("?tabs=config:json");
    const other = await readerAt(`formats/${queryOf(at)}`);
    expect((await chosen(other)).slice(0, 2)).toEqual(["YAML", "JSON"]);
    await at.locator('[data-sync="data"] .tab', { hasText: "JSON" }).click();
    const both = await readerAt(`formats/${queryOf(at)}`);
    expect((await chosen(both)).slice(0, 2)).toEqual(["JSON", "JSON"]);
  });

  test.each(["C++", "Less", "Pair", "пакет"])("and memory take odd keys: %s", async (name) => {
    const at = await readerAt("formats/");
    await tab(at, name).click();
    const linked = await readerAt(`formats/${queryOf(at)}`);
    expect((await chosen(linked))[2]).toBe(name);
    await at.goto(`${served.url}formats/`);
    expect((await chosen(at))[2]).toBe(name);
  });

  test("keeps its fragment while the place can be seen, and other parameters", async () => {
    const at = await readerAt("first/?x=1&tabs=cloud#check-it");
    await tab(at, "Self-Managed").click();
    await expect.poll(() => at.url()).toBe(`${served.url}first/?x=1&tabs=self-managed#check-it`);
    await tab(at, "Allow IPs").click();
    await expect.poll(() => at.url()).toBe(`${served.url}first/?x=1&tabs=self-managed,allow-ips`);
  });

  test("with a fragment: the fragment wins for the groups around its place", async () => {
    const at = await readerAt("first/?tabs=self-managed,allow-ips#check-it");
    expect(await chosen(at)).toEqual(["Self-Managed", "SSH tunnel", "Self-Managed"]);
  });
});

describe("a group in a panel of a group with the same labels", () => {
  test("never closes what is around it", async () => {
    const at = await readerAt("nested/");
    await tab(at, "Self-Managed", 1).click();
    expect(await at.getByText("Mixed.").isVisible()).toBe(true);
    expect(await chosen(at)).toEqual(["Cloud", "Self-Managed"]);
    const linked = await readerAt("nested/?tabs=self-managed#deep");
    expect(await linked.locator("#deep").isVisible()).toBe(true);
  });
});

describe("coming back", () => {
  test("finds what was open, whatever was chosen since", async () => {
    const at = await readerAt("second/");
    await tab(at, "SSH tunnel").click();
    await at.goto(`${served.url}first/`);
    await tab(at, "Allow IPs").click();
    await tab(at, "Cloud").click();
    await at.goBack();
    expect(await chosen(at)).toEqual(["SSH tunnel", "Self-Managed"]);
    await at.goForward();
    expect((await chosen(at)).slice(0, 2)).toEqual(["Cloud", "Allow IPs"]);
  });

  test("by a fragment's entry shows what that entry had", async () => {
    const at = await readerAt("first/?tabs=allow-ips");
    await at.getByRole("link", { name: "To the check" }).click();
    await at.getByRole("tab", { name: "SSH tunnel", selected: true }).waitFor();
    await at.goBack();
    await at.getByRole("tab", { name: "Allow IPs", selected: true }).waitFor();
    await at.goForward();
    await at.getByRole("tab", { name: "SSH tunnel", selected: true }).waitFor();
  });
});

describe("a link to a place on the page", () => {
  test.each(["To the check", "by path"])("opens it without loading again: %s", async (name) => {
    const at = await readerAt("first/");
    await tab(at, "Allow IPs").click();
    await at.evaluate(() => document.body.setAttribute("data-same", ""));
    await at.getByRole("link", { name, exact: true }).click();
    await at.locator("#check-it:visible").waitFor();
    expect(await at.locator("body[data-same]").count()).toBe(1);
    await expect.poll(() => new URL(at.url()).hash).toBe("#check-it");
    const top = await topOf(at, "#check-it");
    expect(top >= 0 && top < 700).toBe(true);
  });
});

describe("the browser's own search", () => {
  test("opens the panel that it finds something in, and its like", async () => {
    const at = await readerAt("first/");
    const found = await at.evaluate(() => {
      const panel = document.querySelector<HTMLElement>("#two-allow-ips");
      panel?.dispatchEvent(new Event("beforematch", { bubbles: true }));
      return panel?.hidden;
    });
    expect(found).toBe(false);
    expect((await chosen(at))[1]).toBe("Allow IPs");
  });

  test("a text fragment leads into a closed panel", async () => {
    const at = await reader();
    await at.goto(`${served.url}first/#:~:text=a%20walrus%20in`);
    await at.getByRole("tab", { name: "Allow IPs", selected: true }).waitFor();
    expect(await at.getByText("walrus").isVisible()).toBe(true);
    expect(await at.locator("#two-ssh-tunnel").isVisible()).toBe(false);
  });
});

describe("what the reader looks at", () => {
  test("stays where it is when groups above change height", async () => {
    const at = await readerAt("first/");
    await at.locator("#two").scrollIntoViewIfNeeded();
    await tab(at, "AWS PrivateLink").click();
    const before = await topOf(at, "#two-aws-privatelink .tablist");
    await tab(at, "Self-Managed", 1).click();
    expect(await topOf(at, "#two-aws-privatelink .tablist")).toBeCloseTo(before, 0);
    await at.keyboard.press("ArrowLeft");
    expect((await chosen(at))[0]).toBe("Cloud");
    expect(await topOf(at, "#two-aws-privatelink .tablist")).toBeCloseTo(before, 0);
  });

  test("stays at the end of a page that gets shorter, until it is scrolled", async () => {
    const at = await readerAt("ends/?tabs=length:long");
    const list = at.locator('[data-sync="length"] > .tablist').last();
    const top = () => list.evaluate((element) => element.getBoundingClientRect().top);
    await list.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const before = await top();
    await list.getByRole("tab", { name: "Short" }).click();
    expect(await top()).toBeCloseTo(before, 0);
    await at.evaluate(() => scrollTo(0, 0));
    await at.waitForFunction(() => document.body.style.minBlockSize === "");
  });

  test("stays at the start of a page, where nothing can be scrolled back", async () => {
    const at = await readerAt("ends/?tabs=length:short");
    await at.locator('[data-sync="length"]').first().getByRole("tab", { name: "Long" }).click();
    const list = at.locator('[data-sync="length"] > .tablist').last();
    await list.evaluate((element) => element.scrollIntoView({ block: "end" }));
    const top = () => list.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await list.getByRole("tab", { name: "Short" }).click();
    expect(await top()).toBeCloseTo(before, 0);
  });
});

test("arrows follow the direction of writing", async () => {
  const at = await readerAt("second/");
  await at.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  await tab(at, "Self-Managed").focus();
  await at.keyboard.press("ArrowLeft");
  expect((await chosen(at))[1]).toBe("Cloud");
  await at.keyboard.press("ArrowRight");
  await at.keyboard.press("ArrowRight");
  expect((await chosen(at))[1]).toBe("Emulator");
});

describe("while a page is loading", () => {
  /** Sends a page in pieces, the next one only when the browser has painted what it has. */
  async function inPieces(path: string, use: (url: string, next: () => boolean) => Promise<void>) {
    const text = readFileSync(join(folder, "out", path, "index.html"), "utf8");
    const cuts = [
      ...text.matchAll(/<\/a><\/div><section|<section class="panel"|Inner home|At home/g),
    ];
    const ends = [...cuts.map(({ index }) => index + 4), text.length];
    let sent = 0;
    let next = (): boolean => false;
    const server = createServer((request, response) => {
      if (request.url?.startsWith(`/${path}`) !== true) {
        response.writeHead(302, { location: served.url + (request.url ?? "").slice(1) }).end();
        return;
      }
      response.setHeader("content-type", "text/html; charset=utf-8");
      let from = 0;
      next = () => {
        const end = ends[sent++];
        if (end === undefined) return false;
        response.write(text.slice(from, end));
        from = end;
        if (end === text.length) response.end();
        return end < text.length;
      };
      next();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`, () => next());
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  test.each([
    ["", ["tabs:self-managed", "tabs:allow-ips"]],
    ["?tabs=self-managed,allow-ips", []],
    ["?tabs=self-managed#two-allow-ips", []],
  ])("no wrong panel shows and nothing moves: %j, remembered %j", async (query, remembered) => {
    await inPieces("first/", async (url, next) => {
      const at = await reader({ viewport: { width: 1400, height: 900 } });
      await at.addInitScript((choices) => {
        localStorage.setItem("tabs", JSON.stringify(choices));
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ("value" in entry) shifts.push(Number(entry.value));
        }).observe({ type: "layout-shift", buffered: true });
      }, remembered);
      await at.goto(url + query, { waitUntil: "commit" });
      await at.locator(".article").waitFor({ state: "attached" });
      const seen: string[] = [];
      let isMore = true;
      while (isMore) {
        isMore = next();
        // Two frames: what has come so far has been painted.
        await at.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        seen.push(
          ...(await at
            .locator(".panel:not([hidden])")
            .evaluateAll((all) => all.map(({ id }) => id))),
        );
      }
      await at.waitForLoadState("load");
      expect(new Set(seen)).toEqual(
        new Set(["one-self-managed", "two-allow-ips", "two-aws-privatelink-self-managed"]),
      );
      expect(await chosen(at)).toEqual(["Self-Managed", "Allow IPs", "Self-Managed"]);
      expect(await at.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
    });
  });

  test("the first script is small and constant", () => {
    expect(FIRST_SCRIPT.length).toBeLessThanOrEqual(2048);
    expect(readFileSync(join(folder, "out/first/index.html"), "utf8")).toContain(
      `<script>${FIRST_SCRIPT}</script>`,
    );
  });
});

test("without script all panels stand there, under their paths, and no entry of the contents is dimmed", async () => {
  const at = await readerAt("first/", { javaScriptEnabled: false });
  const panels = await at.locator(".panel").all();
  expect(panels).toHaveLength(7);
  for (const panel of panels) expect(await panel.isVisible()).toBe(true);
  expect(await at.locator(".panel-title").allTextContents()).toContain("AWS PrivateLink › Cloud");
  expect(await at.locator("#toc [data-closed]").count()).toBe(0);
});

test("the table of contents dims what is closed and follows choices", async () => {
  const at = await readerAt("first/", { viewport: { width: 1400, height: 700 } });
  const entry = at.locator('#toc [href="#check-it"]');
  expect(await entry.getAttribute("data-closed")).toBeNull();
  await tab(at, "Allow IPs").click();
  expect(await entry.getAttribute("data-closed")).toBe("");
  await entry.click();
  await at.getByRole("tab", { name: "SSH tunnel", selected: true }).waitFor();
  expect(await entry.getAttribute("data-closed")).toBeNull();
});
