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
import { missingIn, type Names } from "./lib/counterparts.ts";
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

/** The documents; one file holds several, each after a rule and with its title as a heading. */
function documentsIn(text: string): string[] {
  return text
    .split(/\n---\n+(?=## )/)
    .map((part) => part.replace(/^#{1,2} (.+)\n/, "---\ntitle: '$1'\n---\n"));
}

const seeds = seedFolder();

describe.runIf(seeds !== undefined)("each document has its counterpart", () => {
  let root: string;
  let own: Project;
  const documents: { name: string; title: string; outline: Outline }[] = [];

  beforeAll(async () => {
    own = await Project.open(REPOSITORY);
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
      documents.push({ name, title: page.title, outline: await outlineOf(project, page) });
    }
  }, 60_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("and there are fifteen of them", () => {
    expect(documents.map(({ name }) => name)).toHaveLength(15);
    expect(documents.filter(({ title }) => PAGES[title] === undefined)).toEqual([]);
  });

  test("on a page of this site", async () => {
    const missing: string[] = [];
    for (const { name, title, outline } of documents) {
      const page = own.publishedPages.find(({ url }) => url === PAGES[title]);
      if (page === undefined) missing.push(`${name}: no page ${PAGES[title]}`);
      else
        for (const line of missingIn(await outlineOf(own, page), outline, NAMES, SAMPLES))
          missing.push(`${name} → ${page.url}: ${line}`);
    }
    expect(missing).toEqual([]);
  });
});

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

  const compare = (other: string): Promise<string[]> =>
    withSite(
      { "content/_index.md": "", "content/a.md": GUIDE, "content/b.md": other },
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
        return missingIn(own, wanted, { One: "First" });
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
});
