/** Code blocks and tables in a browser: what is copied, what scrolls, what takes focus. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { serve } from "../helpers/serve.ts";
import { visit as visitWith } from "./visit.ts";

const LONG = `SELECT ${Array.from({ length: 40 }, (_, index) => `column_${index}`).join(", ")};`;
const WIDE = Array.from({ length: 30 }, (_, index) => `Head_${index}`);

/** A table in Markdown. */
function table(heads: readonly string[], count: number): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rows = Array.from({ length: count }, (_, index) =>
    row(heads.map((_, column) => (column === 0 ? `row ${index}` : "value"))),
  );
  return [row(heads), row(heads.map(() => "---")), ...rows].join("\n");
}

const PAGE = `---
title: Code
---

\`\`\`sh {title="session.sh"}
$ cat <<EOF > a.txt
$ no prompt
EOF
$ psql -c 'SHOW
  wal_level'
 logical
$ ls
a.txt
\`\`\`

\`\`\`js
keep();
remove(); // [!code --]
add(); // [!code ++]
look(); // [!code focus]
\`\`\`

\`\`\`sql
${LONG}
\`\`\`

\`\`\`sql
SELECT 1;
\`\`\`

\`\`\`diff
-a
+b
\`\`\`

## Tall

${table(["A", "B", "C"], 80)}

## Wide

${table(WIDE, 60)}
`;

