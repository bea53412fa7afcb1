/** Addresses in raw HTML: which attributes have them, and what is written in their place. */
import { describe, expect, test } from "vitest";
import { mapHtmlAddresses } from "../../src/markdown/html-addresses.ts";

/** The HTML with `/base` before each address, and what was asked for. */
function mapped(html: string): { readonly html: string; readonly asked: string[] } {
  const asked: string[] = [];
  const result = mapHtmlAddresses(html, (address, kind, start) => {
    asked.push(`${kind} ${address} ${start}`);
    return address.startsWith("/") ? `/base${address}` : undefined;
  });
  return { html: result, asked };
}

describe("addresses in raw HTML", () => {
  test.each([
    ["a link", '<A HREF="/x/">', '<A HREF="/base/x/">', ["link /x/ 9"]],
    ["an area", "<area href='/x/'>", "<area href='/base/x/'>", ["link /x/ 12"]],
    ["a style sheet", "<link href=/x.css>", "<link href=/base/x.css>", ["link"]],
    [
      "a film",
      '<video src="/a.mp4" poster="/a.png">',
      '<video src="/base/a.mp4" poster="/base/a.png">',
      ["file", "image"],
    ],
    ["captions", '<track src="/a.vtt">', '<track src="/base/a.vtt">', ["file"]],
    ["a sound", '<audio src="/a.mp3">', '<audio src="/base/a.mp3">', ["file"]],
    ["a frame", '<iframe src="/x/">', '<iframe src="/base/x/">', ["link"]],
    ["an object", '<object data="/a.pdf">', '<object data="/base/a.pdf">', ["link"]],
    ["what is embedded", '<embed src="/a.pdf">', '<embed src="/base/a.pdf">', ["link"]],
    [
      "a set of images",
      '<img srcset="/a.png, /b.png 2x,/c.png 3x" src="/d.png">',
      '<img srcset="/base/a.png, /base/b.png 2x,/base/c.png 3x" src="/base/d.png">',
      ["image", "image", "image", "image"],
    ],
    [
      "an address with a comma, and a descriptor with brackets",
      '<source srcset="/a,b.png (1, 2), /c.png 100w">',
      '<source srcset="/base/a,b.png (1, 2), /base/c.png 100w">',
      ["image", "image"],
    ],
    [
      "a reference to a character",
      '<a href="/a&amp;b?c=&#x27;">',
      '<a href="/base/a&amp;b?c=&#39;">',
      ["link /a&b?c='"],
    ],
    ["blanks around", '<a href=" /x/ ">', '<a href=" /base/x/ ">', ["link /x/"]],
    [
      "a tag in an attribute",
      '<a title="<img src=/y>" href="/x/">',
      '<a title="<img src=/y>" href="/base/x/">',
      ["link /x/"],
    ],
    [
      "another host",
      '<img src="https://docs.example/a.png">',
      '<img src="https://docs.example/a.png">',
      ["image https://docs.example/a.png"],
    ],
  ])("%s", (_, html, result, asked) => {
    const found = mapped(html);
    expect(found.html).toBe(result);
    expect(found.asked).toHaveLength(asked.length);
    for (const [at, question] of asked.entries()) expect(found.asked[at]).toContain(question);
  });

  test.each([
    ["comments", "<!-- <a href='/x/'> -->"],
    ["scripts", "<script>const a = '<a href=\"/x/\">';</script>"],
    ["styles", "<style>/* <img src='/x'> */</style>"],
    ["text", "a href='/x/' and 1 < 2, so <a"],
    ["attributes that hold no addresses", '<a data-href="/x/" id="/y/">'],
    ["elements without addresses", '<div src="/x/">'],
    ["closing tags", '</a href="/x/">'],
  ])("%s stay as they are", (_, html) => {
    expect(mapped(html)).toEqual({ html, asked: [] });
  });

  test("what stands after a script is read again", () => {
    expect(mapped("<script>'<a href=/x>'</script><a href=/y>").asked).toEqual(["link /y 38"]);
  });
});
