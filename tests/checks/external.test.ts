/** Links to other hosts: what is asked, and what is told. The other hosts are on 127.0.0.1. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openStore, type Store } from "../../src/cache/store.ts";
import { CATALOG } from "../../src/messages/catalog.ts";
import { headline } from "../../src/messages/report.ts";
import { askOtherHosts } from "../../src/project/external-links.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";
import { byMethod, inTurn, type OtherHost, otherHost, page, status } from "./other-host.ts";

const SETTINGS = "externalLinks:\n  private: true\n";

interface Told {
  readonly lines: string[];
  readonly asked: number;
  readonly known: number;
}

type Files = Readonly<Record<string, string>>;

/** What the check tells of links to other hosts; their address is `HOST` in the lines. */
async function told(files: Files, host = "", cache?: Store): Promise<Told> {
  return withSite({ "data/site.yml": SETTINGS, ...files }, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    project.checkUnused();
    const { asked, known } = await askOtherHosts(project, cache);
    const lines = project
      .diagnostics({ allData: true })
      .map((diagnostic) => {
        const { chain, pages } = diagnostic;
        const from = chain.length > 0 ? `; in ${pages.join(", ")}` : "";
        return `${headline(diagnostic)}${from}`;
      })
      .map((line) => (host === "" ? line : line.replaceAll(host, "HOST")));
    return { lines, asked, known };
  });
}

/** A page with a link to each address, one a line from line 4 on. */
function linksTo(...addresses: readonly string[]): Files {
  const links = addresses.map((address) => `- [A](${address})\n`).join("");
  return { "content/a.md": `---\ntitle: A\n---\n${links}` };
}

const hosts: OtherHost[] = [];

async function host(answers: Parameters<typeof otherHost>[0]): Promise<OtherHost> {
  const made = await otherHost(answers);
  hosts.push(made);
  return made;
}

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const made of hosts.splice(0)) await made.close();
});

describe("an address", () => {
  test("that answers is asked for once by HEAD, however often it is linked to", async () => {
    const { url, requests } = await host({ "/there": status(200) });
    const files = { ...linksTo(`${url}/there`, `${url}/there`, `${url}/there#top`) };
    expect(await told(files, url)).toEqual({ lines: [], asked: 1, known: 0 });
    expect(requests).toEqual(["HEAD /there"]);
  });

  test.each([405, 501, 403, 404, 400, 500])(
    "that refuses HEAD by %i is asked for by GET",
    async (code) => {
      const { url, requests } = await host({ "/page": byMethod(status(code), page("<p>Text")) });
      expect((await told(linksTo(`${url}/page`))).lines).toEqual([]);
      expect(requests).toEqual(["HEAD /page", "GET /page"]);
    },
  );

  test("that breaks HEAD off is asked for by GET", async () => {
    const { url } = await host({
      "/page": byMethod((request) => request.socket.destroy(), page("<p>Text")),
    });
    expect((await told(linksTo(`${url}/page`))).lines).toEqual([]);
  });

  test.each([
    [404, "error", "external-missing"],
    [410, "error", "external-missing"],
    [401, "info", "external-refused"],
    [403, "info", "external-refused"],
    [451, "info", "external-refused"],
    [999, "info", "external-refused"],
    [400, "warning", "external-unreachable"],
    [500, "warning", "external-unreachable"],
  ])("that answers %i is a %s", async (code, level, id) => {
    const { url } = await host({ "/a": status(code) });
    expect((await told(linksTo(`${url}/a`), url)).lines).toEqual([
      `content/a.md:4:7: ${level}: Unexpected address "HOST/a", which answers ${code}, expected one that answers [${id}]`,
    ]);
  });

  test("without a server behind it is told once a link, and asked for once", async () => {
    const closed = await otherHost({});
    await closed.close();
    const { url } = await host({ "/": status(200) });
    const { lines, asked } = await told(
      linksTo(`${url}/`, `${closed.url}/a`, `${closed.url}/b`),
      closed.url,
    );
    const fault =
      "which cannot be reached: its host takes no connections, expected one that answers [external-unreachable]";
    expect(lines).toEqual([
      `content/a.md:5:7: warning: Unexpected address "HOST/a", ${fault}`,
      `content/a.md:6:7: warning: Unexpected address "HOST/b", ${fault}`,
    ]);
    expect(asked).toBe(3);
  });

  test("that gives no answer is given up, and the host not asked for the rest", async () => {
    const silent = await host({ "/a": () => {}, "/b": () => {}, "/c": () => {}, "/d": () => {} });
    const files = {
      ...linksTo(...["a", "b", "c", "d"].map((name) => `${silent.url}/${name}`)),
      "data/site.yml": `${SETTINGS}  timeout: 1\n`,
    };
    const { lines } = await told(files, silent.url);
    const fault =
      "which gives no answer within 1 second, expected one that answers [external-unreachable]";
    expect(lines).toEqual(
      ["a", "b", "c", "d"].map(
        (name, at) =>
          `content/a.md:${4 + at}:7: warning: Unexpected address "HOST/${name}", ${fault}`,
      ),
    );
    expect(silent.requests.filter((line) => /\/[cd]$/.test(line))).toEqual([]);
  });

  test("that no browser could go to is told without asking", async () => {
    const { lines, asked } = await told(linksTo("https://docs.waymark:port/", "http://"));
    expect(lines).toEqual([
      'content/a.md:4:7: error: Unexpected address "https://docs.waymark:port/", expected one that a browser can go to [external-address]',
      'content/a.md:5:7: error: Unexpected address "http://", expected one that a browser can go to [external-address]',
    ]);
    expect(asked).toBe(0);
  });
});

