/** What HTML and CSS need of a policy, and the policy that they get. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { headersFile } from "../../src/outputs/headers.ts";
import { needsOfCss, needsOfHtml } from "../../src/outputs/inline.ts";
import { policyFor } from "../../src/outputs/policy.ts";

const BARE = policyFor([]);

/** What a page adds to the policy, by directive. */
function added(html: string): Record<string, string> {
  const before = new Set(BARE.split("; "));
  const after = policyFor(needsOfHtml(html)).split("; ");
  const entries = after
    .filter((part) => !before.has(part))
    .map((part) => {
      const [directive = "", ...sources] = part.split(" ");
      const known = [...before].find((old) => old.startsWith(`${directive} `))?.split(" ") ?? [];
      return [directive, sources.filter((source) => !known.includes(source)).join(" ")];
    });
  return Object.fromEntries(entries);
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

describe("the policy of a page", () => {
  test("allows nothing to a page that needs nothing", () => {
    expect(
      added(
        '<p title="a > b" class=x>Text <a href="https://e.com/">link</a> <img src="/a.png"></p>',
      ),
    ).toEqual({});
    expect(added('<script type="application/ld+json">{"a":1}</script>')).toEqual({});
    expect(added('<img constructor="https://e.com"><constructor name="https://e.com">')).toEqual(
      {},
    );
    expect(added("<!-- <p style='a'> <script>x</script> -->")).toEqual({});
    expect(added('<pre>&lt;p style="a"&gt;</pre>')).toEqual({});
    expect(BARE).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/,
    );
  });

  test("names inline code by its hash", () => {
    const html =
      "<script>a < b && '</p>'</script><style>p > a {}</style><SCRIPT type=module>\r\nm</SCRIPT>";
    expect(added(html)).toEqual({
      "script-src": [hash("a < b && '</p>'"), hash("\nm")].sort().join(" "),
      "style-src": hash("p > a {}"),
    });
    expect(added('<script type="speculationrules">{}</script>')).toEqual({
      "script-src": hash("{}"),
    });
  });

  test("names what attributes say, without the escapes of HTML", () => {
    const html = `<td title=it's style='a: "b" &amp; &#x63;' data-x="x > y"><p/onclick="go(&quot;1&quot;)" style='' style=z>`;
    expect(added(html)).toEqual({
      "script-src": ["'unsafe-hashes'", hash('go("1")')].sort().join(" "),
      "style-src": ["'unsafe-hashes'", hash('a: "b" & c'), hash("")].sort().join(" "),
    });
  });

  test.each([
    ['<img src="https://img.example.com/a.png?x=1" alt="">', "img-src", "https://img.example.com"],
    ['<img src="//img.example.com:8080/a" alt="">', "img-src", "https://img.example.com:8080"],
    [
      '<img srcset="/a.png 1x, https://b.example.com/b.png 2x" alt="">',
      "img-src",
      "https://b.example.com",
    ],
    ['<svg><image href="http://c.example.com/c.svg"/></svg>', "img-src", "http://c.example.com"],
    [
      '<iframe src="https://v.example.com/e/1"></iframe>',
      "frame-src",
      "'self' https://v.example.com",
    ],
    ['<iframe src="/demo/"></iframe>', "frame-src", "'self'"],
    [
      '<video poster="/p.png"><source src="https://m.example.com/a.mp4"></video>',
      "media-src",
      "https://m.example.com",
    ],
    ['<script src="https://s.example.com/a.js"></script>', "script-src", "https://s.example.com"],
    [
      '<link href="https://f.example.com/a.css" rel="StyleSheet">',
      "style-src",
      "https://f.example.com",
    ],
    ['<form action="https://q.example.com/ask"></form>', "form-action", "https://q.example.com"],
    ['<object data="/a.pdf"></object>', "object-src", "'self'"],
  ])("%s", (html, directive, sources) => {
    expect(added(html)).toEqual({ [directive]: sources });
  });

  test("follows style sheets", () => {
    const needs = [
      ...needsOfCss("@import 'https://a.example.com/x.css'; p { background: url(/local.png) }"),
      ...needsOfCss("@font-face { src: url('https://f.example.com/f.woff2') }"),
    ];
    const policy = policyFor(needs);
    expect(policy).toContain("style-src 'self' https://a.example.com;");
    expect(policy).toContain("font-src 'self' https://f.example.com;");
  });

  test("is the same whatever the order of pages", () => {
    const [one, two] = ["<p style='a'>", "<p style='b'><img src=https://e.com/a>"];
    const both = [...needsOfHtml(one), ...needsOfHtml(two)];
    expect(policyFor(both.toReversed())).toBe(policyFor(both));
  });

  test("is found in time that grows with the page", () => {
    const hostile = ["<p ".repeat(20_000), `<p ${'"'.repeat(20_001)}`, `<p ${"a=".repeat(20_000)}`];
    for (const html of hostile) expect([...needsOfHtml(html)]).toEqual([]);
  });
});

describe("the file of headers", () => {
  const options = { base: "/docs/", policy: "default-src 'none'", hasList: true };

  test("has rules below the base path", () => {
    const text = headersFile({ ...options, own: undefined });
    expect(text).toMatch(/^\/docs\/\*\n {2}Content-Security-Policy: default-src 'none'\n/);
    expect(text).toContain('  Link: </docs/llms.txt>; rel="llms-txt"\n');
    expect(text).toContain(
      "/docs/_assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
    );
    expect(text).toContain("/docs/*.md\n  Content-Type: text/markdown; charset=utf-8\n");
  });

  test("leaves to the site the headers that it sets itself", () => {
    const own =
      "/docs/*\n  content-security-policy: default-src 'self'\n/docs/images/*\n  Cache-Control: no-store\n";
    const text = headersFile({ ...options, own });
    expect(text.startsWith(own)).toBe(true);
    expect(text.match(/Content-Security-Policy/gi)).toHaveLength(1);
    expect(text).toContain("X-Content-Type-Options: nosniff");
    expect(text).toContain("/docs/_assets/*\n  Cache-Control");
  });
});