describe("code blocks and tables", () => {
  let browser: Browser;
  let folder: string;
  let served: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "waymark-code-"));
    await withSite({ "content/page.md": PAGE }, async (root) => {
      const site = await Project.open(root);
      await site.renderAll();
      expect(site.diagnostics().map(({ message }) => message)).toEqual([]);
      await buildSite(site, join(folder, "site"));
    });
    served = await serve(join(folder, "site"));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const withPage = async (
    use: (page: Page) => Promise<void>,
    javaScriptEnabled = true,
  ): Promise<void> => {
    const context = await browser.newContext({
      viewport: { width: 1000, height: 700 },
      javaScriptEnabled,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}page/`);
      await use(page);
    } finally {
      await context.close();
    }
  };

  const block = (page: Page, index: number): Locator => page.locator("figure.code").nth(index);
  /** What the button of a block copies. */
  const copy = async (page: Page, figure: Locator): Promise<string> => {
    const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
    await figure.getByRole("button", { name: "Copy" }).click();
    await expect.poll(read).not.toBe("nothing yet");
    return read();
  };

  test("commands are copied without prompts and answers, changes without what they take away", async () => {
    await withPage(async (page) => {
      expect(await copy(page, block(page, 0))).toBe(
        "cat <<EOF > a.txt\n$ no prompt\nEOF\npsql -c 'SHOW\n  wal_level'\nls",
      );
      expect(await page.getByRole("status").allTextContents()).toContain("Copied");
      expect(await page.getByRole("button", { name: "Copied Shell session.sh" }).count()).toBe(1);
      expect(await copy(page, block(page, 1))).toBe("keep();\nadd();\nlook();");
      expect(await copy(page, block(page, 2))).toBe(LONG);
      expect(await copy(page, block(page, 4))).toBe("-a\n+b");
    });
  });

  test("only what scrolls takes focus, and has a button that breaks its lines", async () => {
    await withPage(async (page) => {
      const pres = page.locator("figure.code pre");
      const tabStops = (): Promise<(string | null)[]> =>
        pres.evaluateAll((all) => all.map((pre) => pre.getAttribute("tabindex")));
      await expect.poll(tabStops).toEqual([null, null, "0", null, null]);
      const wrap = page.getByRole("button", { name: "Wrap" });
      expect(await wrap.count()).toBe(1);
      expect(await wrap.getAttribute("aria-pressed")).toBe("false");
      await wrap.click();
      // What answers the first click is loaded with the first sign of the reader.
      await expect.poll(() => wrap.getAttribute("aria-pressed")).toBe("true");
      await expect.poll(tabStops).toEqual([null, null, null, null, null]);
      expect(await pres.nth(2).evaluate((pre) => pre.scrollWidth <= pre.clientWidth)).toBe(true);
      expect(await copy(page, block(page, 2))).toBe(LONG);

      await page.reload();
      await wrap.waitFor();
      expect(await wrap.getAttribute("aria-pressed")).toBe("true");
      await wrap.click();
      await expect.poll(tabStops).toEqual([null, null, "0", null, null]);
    });
  });

  test("marks are more than color, and other lines step back until the block is looked at", async () => {
    await withPage(async (page) => {
      const lines = block(page, 1).locator(".line");
      expect(await lines.evaluateAll((all) => all.map((line) => line.tagName))).toEqual([
        "SPAN",
        "DEL",
        "INS",
        "SPAN",
      ]);
      const sign = (index: number): Promise<string> =>
        lines.nth(index).evaluate((line) => getComputedStyle(line, "::after").content);
      expect(await sign(1)).toContain("−");
      expect(await sign(2)).toContain("+");
      const token = lines.nth(0).locator("span").first();
      const color = (): Promise<string> => token.evaluate((one) => getComputedStyle(one).color);
      const dim = await color();
      await block(page, 1).hover();
      expect(await color()).not.toBe(dim);
      await page.mouse.move(0, 0);
      expect(await color()).toBe(dim);
      await page.emulateMedia({ forcedColors: "active" });
      expect(
        await lines.nth(3).evaluate((line) => getComputedStyle(line).borderInlineStartStyle),
      ).toBe("solid");
    });
  });

  test("the header row of a tall table stays below the page's own, that of a wide one in its box", async () => {
    await withPage(async (page) => {
      const [tall, wide] = [page.locator(".scroll").nth(0), page.locator(".scroll").nth(1)];
      await page.locator(".scroll.wide").waitFor();
      expect(await tall.getAttribute("class")).toContain("fits");
      expect(await tall.getAttribute("tabindex")).toBeNull();
      expect(await wide.getAttribute("tabindex")).toBe("0");
      const tops = (box: Locator): Promise<{ head: number; box: number }> =>
        box.evaluate((one) => ({
          head: one.querySelector("th")?.getBoundingClientRect().top ?? 0,
          box: one.getBoundingClientRect().top,
        }));
      await tall.getByText("row 60", { exact: true }).evaluate((row) => row.scrollIntoView());
      const below = await page.evaluate(() =>
        Math.max(
          ...Array.from(
            document.querySelectorAll(".head, .bar"),
            (one) => one.getBoundingClientRect().bottom,
          ),
        ),
      );
      const scrolled = await tops(tall);
      expect(scrolled.box).toBeLessThan(0);
      expect(Math.abs(scrolled.head - below)).toBeLessThan(2);

      await wide.evaluate((one) => {
        one.scrollTop = 300;
        one.scrollLeft = 400;
      });
      const inBox = await tops(wide);
      expect(Math.abs(inBox.head - inBox.box)).toBeLessThan(3);
      expect(await wide.evaluate((one) => one.scrollLeft)).toBe(400);
      expect(await wide.evaluate((one) => one.clientHeight < innerHeight)).toBe(true);
    });
  });

  test("without script, boxes can be scrolled by keyboard and nothing is missing", async () => {
    await withPage(async (page) => {
      expect(await page.locator("pre:not([tabindex='0'])").count()).toBe(0);
      expect(await page.locator(".copy").count()).toBe(0);
      expect(await block(page, 1).locator("code").textContent()).toBe(
        "keep();\nremove();\nadd();\nlook();",
      );
    }, false);
  });

  test("the manual's own blocks", async () => {
    await visitWith(
      browser,
      "authoring/code-blocks/",
      async (page) => {
        const session = page.locator("figure.code", { hasText: "214 shop.sql" }).last();
        expect(await copy(page, session)).toBe(
          "pg_dump --schema-only shop \\\n    --file shop.sql\nwc --lines shop.sql",
        );
        const notation = page.locator("figure.code", { has: page.locator(".removed") }).last();
        expect(await notation.textContent()).not.toContain("!code");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });
});
