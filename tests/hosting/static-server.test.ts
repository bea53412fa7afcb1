/** A folder is served as static hosts do. */
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StaticServer, serveFolder } from "../../src/hosting/static-server.ts";
import { withSite } from "../helpers/case.ts";

const FILES = {
  "secret.txt": "not of the site",
  "site/index.html": "home",
  "site/404.html": "lost",
  "site/a/index.html": "a",
  "site/größe x.html": "named",
  "site/list.md": "# List",
  "site/_headers": "/docs/*\n  X-Own: yes\n/docs/*.md\n  Content-Type: text/plain\n",
  "site/_redirects": "/docs/old /docs/a/ 301\n",
};

let server: StaticServer;
let stop: () => void;
let cleaned: Promise<void>;

beforeAll(async () => {
  await new Promise<void>((ready, fail) => {
    cleaned = withSite(FILES, async (root) => {
      server = await serveFolder(join(root, "site"), { base: "/docs/" });
      await new Promise<void>((done) => {
        stop = done;
        ready();
      });
      await server.close();
    });
    cleaned.catch(fail);
  });
});

afterAll(async () => {
  stop();
  await cleaned;
});

interface Got {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The path is sent as it is: `fetch` would resolve its dots. */
function get(path: string, method = "GET"): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: server.port, path, method }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      const { statusCode: status, headers } = response;
      response.on("end", () => resolve({ status, text, headers }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("a served folder", () => {
  test.each([
    ["/docs/", 200, "home"],
    ["/docs/a/", 200, "a"],
    ["/docs/gr%C3%B6%C3%9Fe%20x.html", 200, "named"],
    ["/docs/none", 404, "lost"],
    ["/docs/list.md/", 404, "lost"],
    ["/docs/%", 404, "lost"],
    ["/docs/%00", 404, "lost"],
    ["/elsewhere/", 404, "lost"],
    ["/docs/_headers", 404, "lost"],
    ["/docs/_redirects", 404, "lost"],
    ["/docs/../secret.txt", 404, "lost"],
    ["/docs/..%2fsecret.txt", 404, "lost"],
    ["/docs/a/..%2f..%2f..%2fsecret.txt", 404, "lost"],
  ])("%s: %i %s", async (path, status, text) => {
    expect(await get(path)).toMatchObject({ status, text });
  });

  test.each([
    ["/docs", "/docs/"],
    ["/docs/a?x=1", "/docs/a/?x=1"],
    ["/docs/old?x=1", "/docs/a/?x=1"],
  ])("%s leads to %s", async (path, location) => {
    const { status, headers } = await get(path);
    expect([status, headers.location]).toEqual([301, location]);
  });

  test("sends types, and the headers of the site over them", async () => {
    expect((await get("/docs/a/")).headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-own": "yes",
    });
    expect((await get("/docs/list.md")).headers["content-type"]).toBe("text/plain");
  });

  test("answers HEAD without a body, and no other method", async () => {
    expect(await get("/docs/a/", "HEAD")).toMatchObject({ status: 200, text: "" });
    expect(await get("/docs/a/", "POST")).toMatchObject({ status: 405, text: "" });
  });
});
