/** The dialog on a real index in a real browser: what readers find, by keyboard alone. */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { ask, openDialog } from "./dialog.ts";
import { type ServedSite, serveSite } from "./served-site.ts";

let site: ServedSite;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage();
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  await page.goto(site.url);
});

afterEach(async () => {
  await page.close();
});

const open = (): Promise<void> => openDialog(page);
const search = (query: string): Promise<void> => ask(page, query);
const status = (): Promise<string | null> => page.textContent("[role=status]");

/** The active option: where it leads, its page, its headings, its tab. */
async function active(): Promise<string[] | undefined> {
  return page.evaluate(() => {
    const id = document.querySelector("input")?.getAttribute("aria-activedescendant");
    const option = document.getElementById(id ?? "");
    if (!(option instanceof HTMLAnchorElement) || option.ariaSelected !== "true") return undefined;
    const texts = (selector: string): string[] =>
      [...option.querySelectorAll(selector)].map((node) => node.textContent ?? "");
    const title = option.parentElement?.querySelector(".hit-page")?.firstChild?.textContent ?? "";
    const headings = texts(".hit-path > span:not(.in-tab)").join(" > ");
    return [option.pathname + option.hash, title, headings, ...texts(".in-tab")];
  });
}

const GUIDE = "/docs/ingest-data/postgres/self-hosted/";
const RDS = "/docs/ingest-data/postgres/rds/";

describe("the first hit", () => {
  test.each([
    [
      "wal_level",
      [
        `${GUIDE}#1-enable-logical-replication`,
        "Self-hosted PostgreSQL",
        "A. Configure PostgreSQL > 1. Enable logical replication",
      ],
    ],
    [
      "rds.logical_replication",
      [`${RDS}#a-configure-rds`, "Amazon RDS", "A. Configure the instance"],
    ],
    ["logical_replication", [`${RDS}#a-configure-rds`, "Amazon RDS", "A. Configure the instance"]],
    [
      "pg_hba",
      [
        `${GUIDE}#b-cloud-allow-addresses`,
        "Self-hosted PostgreSQL",
        "B. Configure network security",
        "Cloud › Allow addresses",
      ],
    ],
    [
      "authorized_keys",
      [
        `${GUIDE}#b-cloud-ssh-tunnel`,
        "Self-hosted PostgreSQL",
        "B. Configure network security",
        "Cloud › SSH tunnel",
      ],
    ],
    [
      "port of the database",
      [
        `${GUIDE}#check-the-tunnel`,
        "Self-hosted PostgreSQL",
        "B. Configure network security > Check the tunnel",
        "Cloud › SSH tunnel",
      ],
    ],
    [
      "firewall",
      [
        `${GUIDE}#b-self-managed`,
        "Self-hosted PostgreSQL",
        "B. Configure network security",
        "Self-Managed",
      ],
    ],
    [
      "tls",
      [
        `${GUIDE}#b-configure-network-security`,
        "Self-hosted PostgreSQL",
        "B. Configure network security",
      ],
    ],
    [
      "Create a publication",
      [
        `${GUIDE}#2-create-a-publication`,
        "Self-hosted PostgreSQL",
        "A. Configure PostgreSQL > 2. Create a publication",
      ],
    ],
    [
      "publication",
      [
        `${GUIDE}#2-create-a-publication`,
        "Self-hosted PostgreSQL",
        "A. Configure PostgreSQL > 2. Create a publication",
      ],
    ],
    [
      "create connection",
      ["/docs/sql/create-connection/", "CREATE CONNECTION", "CREATE CONNECTION"],
    ],
    [
      "ssh tunnel options",
      [
        "/docs/sql/create-connection/#ssh-tunnel-options",
        "CREATE CONNECTION",
        "Network security > SSH tunnel options",
      ],
    ],
    [
      "max_replication_slots=10",
      [
        `${GUIDE}#1-enable-logical-replication`,
        "Self-hosted PostgreSQL",
        "A. Configure PostgreSQL > 1. Enable logical replication",
      ],
    ],
    [
      "postgresql.conf",
      [
        `${GUIDE}#1-enable-logical-replication`,
        "Self-hosted PostgreSQL",
        "A. Configure PostgreSQL > 1. Enable logical replication",
      ],
    ],
    ["amazon rds", [RDS, "Amazon RDS", "Amazon RDS"]],
  ])("for %j", async (query, expected) => {
    await open();
    await search(query);
    expect(await active()).toEqual(expected);
    expect(problems).toEqual([]);
  });
});

