/** Who gets a page as Markdown. */
import { expect, test } from "vitest";
import { prefersMarkdown } from "../../src/hosting/negotiation.ts";
import { withSite } from "../helpers/case.ts";
import { serve } from "../helpers/serve.ts";

test.each([
  [undefined, false],
  ["*/*", false],
  ["text/*", false],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false],
  ["text/markdown", true],
  ["Text/Markdown; charset=utf-8", true],
  ["text/markdown, text/html;q=0.9, */*;q=0.1", true],
  ["text/html, text/markdown", true],
  ["text/html, text/markdown;q=0.5", false],
  ["text/markdown;q=0", false],
  ["text/markdown;q=x", false],
])("Accept: %s", (accept, expected) => {
  expect(prefersMarkdown(accept)).toBe(expected);
});

test("a page has two forms at one address; what has not changed is not sent again", async () => {
  const files = {
    "index.html": "<!doctype html><title>Page</title>",
    "index.md": "# Page\n",
    "bare/index.html": "<!doctype html><title>Bare</title>",
    "404.html": "<!doctype html><title>Lost</title>",
    "404.md": "# Lost\n",
  };
  await withSite(files, async (folder) => {
    const { url, close } = await serve(folder);
    const headers = { Accept: "text/markdown" };
    const ask = async (path: string, more: Record<string, string> = headers) => {
      const response = await fetch(`${url}${path}`, { headers: more });
      const type = response.headers.get("content-type");
      return { status: response.status, type, text: await response.text(), response };
    };
    const page = await ask("");
    expect(page).toMatchObject({ status: 200, text: "# Page\n" });
    expect(page.type).toBe("text/markdown; charset=utf-8");
    expect(page.response.headers.get("vary")).toBe("Accept");
    const html = await ask("", {});
    expect(html.type).toBe("text/html; charset=utf-8");
    expect(html.response.headers.get("vary")).toBe("Accept");
    expect(await ask("bare/")).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
    expect(await ask("none/")).toMatchObject({ status: 404, type: "text/html; charset=utf-8" });
    const etag = page.response.headers.get("etag") ?? "";
    expect(await ask("", { ...headers, "If-None-Match": etag })).toMatchObject({
      status: 304,
      text: "",
    });
    expect((await ask("", { "If-None-Match": etag })).status).toBe(200);
    await close();
  });
});
