/** `_headers` and `_redirects` are read as hosts read them. */
import { describe, expect, test } from "vitest";
import { headersFor, headersText, mayMeet, parseHeaders } from "../../src/hosting/headers-file.ts";
import { parseRedirects, redirectFor } from "../../src/hosting/redirects-file.ts";

const HEADERS = `# A comment
/*
  X-One: a
  Link: <https://e.com/x>; rel="next"
not a header
/docs/:name/*.md
  x-one: b
  ! Link
https://docs.example.com/api/*
  X-Two: c
`;

describe("headers", () => {
  const rules = parseHeaders(HEADERS);

  test("of all rules that fit are joined, and taken away", () => {
    expect(Object.fromEntries(headersFor(rules, "/a"))).toEqual({
      "x-one": "a",
      link: '<https://e.com/x>; rel="next"',
    });
    expect(Object.fromEntries(headersFor(rules, "/docs/a/b/c.md"))).toEqual({ "x-one": "a, b" });
    expect(headersFor(rules, "/docs/a.md").get("x-one")).toBe("a");
    expect(headersFor(rules, "/api/a").get("x-two")).toBe("c");
  });

  test("are written as they are read", () => {
    expect(parseHeaders(headersText(rules))).toEqual(rules);
  });

  test.each([
    ["/*", "/a/*", true],
    ["/images/*", "/_assets/*", false],
    ["/a/b", "/a/*", true],
    ["/a/b", "/a/b", true],
    ["/a/b", "/a/c", false],
    ["/:x/a", "/docs/*", true],
    ["https://e.com/a", "/a", true],
  ])("may %s and %s fit one path: %s", (one, other, expected) => {
    expect([mayMeet(one, other), mayMeet(other, one)]).toEqual([expected, expected]);
  });
});

describe("redirects", () => {
  const rules = parseRedirects(`# A comment
/old /new/
/old /never/ 301
/blog/:year/* /news/:year/:splat 301!
/app/* /index.html 200
/only /de/ 302 Language=de
/gr%C3%B6%C3%9Fe /size/ 308
/a%2Ab /star/ 301
`);

  test.each([
    ["/old", "/new/", 302],
    ["/blog/2026/a/b", "/news/2026/a/b", 301],
    ["/gr%c3%b6%C3%9Fe", "/size/", 308],
    ["/a%2ab", "/star/", 301],
  ])("%s leads to %s", (path, to, status) => {
    expect(redirectFor(rules, path)).toEqual({ to, status });
  });

  test.each(["/old/", "/app/x", "/only", "/axb", "/%", "/blog/2026"])(
    "%s leads nowhere",
    (path) => {
      expect(redirectFor(rules, path)).toBeUndefined();
    },
  );
});