describe("a redirect", () => {
  test("for good is a remark with the new address, one for now is none", async () => {
    const { url } = await host({
      "/old": status(301, { location: "/older?x=1" }),
      "/older?x=1": status(308, { location: "/new" }),
      "/half": status(301, { location: "/now" }),
      "/now": status(302, { location: "/new" }),
      "/login": status(303, { location: "/new" }),
      "/new": page("<h1 id=part>New</h1>"),
    });
    expect(
      (await told(linksTo(`${url}/old#part`, `${url}/half`, `${url}/login`), url)).lines,
    ).toEqual([
      'content/a.md:4:7: info: Unexpected address "HOST/old#part", which has moved for good, expected the new one; did you mean "HOST/new#part"? [external-moved]',
      'content/a.md:5:7: info: Unexpected address "HOST/half", which has moved for good, expected the new one; did you mean "HOST/now"? [external-moved]',
    ]);
  });

  test("to nothing is what it leads to, and one in a circle ends", async () => {
    const { url } = await host({
      "/gone": status(301, { location: "/nothing" }),
      "/circle": status(302, { location: "/circle" }),
    });
    expect((await told(linksTo(`${url}/gone`, `${url}/circle`), url)).lines).toEqual([
      'content/a.md:4:7: error: Unexpected address "HOST/gone", which answers 404, expected one that answers [external-missing]',
      'content/a.md:5:7: warning: Unexpected address "HOST/circle", which is redirected in a circle, expected one that answers [external-unreachable]',
    ]);
  });
});

describe("a fragment", () => {
  const HTML =
    '<h2 id="install">A</h2><a name=old></a><h3 id="user-content-made">B</h3><h3 id="Größe">C</h3><!-- <h2 id="hidden"> -->';

  test("is looked for in HTML, by one request for all of them", async () => {
    const { url, requests } = await host({ "/page": page(HTML) });
    const fragments = ["install", "old", "made", "Gr%C3%B6%C3%9Fe", "instal", "hidden"];
    const { lines } = await told(linksTo(...fragments.map((name) => `${url}/page#${name}`)), url);
    expect(lines).toEqual([
      'content/a.md:8:7: warning: Unexpected link to "#instal", expected an id of HOST/page; did you mean "#install"? [external-anchor]',
      'content/a.md:9:7: warning: Unexpected link to "#hidden", expected an id of HOST/page [external-anchor]',
    ]);
    expect(requests).toEqual(["GET /page"]);
  });

  test.each([
    ["a route", "#/guides/start"],
    ["a text", "#:~:text=Install"],
    ["a line of code", "#L10-L20"],
    ["a parameter", "#page=4"],
    ["the top", "#top"],
  ])("that is %s is none of an id", async (_, fragment) => {
    const { url, requests } = await host({ "/page": page(HTML) });
    expect((await told(linksTo(`${url}/page${fragment}`))).lines).toEqual([]);
    expect(requests).toEqual(["HEAD /page"]);
  });

  test("of a page that makes its text by script, or of what is no page, cannot be told", async () => {
    const { url } = await host({
      "/app": page('<div id="root"></div><script src="/app.js"></script>'),
      "/paper": page("%PDF", "application/pdf"),
    });
    expect((await told(linksTo(`${url}/app#install`, `${url}/paper#intro`))).lines).toEqual([]);
  });
});

