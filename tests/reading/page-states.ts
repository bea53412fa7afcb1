/** What a reader can open on a page: dialogs, sheets and panels, each as a step to get there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { LONG_GUIDE } from "./page-kinds.ts";

/**
 * How keys go through what is open. In a dialog or a sheet, Tab stays, and Escape closes it;
 * out of a menu, Tab leads on and closes it; a disclosure has its opener before it.
 */
type Form = "dialog" | "menu" | "disclosure";

export interface PageState {
  readonly name: string;
  readonly form: Form;
  /** The page where it is found, from the site's root, without first slash. */
  readonly path: string;
  /** The widths of windows that have it; all if not given. */
  readonly widths?: readonly number[];
  /** What opens it; a key on it opens it too, and closing gives it back the focus. */
  readonly opener: string;
  /** What is shown then. */
  readonly opened: string;
  /** Gets there and waits until it is shown. */
  readonly enter: (page: Page) => Promise<void>;
}

const NARROW = [320, 390];

const SEARCH = {
  form: "dialog",
  opener: "[data-search]:visible",
  opened: "dialog.search[open]",
} as const;

const VALUES = {
  path: LONG_GUIDE,
  form: "disclosure",
  opener: ".values > details > summary",
  opened: ".values > details[open]:has(.value)",
} as const;

const STATES: readonly PageState[] = [
  {
    name: "results of the search",
    path: LONG_GUIDE,
    ...SEARCH,
    enter: async (page) => {
      await search(page, "logical replication");
      await page.locator('dialog [role="option"]').first().waitFor();
    },
  },
  {
    name: "a search without results",
    path: LONG_GUIDE,
    ...SEARCH,
    enter: async (page) => {
      await search(page, "qqqxyzzyqq");
      await page.locator(".search-message:visible").waitFor();
    },
  },
  {
    name: "the search just opened",
    path: LONG_GUIDE,
    ...SEARCH,
    enter: (page) => search(page, ""),
  },
  {
    name: "searches of before",
    path: LONG_GUIDE,
    ...SEARCH,
    enter: async (page) => {
      await page.evaluate(() => {
        localStorage["recent-searches"] = JSON.stringify(["replication slot", "wal_level"]);
      });
      await search(page, "");
      await page.locator("dialog .recent .go").first().waitFor();
    },
  },
  sheet("the navigation's sheet", "side"),
  sheet("the contents' sheet", "toc"),
  {
    name: "a diagram shown large",
    path: "sql/create-source/postgres/",
    form: "dialog",
    opener: "button.zoom-open:visible",
    opened: "dialog.zoomed[open]",
    enter: async (page) => {
      await page.locator("figure.diagram").first().scrollIntoViewIfNeeded();
      await open(page, "button.zoom-open:visible", "dialog.zoomed[open]");
    },
  },
  {
    name: "the choice of a theme",
    path: LONG_GUIDE,
    form: "menu",
    opener: 'button[popovertarget="theme-menu"]',
    opened: "#theme-menu:popover-open",
    enter: (page) => open(page, 'button[popovertarget="theme-menu"]', "#theme-menu:popover-open"),
  },
  {
    name: "the fields for placeholders",
    ...VALUES,
    enter: (page) => open(page, VALUES.opener, VALUES.opened),
  },
  {
    name: "fields that are filled in",
    ...VALUES,
    enter: async (page) => {
      await open(page, VALUES.opener, VALUES.opened);
      for (const field of await page.locator(".value .field").all()) await field.fill("it's");
      // Some stand within quotes in the code.
      await page
        .locator('.value [role="status"]', { hasText: "Check the quotes" })
        .first()
        .waitFor();
      // Further down, some field may lie under what sticks to the top, as text may.
      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    },
  },
];

function sheet(name: string, id: string): PageState {
  const opener = `button[popovertarget="${id}"]:visible`;
  const opened = `#${id}:popover-open`;
  const enter = (page: Page): Promise<void> => open(page, opener, opened);
  return { name, path: LONG_GUIDE, form: "dialog", widths: NARROW, opener, opened, enter };
}

async function open(page: Page, opener: string, opened: string): Promise<void> {
  await page.locator(opener).first().click();
  await page.locator(opened).waitFor();
}

/** The states of the site in `folder`. */
export function pageStates(folder: string): readonly PageState[] {
  return STATES.filter(({ path }) => existsSync(join(folder, path, "index.html")));
}

/** Opens every panel and every `<details>` at once, so that a test reads them too. */
export async function showAllPanels(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const panel of document.querySelectorAll<HTMLElement>(".panel[hidden]")) {
      panel.removeAttribute("hidden");
      panel.tabIndex = 0;
    }
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press("/");
  const field = page.locator("dialog[open]").getByRole("combobox");
  await field.waitFor();
  await field.fill(query);
}
