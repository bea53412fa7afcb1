/**
 * Nothing that the documents tell is missing in our guides: each heading, tab and
 * code block of a document has its counterpart on the page that takes its place.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";
import { inRepository, REPOSITORY, seedFolder } from "../helpers/repository.ts";
import { type Differences, missingIn, type Names } from "./lib/counterparts.ts";
import { type Outline, outlineOf } from "./lib/outline.ts";

const PG = "/ingest-data/postgres";

/** The page that stands for each document, by the document's title. */
const PAGES: Names = {
  PostgreSQL: `${PG}/`,
  "FAQ: PostgreSQL sources": `${PG}/faq/`,
  "Guide: Handle upstream schema changes with zero downtime": `${PG}/source-versioning/`,
  "Ingest data from AlloyDB": `${PG}/alloydb/`,
  "Ingest data from Amazon Aurora": `${PG}/amazon-aurora/`,
  "Ingest data from Amazon RDS": `${PG}/amazon-rds/`,
  "Ingest data from Azure DB": `${PG}/azure-db/`,
  "Ingest data from Google Cloud SQL": `${PG}/cloud-sql/`,
  "Ingest data from Neon": `${PG}/neon/`,
  "Ingest data from self-hosted PostgreSQL": `${PG}/self-hosted/`,
  "PostgreSQL CDC using Kafka and Debezium": `${PG}/postgres-debezium/`,
  "CREATE SOURCE: PostgreSQL": "/sql/create-source/postgres/",
};

/** What has another name in our guides, and why it may. */
const NAMES: Names = {
  // One label for one way through the network, on every page.
  "Use AWS PrivateLink": "AWS PrivateLink",
  "Use AWS PrivateLink (Cloud-only)": "AWS PrivateLink",
  "Use an SSH tunnel": "SSH tunnel",
  // The oldest of the documents numbers its parts through; today's have letters.
  "Step 2. Create a publication": "2. Create a publication and a replication user",
  "Step 5. Start ingesting data": "2. Create a connection",
  "Step 6. Check the ingestion status": "4. Monitor the ingestion status",
  "Next steps": "D. Explore your data",
  // Its headings within list items are list items here.
  "Create a target group": "target group",
  "Create a Network Load Balancer (NLB)": "network load balancer",
  "Create a VPC endpoint service": "endpoint service",
  "Create an AWS PrivateLink Connection": "AWS PrivateLink connection",
  "Create TCP listener": "TCP listener",
  "Verify security groups and health checks": "health check",
  "Configure the AWS PrivateLink service": "B. Configure network security",
};

/** Samples that have nothing in common with ours but what they stand for. */
const SAMPLES: Names = {
  "ep-cool-darkness": "postgresql://materialize:",
  '"otherschema"."foo"': 'CREATE VIEW "archive"."orders"',
};

/**
 * Code that stands in another section here, or once for several, by the document's file
 * and part. It still has a counterpart on the page.
 */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  // The second check of the level is a sentence that names the command again.
  "000-0.md": [
    "SHOW wal_level;",
    // Secret and connection have a step of their own, "2. Create a connection".
    "CREATE SECRET pgpass",
    "CREATE CONNECTION pg_connection",
  ],
  "001-0.md": [
    "SHOW wal_level;",
    // The endpoint is connected in the part on the network, as in the newer documents.
    "CREATE CONNECTION privatelink_svc",
    // The source is the same whatever way the connection takes: after its tabs, once.
    "CREATE SOURCE mz_source",
  ],
  "002-9.md": ["SHOW wal_level;"],
  // One block for all tables instead of a block for each.
  "002-8.md": ["ALTER TABLE <table"],
  "004-0.md": ["CREATE SECRET pgpass", "CREATE CONNECTION pg_connection"],
};

