/** What a reader can open on a page: dialogs, sheets and panels, each as a step to get there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { LONG_GUIDE } from "./page-kinds.ts";

export interface PageState {
  readonly name: string;
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

const SEARCH = { opener: "[data-search]:visible", opened: "dialog.search[open]" };

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
  opening(
    "a diagram shown large",
    "sql/create-source/postgres/",
    "button.zoom-open:visible",
    "dialog.zoomed[open]",
  ),
];

function sheet(name: string, id: string): PageState {
  const opener = `button[popovertarget="${id}"]:visible`;
  return { ...opening(name, LONG_GUIDE, opener, `#${id}:popover-open`), widths: NARROW };
}

function opening(name: string, path: string, opener: string, opened: string): PageState {
  const enter = async (page: Page): Promise<void> => {
    await page.locator(opener).first().click();
    await page.locator(opened).waitFor();
  };
  return { name, path, opener, opened, enter };
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
