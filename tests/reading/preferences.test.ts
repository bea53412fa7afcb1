/** What readers ask of their system: forced colors, more contrast, less motion. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { LONG_GUIDE, pageKindsIn } from "./page-kinds.ts";
import { pageStates } from "./page-states.ts";
import { settled } from "./settled.ts";

const { url, folder } = inject("shippedSite");
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe("in forced colors", () => {
  let page: Page;

  beforeAll(async () => {
    page = await browser.newPage({ forcedColors: "active", reducedMotion: "reduce" });
  });

  afterAll(() => page?.close());

  /** The part of the page, drawn. */
  const drawn = async (part: Locator): Promise<string> =>
    (await part.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");

  /** Whether a part looks otherwise with a change of one of its elements. */
  const differs = async (
    part: Locator,
    changed: Locator,
    change: (element: Element) => void,
  ): Promise<boolean> => {
    await drawn(part);
    const before = await drawn(part);
    expect(await drawn(part)).toBe(before);
    await changed.evaluate(change);
    return before !== (await drawn(part));
  };

  test("the current page is marked", async () => {
    await page.goto(url + LONG_GUIDE);
    const current = page.locator('#side [aria-current="page"]');
    const unmark = (link: Element): void => link.removeAttribute("aria-current");
    expect(await differs(page.locator("#side"), current, unmark)).toBe(true);
  });

  test("the place of the reader in the contents is marked", async () => {
    await page.goto(url + LONG_GUIDE);
    const current = page.locator('#toc [aria-current="location"]');
    const unmark = (link: Element): void => link.removeAttribute("aria-current");
    expect(await differs(page.locator("#toc"), current, unmark)).toBe(true);
  });

  test.each([".tabs", ".tabs .tabs"])("the chosen tab of %s is told apart", async (group) => {
    await page.goto(url + LONG_GUIDE);
    const list = page.locator(`${group} > .tablist`).filter({ visible: true }).first();
    const unmark = (tab: Element): void => tab.setAttribute("aria-selected", "false");
    expect(await differs(list, list.locator('[aria-selected="true"]'), unmark)).toBe(true);
  });

  test("marked lines of code are told apart", async () => {
    await page.goto(`${url}authoring/code-blocks/`);
    const line = page.locator(".line.hl").first();
    const unmark = (one: Element): void => one.classList.remove("hl");
    expect(await differs(page.locator("pre:has(.line.hl)").first(), line, unmark)).toBe(true);
  });

  test("each kind of note has a mark of its own", async () => {
    await page.goto(`${url}authoring/shortcodes/notes/`);
    const note = page.locator("aside.note").first();
    // The first picture scrolls there.
    await drawn(note);
    const looks = new Set<string>();
    const kinds = ["note", "tip", "important", "warning", "caution"];
    for (const kind of kinds) {
      await note.evaluate((element, name) => {
        element.setAttribute("class", name === "note" ? "note" : `note ${name}`);
      }, kind);
      looks.add(await drawn(note));
    }
    expect(looks.size).toBe(kinds.length);
  });

  // A block of code takes focus where it scrolls.
  const parts = ["a.logo", "#side a", "#side summary", ".prose p a", ".tab", "pre.wide"];
  test.each([...parts, "button.copy"])("the focus on %s is seen", async (selector) => {
    await page.goto(url + LONG_GUIDE);
    await settled(page);
    const part = page.locator(selector).filter({ visible: true }).first();
    const around = part.locator("xpath=..");
    await part.evaluate((element) => element.scrollIntoView({ block: "center" }));
    // After a key, focus that script sets has its ring.
    await page.keyboard.press("Shift");
    await drawn(around);
    const before = await drawn(around);
    expect(await drawn(around)).toBe(before);
    await part.focus();
    expect(before).not.toBe(await drawn(around));
  });

  test("the active result of the search is told apart", async () => {
    const results = pageStates(folder).find(({ name }) => name === "results of the search");
    await page.goto(url + (results?.path ?? ""));
    await results?.enter(page);
    const active = page.locator('dialog [role="option"][aria-selected="true"]');
    const unmark = (option: Element): void => option.setAttribute("aria-selected", "false");
    expect(await differs(page.locator("dialog .hits"), active.first(), unmark)).toBe(true);
  });
});

describe("with less motion", () => {
  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage({ reducedMotion: "reduce" });
    await page.goto(url + path);
    return page;
  };

  test.each(pageKindsIn(folder))("nothing moves on the $name", async ({ path }) => {
    const page = await open(path);
    expect(await moving(page)).toEqual([]);
    await page.close();
  });

  test.each(pageStates(folder).filter(({ widths }) => widths === undefined))(
    "nothing moves with $name",
    async ({ path, enter }) => {
      const page = await open(path);
      await enter(page);
      expect(await moving(page)).toEqual([]);
      await page.close();
    },
  );
});

/** Elements and their parts that move over time, or scroll so. */
async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll("*")].flatMap((element) =>
      [undefined, "::before", "::after", "::backdrop"].map((part) => ({ element, part })),
    );
    return parts.flatMap(({ element, part }) => {
      const style = getComputedStyle(element, part);
      const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
      const isMoving = times.some((time) => Number.parseFloat(time) > 0.001);
      if (!isMoving && style.scrollBehavior !== "smooth") return [];
      return [`${element.localName}.${element.className}${part ?? ""}`];
    });
  });
}