/** The documents; one file holds several, each after a rule and with its title as a heading. */
function documentsIn(text: string): string[] {
  return text
    .split(/\n---\n+(?=## )/)
    .map((part) => part.replace(/^#{1,2} (.+)\n/, "---\ntitle: '$1'\n---\n"));
}

interface Document {
  readonly name: string;
  /** The address of its counterpart. */
  readonly url: string;
  readonly wanted: Outline;
  readonly outline: Outline;
}

const seeds = seedFolder();

describe.runIf(seeds !== undefined)("each document has its counterpart", () => {
  let root: string;
  const documents: Document[] = [];
  const missing = (differences: Differences = { names: NAMES, samples: SAMPLES }, moved = MOVED) =>
    documents.flatMap(({ name, url, wanted, outline }) =>
      missingIn(outline, wanted, { ...differences, moved: moved[name] ?? [] }).map(
        (line) => `${name} → ${url}: ${line}`,
      ),
    );

  beforeAll(async () => {
    const own = await Project.open(REPOSITORY);
    root = mkdtempSync(join(tmpdir(), "waymark-coverage-"));
    cpSync(inRepository("data"), join(root, "data"), { recursive: true });
    mkdirSync(join(root, "content"));
    for (const file of readdirSync(seeds ?? ""))
      for (const [index, text] of documentsIn(
        readFileSync(join(seeds ?? "", file), "utf8"),
      ).entries())
        writeFileSync(join(root, "content", `${file.slice(0, 3)}-${index}.md`), text);
    const project = await Project.open(root);
    for (const page of project.publishedPages) {
      if (page.source === undefined) continue;
      const name = page.path.replace(/^content\//, "");
      const counterpart = own.publishedPages.find(({ url }) => url === PAGES[page.title]);
      if (counterpart === undefined) throw new Error(`${name}: no page for “${page.title}”`);
      const [wanted, outline] = [await outlineOf(project, page), await outlineOf(own, counterpart)];
      documents.push({ name, url: counterpart.url, wanted, outline });
    }
  }, 60_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("and there are fifteen of them", () => {
    expect(documents.map(({ name }) => name)).toHaveLength(15);
    expect(new Set(documents.map(({ url }) => url))).toEqual(new Set(Object.values(PAGES)));
  });

  test("on a page of this site", () => {
    expect(missing()).toEqual([]);
  });

  test("and each difference that the tables above allow is there still", () => {
    const stale = [
      ...Object.keys(NAMES).filter(
        (key) => missing({ names: without(NAMES, key), samples: SAMPLES }).length === 0,
      ),
      ...Object.keys(SAMPLES).filter(
        (key) => missing({ names: NAMES, samples: without(SAMPLES, key) }).length === 0,
      ),
      ...Object.entries(MOVED).flatMap(([name, starts]) =>
        starts.filter((start) => {
          const others = starts.filter((other) => other !== start);
          return missing(undefined, { ...MOVED, [name]: others }).length === 0;
        }),
      ),
    ];
    expect(stale).toEqual([]);
  });
});

function without(names: Names, key: string): Names {
  return Object.fromEntries(Object.entries(names).filter(([other]) => other !== key));
}

describe("the comparison", () => {
  const GUIDE = `---
title: Guide
---
## A. Configure the server

{{< tabs >}}{{< tab "One" >}}
1. Run this:

   ~~~sql
   CREATE ROLE reader LOGIN;
   GRANT SELECT ON orders TO reader;
   ~~~
{{< /tab >}}{{< /tabs >}}

~~~bash
saltmarsh restore --from backup.tar
~~~
`;

  const compare = (
    other: string,
    differences: Differences = {},
    guide: string = GUIDE,
  ): Promise<string[]> =>
    withSite(
      { "content/_index.md": "", "content/a.md": guide, "content/b.md": other },
      async (site) => {
        const project = await Project.open(site);
        const [wanted, own] = await Promise.all(
          ["/a/", "/b/"].map(async (url) => {
            const page = project.publishedPages.find((candidate) => candidate.url === url);
            if (page === undefined) throw new Error(`No page ${url}`);
            return outlineOf(project, page);
          }),
        );
        if (wanted === undefined || own === undefined) throw new Error("No outline");
        return missingIn(own, wanted, { names: { One: "First" }, ...differences });
      },
    );

  test("finds nothing where all is said, in whatever words", async () => {
    const other = GUIDE.replace("A. Configure", "1. (Optional) Configure")
      .replace('"One"', '"First"')
      .replace("Run this", "As a superuser")
      .replaceAll("reader", "reporting")
      .replace("backup.tar", "archive.tar");
    expect(await compare(other)).toEqual([]);
  });

  test.each([
    [
      "a heading",
      GUIDE.replace("Configure the server", "Setup"),
      /heading: A\. Configure the server/,
    ],
    ["a tab", GUIDE, /tab: A\. Configure the server \| First/],
    [
      "a statement",
      GUIDE.replace("GRANT SELECT ON orders TO reader;", ""),
      /statement: GRANT SELECT/,
    ],
    [
      "a command",
      GUIDE.replace("saltmarsh restore", "tar cf").replace("--from", "x"),
      /shell: saltmarsh/,
    ],
  ])("finds %s that is missing", async (_, other, line) => {
    expect((await compare(other)).some((found) => line.test(found))).toBe(true);
  });

  test("finds that one of two alike is missing, unless it may stand once", async () => {
    const grant = "GRANT SELECT ON orders TO reader;";
    const twice = GUIDE.replace("{{< /tab >}}", `\n~~~sql\n${grant}\n~~~\n{{< /tab >}}`);
    const once = GUIDE.replace('"One"', '"First"');
    expect(await compare(once, {}, twice)).toEqual([
      `sql: ${grant} (A. Configure the server | One)`,
    ]);
    expect(await compare(once, { moved: [grant] }, twice)).toEqual([]);
  });

  test("finds code below another heading, unless it may stand elsewhere", async () => {
    const command = "saltmarsh restore --from backup.tar";
    const moved = [command];
    const other = GUIDE.replace('"One"', '"First"').replace("~~~bash", "## B. Restore\n\n~~~bash");
    expect(await compare(other)).toEqual([`shell: ${command} (A. Configure the server)`]);
    expect(await compare(other, { moved })).toEqual([]);
    const without = await compare(other.replace(command, "tar --extract"), { moved });
    expect(without).toEqual([`shell: ${command} (A. Configure the server)`]);
  });

  test("finds code in another tab", async () => {
    const tabs = GUIDE.replace(
      "{{< /tabs >}}",
      '{{< tab "Two" >}}\n~~~sql\nDROP ROLE x;\n~~~\n{{< /tab >}}{{< /tabs >}}',
    );
    const names = {};
    expect(await compare(tabs, { names }, tabs)).toEqual([]);
    const swapped = tabs.replace('"One"', '"3"').replace('"Two"', '"One"').replace('"3"', '"Two"');
    expect(await compare(swapped, { names }, tabs)).toEqual([
      expect.stringMatching(/^sql: CREATE ROLE .*\| One\)$/),
      "sql: DROP ROLE x; (A. Configure the server | Two)",
    ]);
  });
});
