/** The Agent-Friendly Documentation checks on the shipped site give their best grade. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { computeScore, runChecks } from "afdocs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { inRepository, seedFolder } from "../helpers/repository.ts";
import { writeSeedSite } from "../helpers/seed-site.ts";
import { type Served, serve } from "../helpers/serve.ts";

/** Where the site says that it stands; the checks ask the test's server instead. */
const ORIGIN = "https://docs.example.com";

const MINUTES = 60_000;

/** This repository's site in a folder of its own, so that it can have other settings. */
function copyOfSite(): string {
  const root = mkdtempSync(join(tmpdir(), "waymark-afdocs-"));
  // The manual includes some of its own code.
  for (const folder of ["content", "data", "public", "src/shortcodes"])
    cpSync(inRepository(folder), join(root, folder), { recursive: true });
  return root;
}

/**
 * The checks put the server's address into what pages say, and take a short text with "404" in
 * it for an error.
 */
async function serveAtPlainPort(folder: string, base: string): Promise<Served> {
  for (;;) {
    const server = await serve(folder, base);
    if (!server.url.includes("404")) return server;
    await server.close();
  }
}

const seeds = seedFolder();

describe.each([
  { name: "the shipped site", base: "/", root: copyOfSite, isThere: true, isLong: false },
  {
    name: "the seeds",
    base: "/docs/",
    root: () => writeSeedSite(seeds ?? ""),
    isThere: seeds !== undefined,
    // One of them has 200,000 characters, which no form of it can change.
    isLong: true,
  },
])("$name below $base", ({ base, root: write, isThere, isLong }) => {
  let root: string;
  let served: Served;
  const hosts = new Set<string>();
  const realFetch = globalThis.fetch;

  beforeAll(async () => {
    if (!isThere) return;
    root = write();
    const settings = join(root, "data/site.yml");
    writeFileSync(settings, `baseURL: ${ORIGIN}${base}\n${readFileSync(settings, "utf8")}`);
    const project = await Project.open(root);
    await project.renderAll();
    await buildSite(project, join(root, "out"));
    served = await serveAtPlainPort(join(root, "out"), base);
    globalThis.fetch = (input, init) => {
      hosts.add(new URL(input instanceof Request ? input.url : input).hostname);
      return realFetch(input, init);
    };
  }, 5 * MINUTES);

  afterAll(async () => {
    globalThis.fetch = realFetch;
    if (!isThere) return;
    await served.close();
    rmSync(root, { recursive: true, force: true });
  });

  test.runIf(isThere)(
    "has the best grade",
    async () => {
      const report = await runChecks(served.url, {
        canonicalOrigin: `${ORIGIN}${base}`,
        samplingStrategy: "deterministic",
        maxLinksToTest: 100,
        maxConcurrency: 8,
        requestDelay: 0,
        requestTimeout: 2 * MINUTES,
        networkContext: "ci",
      });
      const found = report.results.filter(
        ({ id, status }) =>
          status !== "pass" && status !== "skip" && !(isLong && id.startsWith("page-size-")),
      );
      expect(found.map(({ id, status, message }) => `${status} ${id}: ${message}`)).toEqual([]);
      expect(report.testedPages).toBeGreaterThanOrEqual(5);
      const { overall, grade } = computeScore(report);
      expect(grade, String(overall)).toBe(isLong ? "A" : "A+");
      expect([...hosts]).toEqual(["127.0.0.1"]);
    },
    5 * MINUTES,
  );
});
