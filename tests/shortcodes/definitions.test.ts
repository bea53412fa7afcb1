/**
 * Every built-in shortcode, as folders: `good/input.md` gives `output.html`,
 * `broken/input.md` gives `messages.txt`; `site/` holds what they use. `UPDATE=1`
 * writes what comes out, for review.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { BUILT_IN } from "../../src/shortcodes/definitions/index.ts";

const FOLDER = join(import.meta.dirname, "definitions");

/** Folders that hold an `input.md`, from FOLDER. */
const CASES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("input.md"))
  .map((path) => dirname(path))
  .sort();

interface Result {
  readonly html: string;
  readonly messages: string;
}

async function run(name: string): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), "waymark-definition-"));
  try {
    const site = join(FOLDER, name, "site");
    if (existsSync(site)) cpSync(site, root, { recursive: true });
    mkdirSync(join(root, "content"), { recursive: true });
    cpSync(join(FOLDER, name, "input.md"), join(root, "content/input.md"));
    const project = await Project.open(root);
    await project.renderAll();
    const page = project.site.pages.find(({ path }) => path === "content/input.md");
    if (page === undefined) throw new Error("The case's page is not built.");
    const lines = project.diagnostics().map((diagnostic) => `${headline(diagnostic)}\n`);
    return { html: `${project.article(page).html}\n`, messages: lines.join("") };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function compare(file: string, text: string): void {
  if (process.env.UPDATE === "1") writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
}

describe("definitions", () => {
  test.each([...BUILT_IN.keys()])("%s has a case that works and one that does not", (name) => {
    const own = CASES.filter((path) => path.startsWith(`${name}/`));
    expect(own.length).toBeGreaterThanOrEqual(2);
  });

  test.each(CASES)("%s", async (name) => {
    const { html, messages } = await run(name);
    expect(html).not.toMatch(/[\ufdd0-\ufdef]/);
    if (existsSync(join(FOLDER, name, "messages.txt")) || name.endsWith("broken")) {
      expect(messages).not.toBe("");
      compare(join(FOLDER, name, "messages.txt"), messages);
    } else {
      expect(messages).toBe("");
      compare(join(FOLDER, name, "output.html"), html);
    }
  });
});
