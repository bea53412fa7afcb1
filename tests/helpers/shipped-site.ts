/**
 * The site that ships, built once for all tests in tests/reading/ and served on
 * 127.0.0.1. A test gets at it by `inject("shippedSite")`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { REPOSITORY } from "./repository.ts";
import { serve } from "./serve.ts";

declare module "vitest" {
  export interface ProvidedContext {
    shippedSite: {
      /** Address of the site's root, with final slash. */
      readonly url: string;
      /** The folder of its files. */
      readonly folder: string;
    };
  }
}

/** Vitest: global setup. Builds and serves; the function that it gives cleans up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const work = mkdtempSync(join(tmpdir(), "waymark-shipped-"));
  const folder = join(work, "site");
  const site = await Project.open(REPOSITORY);
  await site.renderAll();
  if (site.hasErrors) throw new Error("The content has errors: npm run check lists them.");
  await buildSite(site, folder);
  const served = await serve(folder);
  project.provide("shippedSite", { url: served.url, folder });
  return async () => {
    await served.close();
    rmSync(work, { recursive: true, force: true });
  };
}
