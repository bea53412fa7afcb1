/** The source of a shortcode is edited while a page is open that has it. */
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { withDevPage } from "../helpers/dev-page.ts";
import { inRepository } from "../helpers/repository.ts";

const FILES = {
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/page.md":
    '---\ntitle: Page\n---\nFirst words {{< version-added "v1" >}}.\n\n{{< note >}}\nNoted.\n{{< /note >}}\n',
};

const SHORTCODE = "src/shortcodes/definitions/version-added.ts";

let browser: Browser;
let engine: string;
beforeAll(async () => {
  browser = await launchBrowser();
  // Its own copy: nothing else sees the edits.
  engine = realpathSync(mkdtempSync(join(tmpdir(), "waymark-engine-")));
  for (const name of ["src", "package.json", "tsconfig.json"])
    cpSync(inRepository(name), join(engine, name), { recursive: true });
  symlinkSync(inRepository("node_modules"), join(engine, "node_modules"));
});
afterAll(async () => {
  await browser.close();
  rmSync(engine, { recursive: true, force: true });
});

const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

describe("the source of a shortcode in dev", () => {
  test("shows in the open page without a restart; what cannot run is told and recovers", async () => {
    await withDevPage(
      browser,
      FILES,
      "page/",
      async ({ page, server, root }) => {
        await page.getByText("Added in v1").waitFor();
        await page.getByRole("button", { name: "No errors" }).waitFor();
        await page.evaluate(() => {
          (window as unknown as { isKept: boolean }).isKept = true;
        });
        const file = join(engine, SHORTCODE);
        edit(file, "Added in", "Brought by");
        await page.getByText("Brought by v1").waitFor({ timeout: 30_000 });
        expect(await page.evaluate(() => "isKept" in window)).toBe(true);

        // Content goes on to be followed, by the new source.
        edit(join(root, "content/page.md"), "First words", "Second words");
        await page.getByText("Second words Brought by v1").waitFor({ timeout: 30_000 });

        // Another one: new source of what all shortcodes of a kind share.
        edit(join(engine, "src/shortcodes/nodes/admonition.ts"), `note: "Note"`, `note: "Remark"`);
        await page.locator("main").getByText("Remark").first().waitFor({ timeout: 30_000 });

        edit(file, "Brought by", "Broken ` by");
        await expect.poll(server.printed, { timeout: 30_000 }).toContain("Not reloaded");
        edit(file, "Broken ` by", "Mended by");
        await page.getByText("Mended by v1").waitFor({ timeout: 30_000 });
        await page.locator("vite-error-overlay").waitFor({ state: "detached" });
      },
      engine,
    );
  });
});