describe("a host", () => {
  test("that wants a pause gets it, and is asked again", async () => {
    const busy = inTurn(status(429, { "retry-after": "1" }), status(200));
    const { url, requests } = await host({ "/busy": busy });
    expect((await told(linksTo(`${url}/busy`))).lines).toEqual([]);
    expect(requests).toEqual(["HEAD /busy", "GET /busy"]);
  });

  test("that wants a long pause is left alone", async () => {
    const never = status(503, { "retry-after": "3600" });
    const { url, requests } = await host({ "/a": never, "/b": never, "/c": never, "/d": never });
    const { lines } = await told(
      linksTo(...["a", "b", "c", "d"].map((name) => `${url}/${name}`)),
      url,
    );
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe(
      'content/a.md:7:7: warning: Unexpected address "HOST/d", which answers 503, expected one that answers [external-unreachable]',
    );
    expect(requests.filter((line) => line.endsWith("/d"))).toEqual([]);
  });

  test("is asked for two addresses at once at most", async () => {
    const slow = (_: unknown, response: { end(): void }): void => {
      setImmediate(() => setImmediate(() => response.end()));
    };
    const paths = Array.from({ length: 12 }, (_, at) => `/${at}`);
    const made = await host(Object.fromEntries(paths.map((path) => [path, slow])));
    expect((await told(linksTo(...paths.map((path) => made.url + path)))).lines).toEqual([]);
    expect(made.requests).toHaveLength(12);
    expect(made.most).toBeLessThanOrEqual(2);
  });

  test("of an example, of the own network or of the settings' list is not asked", async () => {
    const { url, requests } = await host({});
    const addresses = [
      "https://example.com/a",
      "https://docs.example/a",
      "http://x.test/",
      "https://<host>/a",
      "https://{account}.docs.example.net/",
      "http://localhost:1/a",
      "http://10.0.0.1/",
      "http://intranet/",
      "http://db.internal/",
      "http://[::1]:1/",
      `${url}/a`,
    ];
    const files = {
      ...linksTo(...addresses.map((address) => `<${address.replace(/[<>]/g, "%3C")}>`)),
      "data/site.yml": "",
    };
    expect(await told(files)).toEqual({ lines: [], asked: 0, known: 0 });
    const ignored = `${SETTINGS}  ignore: [waymark.invalid.io, "${url}/left/*", "*/tail"]\n`;
    const more = [`${url}/left/a`, `${url}/b/tail`, "https://sub.waymark.invalid.io/x"];
    expect(await told({ ...linksTo(...more), "data/site.yml": ignored })).toEqual({
      lines: [],
      asked: 0,
      known: 0,
    });
    expect(requests).toEqual([]);
  });
});

describe("a network that is not there", () => {
  test("is told once, at the first link", async () => {
    vi.stubGlobal("fetch", () => {
      const cause = Object.assign(new Error("getaddrinfo"), { code: "EAI_AGAIN" });
      return Promise.reject(new TypeError("fetch failed", { cause }));
    });
    const { lines } = await told({
      ...linksTo(
        "https://one.waymark.dev/",
        "https://two.waymark.dev/a",
        "https://two.waymark.dev/b",
      ),
      "content/b.md":
        "---\ntitle: B\n---\n[B](https://one.waymark.dev/) <!-- waymark-ignore external-missing: comes back -->\n",
    });
    expect(lines).toEqual([
      "content/a.md:4:7: error: Unexpected silence of all other hosts, expected a network: 3 addresses could not be asked for [external-offline]",
    ]);
  });
});

