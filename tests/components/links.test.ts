/** Links of header and footer. */
import { describe, expect, test } from "vitest";
import { siteLinks } from "../../src/components/links.ts";
import { withBase } from "../../src/site/base-path.ts";

describe("withBase", () => {
  test.each([
    ["/a/", "/", "/a/"],
    ["/a/#b", "/docs/", "/docs/a/#b"],
    ["/", "/docs/", "/docs/"],
    ["https://a.example/", "/docs/", "https://a.example/"],
    ["//a.example/", "/docs/", "//a.example/"],
    ["#here", "/docs/", "#here"],
  ])("%s below %s is %s", (url, base, expected) => {
    expect(withBase(url, base)).toBe(expected);
  });
});

describe("siteLinks", () => {
  test("a link is current on its page and below it", () => {
    const links = [
      { name: "Guides", url: "/guides/" },
      { name: "Guide", url: "/guide" },
      { name: "Elsewhere", url: "https://a.example/guides/" },
    ];
    expect(siteLinks(links, "/docs/", "/docs/guides/one/")).toEqual([
      { name: "Guides", url: "/docs/guides/", isCurrent: true },
      { name: "Guide", url: "/docs/guide", isCurrent: false },
      { name: "Elsewhere", url: "https://a.example/guides/", isCurrent: false },
    ]);
  });
});
