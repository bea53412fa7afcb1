/** Waits until a page has answered a change of its layout. */
import type { Page } from "playwright-core";

/** Lets two frames pass: observers of sizes are told within the first one. Never ends in a page without script. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}
