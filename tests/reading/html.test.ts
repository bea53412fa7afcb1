/**
 * Every file of HTML is valid: those of the shipped site as they are written and as
 * script leaves them, and those of a site with everything that Markdown can nest.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ConfigData,
  formatterFactory,
  HtmlValidate,
  type Report,
  StaticConfigLoader,
} from "html-validate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { ODD_SITE } from "./odd-site.ts";
import { pageKindsIn } from "./page-kinds.ts";
import { pageStates } from "./page-states.ts";

const CONFIG: ConfigData = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // An id may hold anything but blanks (HTML: the id attribute); those of headings are Hugo's.
    "valid-id": ["error", { relaxed: true }],
    // Styles and scripts come from the site itself.
    "require-sri": ["error", { target: "crossorigin" }],
    // The options of the search are links with headings and excerpts (WAI-ARIA: combobox pattern).
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
    // Blanks at the end of a line mean nothing, save in code, where they are the author's.
    "no-trailing-whitespace": "off",
  },
};

/** As a browser writes its tree, quotes, case and void elements are the browser's. */
const OF_BROWSER: ConfigData = {
  ...CONFIG,
  rules: {
    ...CONFIG.rules,
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // What scripts load next is asked for by its whole address.
    "require-sri": ["error", { target: "crossorigin", exclude: ["//127.0.0.1"] }],
  },
};

/** Branches of the navigation are parts, which script puts into a document. */
const OF_PART: ConfigData = {
  ...CONFIG,
  extends: ["html-validate:recommended", "html-validate:a11y"],
};

const PART = /^_nav\//;
const lines = formatterFactory("text");

/** The files of HTML in a folder that the validator has something to say about, with what. */
async function faultsIn(folder: string): Promise<string[]> {
  const files = globSync("**/*.html", { cwd: folder });
  expect(files).not.toEqual([]);
  const faults: string[] = [];
  for (const file of files) {
    const config = PART.test(file) ? OF_PART : CONFIG;
    faults.push(...(await faultsOf(readFileSync(join(folder, file), "utf8"), file, config)));
  }
  return faults;
}

async function faultsOf(html: string, name: string, config: ConfigData): Promise<string[]> {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const report: Report = await validator.validateString(html, name);
  return lines(report.results).split("\n").filter(Boolean);
}

describe("the shipped site", () => {
  const { url, folder } = inject("shippedSite");
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test("each of its files is valid HTML", async () => {
    expect(await faultsIn(folder)).toEqual([]);
  });

  test.each(pageKindsIn(folder))("the $name is valid after script", async ({ path, name }) => {
    const page = await browser.newPage();
    await page.goto(url + path);
    expect(await faultsOf(await page.content(), name, OF_BROWSER)).toEqual([]);
    await page.close();
  });

  test.each(pageStates(folder))("with $name it is valid", async ({ path, name, widths, enter }) => {
    const page = await browser.newPage({ viewport: { width: widths?.[0] ?? 1280, height: 800 } });
    await page.goto(url + path);
    await enter(page);
    expect(await faultsOf(await page.content(), name, OF_BROWSER)).toEqual([]);
    await page.close();
  });
});

test("a site with everything in everything is valid HTML", async () => {
  await withSite(ODD_SITE, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    expect(project.diagnostics().filter(({ level }) => level === "error")).toEqual([]);
    const out = join(root, "out");
    await buildSite(project, out);
    expect(await faultsIn(out)).toEqual([]);
  });
});
