/** Files that are saved while the server starts: whenever that is, the page shows them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withSite } from "../helpers/case.ts";
import { withDevServer } from "../helpers/dev-server.ts";

/** One for each moment of the start. */
const PAGES = 300;

const STEP_MS = 20;

const text = (at: number, words: string): string => `---\ntitle: P${at}\n---\n${words} ${at}.\n`;

test("what is saved at any moment of the start is shown", async () => {
  const files = Object.fromEntries(
    Array.from({ length: PAGES }, (_, at) => [`content/p${at}.md`, text(at, "Old words")]),
  );
  await withSite({ ...files, "content/_index.md": text(-1, "Home") }, async (root) => {
    let saved = 0;
    const saving = setInterval(() => {
      if (saved === PAGES) return;
      writeFileSync(join(root, `content/p${saved}.md`), text(saved, "New words"));
      saved++;
    }, STEP_MS);
    try {
      await withDevServer(root, async ({ url }) => {
        // Some more while the server makes all pages.
        await expect.poll(() => saved, { timeout: 40_000 }).toBe(PAGES);
        const old = new Set(Array.from({ length: PAGES }, (_, at) => at));
        await expect
          .poll(
            async () => {
              for (const at of old) {
                const page = await fetch(`${url}p${at}/`).then((response) => response.text());
                if (page.includes(`New words ${at}.`)) old.delete(at);
              }
              return [...old];
            },
            { timeout: 40_000 },
          )
          .toEqual([]);
      });
    } finally {
      clearInterval(saving);
    }
  });
});
