/** Live authoring: pages, snippets and partials show their changes; search works. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withSite } from "../helpers/case.ts";
import { freePort, plainEnvironment } from "../helpers/dev-server.ts";
import { inRepository } from "../helpers/repository.ts";

const FILES = {
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/page.md":
    '---\ntitle: Page\n---\nFirst words.\n\n{{% include-example file="demo" example="a" %}}\n\n{{% greeting %}}\n',
  "data/demo.yml": "- name: a\n  description: Second words.\n",
  "data/partials/greeting.md": "Third words.\n",
};

/** Asks until the answer holds the text; fails after many times. */
async function until(url: string, text: string): Promise<void> {
  let last = "";
  for (let i = 0; i < 200; i++) {
    last = await fetch(url).then((response) => response.text(), String);
    if (last.includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(last).toContain(text);
}

describe("dev", () => {
  test("follows content, data and partials, and serves the search", async () => {
    await withSite(FILES, async (root) => {
      const port = await freePort();
      const server: ChildProcess = spawn(
        process.execPath,
        [inRepository("src/launch.mjs"), "dev", "--site", root],
        { env: { ...plainEnvironment(), PORT: String(port) }, stdio: "ignore" },
      );
      const page = `http://127.0.0.1:${port}/page/`;
      const change = async (path: string, from: string, to: string): Promise<void> => {
        const file = join(root, path);
        writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
        await until(page, `${to} words.`);
      };
      try {
        await until(page, "Third words.");
        await change("content/page.md", "First", "Changed");
        await change("data/demo.yml", "Second", "Mended");
        await change("data/partials/greeting.md", "Third", "Other");
        writeFileSync(join(root, "content/new.md"), "---\ntitle: New\n---\nNew words.\n");
        await until(`http://127.0.0.1:${port}/new/`, "New words.");
        await until(`http://127.0.0.1:${port}/pagefind/pagefind-entry.json`, '"page_count":3');
      } finally {
        server.kill();
      }
    });
  });
});