test("nothing is loaded before the first use, and only what the index needs after", async () => {
  const before = site.requests.length;
  await page.reload();
  expect(site.requests.slice(before)).toEqual(["", "search.css"]);
  await open();
  await search("wal_level");
  const loaded = site.requests
    .slice(before + 2)
    .map((name) => name.replace(/.*\//, "").replace(/_[0-9a-f]{4,}/, ""));
  expect([...new Set(loaded)].sort()).toEqual([
    "en.pf_filter",
    "en.pf_fragment",
    "en.pf_index",
    "pagefind-entry.json",
    "pagefind.en.pf_meta",
    "pagefind.js",
    "search.js",
    "wasm.en.pagefind",
    "waymark-words.json",
  ]);
});

test("the dialog's script stays small", () => {
  expect(gzipSync(site.script).length).toBeLessThan(14 * 1024);
});

describe("by keyboard", () => {
  test("focus goes into the field and back to where it was", async () => {
    await open();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe(
      "combobox",
    );
    await page.keyboard.type("wal");
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog").evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(
      false,
    );
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("open");
  });

  test("arrows, Home and End move through all groups, and around", async () => {
    await open();
    await search("bastion");
    expect(await status()).toBe("5 results on 3 pages");
    const place = async (key: string): Promise<string | undefined> => {
      await page.keyboard.press(key);
      return page.evaluate(
        () => document.querySelector("input")?.getAttribute("aria-activedescendant") ?? undefined,
      );
    };
    expect(await place("ArrowDown")).toBe("search-hit-2");
    expect(await place("End")).toBe("search-hit-5");
    expect(await place("ArrowDown")).toBe("search-hit-1");
    expect(await place("ArrowUp")).toBe("search-hit-5");
    expect(await place("Home")).toBe("search-hit-1");
    expect(await page.locator("[aria-selected=true]").count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe(
      "combobox",
    );
  });

  test("Enter opens the active result and closes the dialog", async () => {
    await open();
    await search("authorized_keys");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${GUIDE}#b-cloud-ssh-tunnel`);
  });

  test("Enter before the answer opens what was typed, not what stood there", async () => {
    await open();
    await search("wal_level");
    await page.fill("input", "firewall");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${GUIDE}#b-self-managed`);
  });

  test("Tab leads to the sections, which narrow the results", async () => {
    await open();
    await search("bastion");
    expect(await page.locator(".chip").allTextContents()).toEqual([
      "All 3",
      "Ingest data 2",
      "SQL reference 1",
    ]);
    for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("[role=group]").length === 1);
    expect(await status()).toBe("2 results in SQL reference on 1 page");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("SQL reference 1");
    expect(await page.locator(".chip[aria-pressed=true]").allTextContents()).toEqual([
      "SQL reference 1",
    ]);
    await search("firewall");
    expect(await page.textContent(".search-message")).toBe(
      "Nothing in SQL reference for “firewall”; other sections have it.",
    );
  });
});

describe("without results", () => {
  test("a slip is mended, and said to be", async () => {
    await open();
    await search("wla_level");
    expect(await status()).toBe("2 results for wal_level on 2 pages");
    expect(await page.textContent(".search-note")).toBe("Results for wal_level");
    expect(await page.getAttribute("input", "aria-expanded")).toBe("true");
    await search("wal_level");
    expect(await page.isVisible(".search-note")).toBe(false);
    await search("qqqqqqq");
    expect(await status()).toBe("No results");
    expect(await page.isVisible(".search-note")).toBe(false);
    expect(await page.getAttribute("input", "aria-expanded")).toBe("false");
  });

  test("a query is shown as text, whatever it holds", async () => {
    await open();
    await search("<qqq>");
    expect(await page.textContent(".search-message")).toBe("Nothing found for “<qqq>”.");
    expect(await page.locator("dialog qqq").count()).toBe(0);
  });

  test("an emptied field shows no results", async () => {
    await open();
    await search("wal_level");
    await search("");
    expect(await page.locator("[role=option]").count()).toBe(0);
    expect(await status()).toBe("");
  });

  test("an index that cannot be loaded is said, and asked for again", async () => {
    await page.route("**/pagefind/pagefind.js", (route) => route.abort());
    await open();
    await search("wal_level");
    expect(await status()).toBe("Search could not be loaded. Check the connection and type again.");
  });
});

test("excerpts mark what was found, as text", async () => {
  await open();
  await search("bastion");
  expect(await page.locator("mark").allTextContents()).toEqual([
    "ssh_bastion",
    "bastion.example",
    "bastion",
    "bastion",
    "bastion",
    "bastion",
  ]);
});

test("the last question wins, however late an older answer comes", async () => {
  await page.route("**/fragment/*", async (route) => {
    const isFirst = (await page.inputValue("input")) === "firewall";
    if (isFirst) await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await open();
  await page.fill("input", "firewall");
  await page.waitForRequest("**/fragment/*");
  await search("rds.logical_replication");
  await page.waitForTimeout(800);
  expect((await active())?.[1]).toBe("Amazon RDS");
});
