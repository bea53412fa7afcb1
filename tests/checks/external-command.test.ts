/** `check --external` as a command: what it prints, its exit codes, where it keeps answers. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withSite } from "../helpers/case.ts";
import { inRepository } from "../helpers/repository.ts";
import { otherHost, status } from "./other-host.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The server of a test answers meanwhile. */
function check(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const all = [inRepository("src/launch.mjs"), "check", ...args];
    execFile(process.execPath, all, { encoding: "utf8" }, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, out, err });
    });
  });
}

test("other hosts are asked only with --external, and good answers are kept", async () => {
  const { url, requests, close } = await otherHost({ "/good": status(200) });
  const files = {
    "content/a.md": `---\ntitle: A\n---\n[Good](${url}/good) [bad](${url}/bad)\n`,
    "data/site.yml": "externalLinks:\n  private: true\n",
  };
  try {
    await withSite(files, async (root) => {
      expect(await check("--site", root)).toMatchObject({ code: 0, err: "" });
      expect(requests).toEqual([]);
      const cache = join(root, "kept");
      const first = await check("--site", root, "--external", "--cache", cache);
      expect(first.code).toBe(1);
      expect(first.out).toContain(`${url}/bad", which answers 404`);
      expect(first.err).toBe("Asked other hosts for 2 addresses.\n");
      expect(existsSync(cache)).toBe(true);
      requests.splice(0);
      const second = await check("--site", root, "--external", "--cache", cache);
      expect(second.err).toBe("Asked other hosts for 1 address, 1 known from earlier runs.\n");
      expect(requests).toEqual(["HEAD /bad", "GET /bad"]);
      const anew = await check("--site", root, "--external", "--no-cache", "--format", "json");
      expect(anew.err).toBe("Asked other hosts for 2 addresses.\n");
      expect(JSON.parse(anew.out)).toMatchObject([{ id: "external-missing", line: 4 }]);
    });
  } finally {
    await close();
  }
});

test.each([
  [["--no-cache", "--cache", "x"], "Unexpected --cache beside --no-cache, expected one of them."],
  [["--external", "--fix", "--dry-run"], "Unexpected --external beside --dry-run."],
])("%j is a wrong call", async (args, message) => {
  const { code, err } = await check(...args);
  expect([code, err.split("\n", 1)[0]]).toEqual([2, message]);
});