describe("places", () => {
  test("are those of the sources, with the pages that show them; excuses count", async () => {
    const { url } = await host({});
    const { lines } = await told(
      {
        "content/a.md": `---\ntitle: A\n---\n{{% include-from-yaml data="texts" name="one" %}}\n\n{{< box >}}\n\n<a href="${url}/html">H</a> <${url}/auto>\n`,
        "content/b.md": `---\ntitle: B\nmenu:\n  main:\n    url: ${url}/menu\n---\n{{% include-from-yaml data="texts" name="one" %}}\n\n[x][y] [z](${url}/excused) <!-- waymark-ignore external-missing: comes back -->\n\n[y]: ${url}/definition\n\n<!-- waymark-ignore external-missing: nothing is here -->\nText.\n`,
        "content/draft.md": `---\ntitle: Draft\ndraft: true\n---\n![x](${url}/draft.png)\n`,
        "data/partials/box.md": `A [b](${url}/partial).\n`,
        "data/texts.yml": `- name: one\n  content: "See [this](${url}/entry)."\n- name: lone\n  content: None.\n`,
        "data/site.yml": `${SETTINGS}header:\n  - name: X\n    url: ${url}/header\n`,
      },
      url,
    );
    const fault = (address: string): string =>
      `error: Unexpected address "HOST/${address}", which answers 404, expected one that answers [external-missing]`;
    expect(lines.filter((line) => !line.includes("-unused]") || line.includes("excuse"))).toEqual([
      `content/a.md:8:10: ${fault("html")}`,
      `content/a.md:8:${10 + `${url}/html">H</a> <`.length}: ${fault("auto")}`,
      `content/b.md:5:10: ${fault("menu")}`,
      `content/b.md:11:6: ${fault("definition")}`,
      `content/b.md:13:21: warning: Unexpected excuse of "external-missing", expected one of a diagnostic that is there [excuse-unused]`,
      `content/draft.md:5:6: ${fault("draft.png")}`,
      `data/partials/box.md:1:7: ${fault("partial")}; in content/a.md`,
      `data/site.yml:5:10: ${fault("header")}`,
      `data/texts.yml:2:24: ${fault("entry")}; in content/a.md, content/b.md`,
    ]);
  });

  test("an excuse is not told as unused where nobody asked", async () => {
    const text =
      "[z](https://docs.example/) <!-- waymark-ignore external-missing: comes back -->\n";
    await withSite({ "content/a.md": `---\ntitle: A\n---\n${text}` }, async (root) => {
      const project = await Project.open(root);
      await project.renderAll();
      project.checkUnused();
      expect(project.diagnostics({ allData: true })).toEqual([]);
    });
  });
});

describe("answers of earlier runs", () => {
  test("count if they were good and are new enough; others are asked for again", async () => {
    const { url, requests } = await host({
      "/good": page("<h1 id=a>A</h1><h2 id=b>B</h2>"),
      "/moved": status(301, { location: "/good" }),
    });
    const folder = mkdtempSync(join(tmpdir(), "waymark-external-"));
    const cache = openStore(folder);
    const first = linksTo(`${url}/good#a`, `${url}/moved`, `${url}/bad`);
    try {
      const before = await told(first, url, cache);
      expect(before).toMatchObject({ asked: 3, known: 0 });
      requests.splice(0);
      const after = await told(first, url, cache);
      expect(after).toEqual({ lines: before.lines, asked: 1, known: 2 });
      expect(requests).toEqual(["HEAD /bad", "GET /bad"]);
      // Another fragment is another question.
      expect(await told(linksTo(`${url}/good#b`), url, cache)).toEqual({
        lines: [],
        asked: 1,
        known: 0,
      });
      const old = { "data/site.yml": `${SETTINGS}  days: 0\n` };
      expect(await told({ ...first, ...old }, url, cache)).toMatchObject({ asked: 3, known: 0 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the catalog", () => {
  test("shows messages that are told", () => {
    const address = "https://tools.example.org/";
    for (const id of ["missing", "unreachable", "refused"] as const)
      expect(CATALOG[`external-${id}`].message).toMatch(
        new RegExp(`^Unexpected address "${address}[a-z/]*", which .+, expected one that answers$`),
      );
  });
});
