/** A site with a look of its own: logo, accent, style sheet, direction. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { serve } from "../helpers/serve.ts";

type Files = Readonly<Record<string, string>>;

const LOGO = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" fill="${color}"/></svg>`;

const FILES: Files = {
  "data/site.yml": `title: Saltmarsh
base: /docs/
accent: "#0055aa"
logo: { light: images/day.svg, dark: images/night.svg, alt: Saltmarsh }
styles: [own.css]
`,
  "content/_index.md": "---\ntitle: Saltmarsh\n---\nHello.\n",
  "content/guides/_index.md": "---\ntitle: Guides\n---\n",
  "content/guides/install.md": "---\ntitle: Install\n---\nSome text.\n\n## Get it\n\nMore.\n",
  "static/images/day.svg": LOGO("black"),
  "static/images/night.svg": LOGO("white"),
  "static/own.css": ":root { --r-2: 11px; --note: #123456; }\n",
  "static/favicon.svg": LOGO("red"),
};

async function diagnose(files: Files): Promise<string[]> {
  return withSite({ ...FILES, ...files }, async (root) =>
    (await Project.open(root)).diagnostics().map(headline),
  );
}

/** Builds a site and gives its folder and its address. */
async function built(
  files: Files,
  use: (site: { out: string; url: string }) => Promise<void>,
): Promise<void> {
  await withSite({ ...FILES, ...files }, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    expect(project.diagnostics().map(headline)).toEqual([]);
    const out = join(root, "out/docs");
    await buildSite(project, out);
    const served = await serve(join(root, "out"));
    try {
      await use({ out, url: `${served.url}docs/` });
    } finally {
      await served.close();
    }
  });
}

describe("the look of a site", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const token = (page: Page, name: string): Promise<string> =>
    page.evaluate((property) => {
      const probe = document.createElement("i");
      document.body.append(probe);
      probe.style.color = `var(${property})`;
      return getComputedStyle(probe).color;
    }, name);

  test("logo, accent and style sheet come from files of the site, and the style sheet wins", async () => {
    await built({}, async ({ url, out }) => {
      const html = readFileSync(join(out, "guides/install/index.html"), "utf8");
      expect(html).not.toMatch(/<style|\sstyle=/);
      const icon = /<link rel="icon" type="image\/svg\+xml" href="([^"]+)"/.exec(html);
      expect(icon?.[1]).toBe("/docs/favicon.svg");

      const page = await browser.newPage({ colorScheme: "light" });
      const missing: string[] = [];
      page.on("response", (response) => {
        if (response.status() >= 400) missing.push(response.url());
      });
      await page.goto(`${url}guides/install/`);
      expect(await token(page, "--blaze")).toBe("rgb(0, 85, 170)");
      expect(await token(page, "--note")).toBe("rgb(18, 52, 86)");
      const logo = page.locator(".logo img:visible");
      expect(await logo.getAttribute("src")).toBe("/docs/images/day.svg");
      expect([await logo.getAttribute("width"), await logo.getAttribute("height")]).toEqual([
        "120",
        "40",
      ]);
      expect(await page.getByRole("banner").getByRole("link").first().textContent()).not.toContain(
        "Saltmarsh",
      );
      await page.getByRole("link", { name: "Saltmarsh", exact: true }).waitFor();

      await page.emulateMedia({ colorScheme: "dark" });
      expect(await token(page, "--blaze")).not.toBe("rgb(0, 85, 170)");
      expect(await logo.getAttribute("src")).toBe("/docs/images/night.svg");
      await page.evaluate(() => {
        document.documentElement.dataset.theme = "light";
      });
      expect(await logo.getAttribute("src")).toBe("/docs/images/day.svg");
      expect(missing).toEqual([]);
      await page.close();
    });
  });

  test("a site that is read from right to left is laid out so, at all widths", async () => {
    const text = `---
title: تثبيت
---
> [!CAUTION]
> نص.

1. نص

   \`\`\`sh
   echo one
   \`\`\`

## عنوان

${"نص ".repeat(200)}
`;
    const files = {
      "data/site.yml": "title: Saltmarsh\nbase: /docs/\nlanguage: he\n",
      "content/guides/install.md": text,
    };
    await built(files, async ({ url }) => {
      const page = await browser.newPage();
      for (const width of [320, 820, 1440, 2560]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${url}guides/install/`);
        const found = await page.evaluate(() => {
          const left = (selector: string): number =>
            document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
          return {
            overflow: document.documentElement.scrollWidth - innerWidth,
            isLogoAfterTheme: left(".logo") > left('[popovertarget="theme-menu"]'),
            isNavigationAfterText: left("#side") > left("article"),
            code: getComputedStyle(document.querySelector("pre") ?? document.body).direction,
          };
        });
        expect(found).toEqual({
          overflow: 0,
          isLogoAfterTheme: true,
          // On narrow windows it is a sheet that is not open.
          isNavigationAfterText: width >= 1024,
          code: "ltr",
        });
      }
      await page.close();
    });
  });

  test("without files of its own, a site has our icon in its color", async () => {
    const settings = 'accent: { light: "#0055aa" }\nlanguage: ar\n';
    const files = { "data/site.yml": settings, "static/favicon.svg.txt": "" };
    await withSite({ "content/_index.md": "---\ntitle: A\n---\n", ...files }, async (root) => {
      const project = await Project.open(root);
      await project.renderAll();
      const out = join(root, "out");
      await buildSite(project, out);
      const html = readFileSync(join(out, "index.html"), "utf8");
      expect(html).toContain('<html lang="ar" dir="rtl"');
      const [, href = ""] = /<link rel="icon"[^>]* href="([^"]+)"/.exec(html) ?? [];
      expect(readFileSync(join(out, href), "utf8")).toContain("#0055aa");
      expect(existsSync(join(out, "_assets/look"))).toBe(true);
    });
  });
});

describe("a faulty look", () => {
  test("is told with the nearest right name", async () => {
    const settings = `title: Saltmarsh
accent: { ligth: "#0055aa", dark: "#111" }
logo: { light: image/day.svg, drak: images/night.svg }
styles: [owm.css]
direction: left
acent: red
`;
    expect(await diagnose({ "data/site.yml": settings })).toEqual([
      'data/site.yml:2:11: warning: Unexpected setting "ligth" in "accent", expected light, dark; did you mean "light"? [settings-unknown]',
      expect.stringMatching(
        /^data\/site.yml:2:35: warning: Unexpected dark color "#111" .* \[settings-accent\]$/,
      ),
      'data/site.yml:3:16: warning: Unexpected file "/image/day.svg" in "logo", expected a file of the static folder; did you mean "/images/day.svg"? [settings-file]',
      'data/site.yml:3:31: warning: Unexpected setting "drak" in "logo", expected light, dark, alt; did you mean "dark"? [settings-unknown]',
      'data/site.yml:4:10: warning: Unexpected file "/owm.css" in "styles", expected a file of the static folder; did you mean "/own.css"? [settings-file]',
      'data/site.yml:5:12: error: Unexpected "left" in "direction", expected ltr, rtl [settings-type]',
      expect.stringMatching(/^data\/site.yml:6:1: warning: Unexpected setting "acent"/),
    ]);
  });

  test.each(["green-ish", '"#12"', "[1, 2]", "rgb(1 2)"])("no color: %s", async (value) => {
    const [line] = await diagnose({ "data/site.yml": `accent: ${value}\n` });
    expect(line).toMatch(/^data\/site.yml:1:9: error: Unexpected .* in "accent", expected a color/);
  });
});
