/** A page of a site in `npm run dev`, open in a real browser. */
import { realpathSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { withSite } from "./case.ts";
import { type DevServer, withDevServer } from "./dev-server.ts";

export interface DevPage {
  readonly page: Page;
  readonly server: DevServer;
  /** The site's folder. */
  readonly root: string;
}

/**
 * Serves a site of these files and opens one of its addresses while `use` runs. `engine`: the
 * folder of the generator, by default this repository.
 */
export async function withDevPage(
  browser: Browser,
  files: Readonly<Record<string, string>>,
  path: string,
  use: (open: DevPage) => Promise<void>,
  engine?: string,
): Promise<void> {
  await withSite(files, async (root) => {
    const visit = async (server: DevServer): Promise<void> => {
      const page = await browser.newPage({ viewport: { width: 1400, height: 600 } });
      try {
        await page.goto(`${server.url}${path}`);
        await use({ page, server, root: realpathSync(root) });
      } finally {
        await page.close();
      }
    };
    await withDevServer(root, visit, engine);
  });
}
