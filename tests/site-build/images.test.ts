/** Images of a site: sizes from their files, and a large view that the keyboard reaches. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { png } from "../helpers/png.ts";
import { serve } from "../helpers/serve.ts";

const SVG = (attributes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0h9v9z"/></svg>`;

const BINARY: Readonly<Record<string, Buffer>> = {
  "static/images/wide.png": png(1600, 400),
  "static/images/icon.png": png(32, 32),
  "static/images/plan@2x.png": png(800, 600),
  "content/guides/with/photo.png": png(640, 360),
};

const FILES = {
  "data/site.yml": "title: Saltmarsh\nbase: /docs/\n",
  "content/_index.md": "---\ntitle: Saltmarsh\n---\n",
  "static/images/drawing.svg": SVG('viewBox="0 0 300 150"'),
  "content/guides/_index.md": "---\ntitle: Guides\n---\n",
  "content/guides/with/index.md": `---
title: With images
---
![Wide](/images/wide.png "A title") and ![Icon](/images/icon.png) in a line.

![Photo](photo.png)

{{< figure src="/images/drawing.svg" alt="Drawing" width="120" >}}

<img src="/images/plan@2x.png" alt="Plan" height="150">

<img src="/images/wide.png" alt="Half" width="50%">

[![Linked](photo.png)](/guides/)

{{< figure src="photo.png" alt="Left alone" class="no-zoom" >}}

![Far away](https://example.com/a.png)

${"Long text that fills the first screen of a reader. ".repeat(30)}

![Below](/images/drawing.svg)
`,
};

async function withImages(use: (root: string) => Promise<void>): Promise<void> {
  await withSite(FILES, async (root) => {
    for (const [name, bytes] of Object.entries(BINARY)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), bytes);
    }
    await use(root);
  });
}

test("an image has the size of its file, and waits if it stands below the first screen", async () => {
  await withImages(async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    expect(project.diagnostics().map(headline)).toEqual([]);
    const page = project.site.byUrl.get("/guides/with/");
    const html = page === undefined ? "" : project.article(page).html;
    const images = [...html.matchAll(/<img [^>]*>/g)].map(([tag]) =>
      ["alt", "width", "height", "decoding", "loading"].map(
        (name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1],
      ),
    );
    const now = ["async", undefined];
    expect(images).toEqual([
      ["Wide", "1600", "400", ...now],
      ["Icon", "32", "32", ...now],
      ["Photo", "640", "360", ...now],
      ["Drawing", "120", "60", ...now],
      ["Plan", "200", "150", ...now],
      ["Half", "50%", undefined, ...now],
      ["Linked", "640", "360", ...now],
      ["Left alone", "640", "360", ...now],
      ["Far away", undefined, undefined, ...now],
      ["Below", "300", "150", "async", "lazy"],
    ]);
  });
});

describe("in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function visit(use: (page: Page) => Promise<void>): Promise<void> {
    await withImages(async (root) => {
      const project = await Project.open(root);
      await project.renderAll();
      await buildSite(project, join(root, "out/docs"));
      const served = await serve(join(root, "out"));
      const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
      try {
        await page.route("https://example.com/**", (route) => route.abort());
        await page.goto(`${served.url}docs/guides/with/`);
        await use(page);
      } finally {
        await page.close();
        await served.close();
      }
    });
  }

  test("images open large by keyboard and click, close, and give the focus back", async () => {
    await visit(async (page) => {
      await page.getByRole("button", { name: "Enlarge image: Wide" }).waitFor();
      const names = await page
        .getByRole("button", { name: /^Enlarge/, includeHidden: true })
        .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
      expect(names.sort()).toEqual([
        "Enlarge image: Below",
        "Enlarge image: Drawing",
        "Enlarge image: Half",
        "Enlarge image: Photo",
        "Enlarge image: Plan",
        "Enlarge image: Wide",
      ]);
      const wide = page.getByRole("button", { name: "Enlarge image: Wide" });
      await wide.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Image: Wide" });
      await dialog.waitFor();
      const image = dialog.getByRole("img");
      const width = async (): Promise<number> =>
        Math.round((await image.boundingBox())?.width ?? 0);
      expect(await width()).toBeLessThanOrEqual(900);

      await dialog.getByRole("button", { name: "Larger" }).click();
      await dialog.getByRole("button", { name: "Larger" }).click();
      expect(await width()).toBeGreaterThan(1500);
      const view = dialog.getByRole("group");
      const left = (): Promise<number> => view.evaluate((element) => element.scrollLeft);
      const middle = await left();
      expect(middle).toBeGreaterThan(0);
      await page.mouse.move(450, 400);
      await page.mouse.down();
      await page.mouse.move(350, 400, { steps: 4 });
      await page.mouse.up();
      expect(await left()).toBe(middle + 100);
      expect(await dialog.isVisible()).toBe(true);

      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await wide.evaluate((button) => button === document.activeElement)).toBe(true);

      await page.getByRole("img", { name: "Photo" }).click();
      const photo = page.getByRole("dialog", { name: "Image: Photo" });
      await photo.getByRole("img").click();
      await photo.waitFor({ state: "detached" });
      await page.getByRole("img", { name: "Linked" }).click();
      await page.waitForURL(/\/docs\/guides\/$/);
    });
  });

  test("images are never wider than the text, keep their form, and move nothing", async () => {
    await visit(async (page) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const shapes = await page.locator(".prose img[width][height]").evaluateAll((images) =>
        images.map((image) => {
          const { width, height } = image.getBoundingClientRect();
          const ratio = Number(image.getAttribute("width")) / Number(image.getAttribute("height"));
          return { isInside: width <= innerWidth, error: Math.abs(width / height / ratio - 1) };
        }),
      );
      expect(shapes.length).toBeGreaterThan(5);
      for (const { isInside, error } of shapes) {
        expect(isInside).toBe(true);
        expect(error).toBeLessThan(0.02);
      }
    });
  });
});
