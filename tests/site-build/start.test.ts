/** `npm start` serves what was built as a host does. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { withSite } from "../helpers/case.ts";
import { inRepository, REPOSITORY } from "../helpers/repository.ts";

const FILES = {
  "data/site.yml": "base: /docs/\nedit: https://git.example.com/edit/main/{path}\n",
  "content/_index.md": "Home.\n",
  "content/a.md": "---\ntitle: A\nlastmod: 2026-05-01\naliases: [/old/]\n---\n\nText.\n",
  "static/_headers": "/docs/*\n  X-Own: yes\n",
};

/** Starts the server of a site, and gives its address to `use`. */
async function withServer(
  root: string,
  port: number,
  use: (url: string, server: ChildProcess) => Promise<void>,
): Promise<void> {
  const args = [
    inRepository("src/launch.mjs"),
    "start",
    "--site",
    root,
    "--out",
    join(root, "out"),
  ];
  const env = { ...process.env, PORT: String(port) };
  const stdio = ["ignore", "pipe", "ignore"] as const;
  const server = spawn(process.execPath, args, { cwd: REPOSITORY, env, stdio: [...stdio] });
  try {
    if (server.stdout === null) throw new Error("The server has no output.");
    const [line] = (await once(createInterface(server.stdout), "line")) as [string];
    expect(line).toMatch(/^Serving http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
    await use(line.replace("Serving ", ""), server);
  } finally {
    server.kill();
  }
}

test("a built site is served below its base path, with its headers and redirects", async () => {
  await withSite(FILES, async (root) => {
    await withServer(root, 0, async (url, server) => {
      const page = await fetch(`${url}a/`);
      expect(page.status).toBe(200);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(page.headers.get("x-own")).toBe("yes");
      const html = await page.text();
      expect(html).toContain('Last updated <time datetime="2026-05-01">May 1, 2026</time>');
      expect(html).toContain(
        '<a href="https://git.example.com/edit/main/content/a.md">Edit this page</a>',
      );
      const moved = await fetch(`${url}old`, { redirect: "manual" });
      expect([moved.status, moved.headers.get("location")]).toEqual([301, "/docs/a/"]);
      expect((await fetch(`${url}none/`)).status).toBe(404);
      server.kill();
      expect(await once(server, "exit")).toEqual([0, null]);
    });
  });
});

test("where the port is taken, the next free one serves", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const taken = typeof address === "object" && address !== null ? address.port : 0;
  try {
    await withSite(FILES, async (root) => {
      await withServer(root, taken, async (url) => {
        expect(Number(new URL(url).port)).toBeGreaterThan(taken);
        expect((await fetch(url)).status).toBe(200);
      });
    });
  } finally {
    other.close();
  }
});
