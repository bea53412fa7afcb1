/** Each snippet, partial and shared file that the documents call exists in this repository. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import type { Host } from "../../src/shortcodes/types.ts";
import { REPOSITORY, seedFolder } from "../helpers/repository.ts";

const POSTGRES = "examples/ingest_data/postgres";
const SHORTCODES =
  "tabs tab note tip warning diagram version-added private-preview public-preview debezium-json " +
  "guided-tour-blurb-for-ingest-data include-example include-from-yaml include-md create-source/intro " +
  "self-managed/network-connection ingest-data/ingest-data-kafka-debezium-index " +
  "ingest-data/ingest-data-kafka-debezium-view postgres-direct/before-you-begin " +
  "postgres-direct/check-the-ingestion-status postgres-direct/create-a-cluster " +
  "postgres-direct/create-a-publication-aws postgres-direct/create-a-publication-other " +
  "postgres-direct/ingesting-data/allow-materialize-ips postgres-direct/next-steps " +
  "postgres-direct/right-size-the-cluster";
const ENTRIES: Readonly<Record<string, string>> = {
  "examples/create_table/example_postgres_table": "syntax-version-requirement",
  postgres_source_details:
    "postgres-considerations postgres-unsupported-types postgres-source-prereq",
  [`${POSTGRES}/create_source_cloud`]: "ingest-data-step",
  [`${POSTGRES}/create_connection_ips_cloud`]:
    "create-secret create-connection create-connection-options-general " +
    "create-connection-options-aurora create-connection-options-rds",
  [`${POSTGRES}/create_connection_ssh_cloud`]:
    "create-ssh-tunnel-connection create-ssh-tunnel-connection-options get-public-keys-general " +
    "get-public-keys-aurora-rds-self-hosted login-to-ssh-bastion-host validate-ssh-tunnel-connection " +
    "create-secret create-connection create-connection-options-general " +
    "create-connection-options-aurora create-connection-options-rds",
  [`${POSTGRES}/create_connection_privatelink_cloud`]:
    "create-privatelink-connection-aurora create-privatelink-connection-options-aurora " +
    "create-privatelink-connection-rds-intro create-privatelink-connection-rds-in-region " +
    "create-privatelink-connection-rds-in-region-options create-privatelink-connection-rds-cross-region " +
    "create-privatelink-connection-rds-cross-region-options get-principal-privatelink-connection " +
    "get-principal-privatelink-connection-results update-vpc-endpoint approve-connection-request " +
    "validate-connection create-secret create-connection create-connection-options-aurora " +
    "create-connection-options-rds create-connection-options-self-hosted",
};
const FILES =
  "shared-content/postgresql-ingest-data-guides.md shared-content/postgres-considerations.md " +
  "shared-content/self-managed/configure-network-security-intro.md";
const DIAGRAMS = "create-source-postgres.svg";

/** All of them: `entry FILE NAME`, `file PATH`, `shortcode NAME`, `diagram NAME`. */
const NAMES: readonly string[] = [
  ...SHORTCODES.split(" ").map((name) => `shortcode ${name}`),
  ...Object.entries(ENTRIES).flatMap(([file, names]) =>
    names.split(" ").map((name) => `entry ${file} ${name}`),
  ),
  ...FILES.split(" ").map((path) => `file ${path}`),
  ...DIAGRAMS.split(" ").map((name) => `diagram ${name}`),
];

describe("what the documents call", () => {
  let host: Host;

  beforeAll(async () => {
    host = (await Project.open(REPOSITORY)).host(undefined);
  });

  const exists = (line: string): boolean | undefined => {
    const [kind = "", name = "", entry = ""] = line.split(" ");
    const checks: Readonly<Record<string, () => boolean>> = {
      shortcode: () => host.definition(name) !== undefined,
      entry: () => host.entry(name, entry).ok,
      file: () => host.file(name, "").ok,
      diagram: () => host.diagram(name).ok,
    };
    return checks[kind]?.();
  };

  test("exists, each of it", () => {
    expect(NAMES.filter((line) => exists(line) !== true)).toEqual([]);
  });

  test.each([
    "shortcode postgres-direct/create-a-clutser",
    `entry ${POSTGRES}/create_connection_ips_cloud create-sercet`,
    `entry ${POSTGRES}/create_connection_ips create-secret`,
    "file shared-content/postgres-consideration.md",
    "diagram create-source-postgre.svg",
  ])("would be told: %s", (line) => {
    expect(exists(line)).toBe(false);
  });
});

test("calls are found in a text, with what they name", () => {
  const text =
    '{{< tabs >}}{{% include-example file="examples/a" example="b" %}}{{</tabs >}}\n' +
    '{{< include-md\n  file="c/d.md" >}} {{< diagram "e.svg" >}}';
  expect(callsIn(text)).toEqual([
    "shortcode tabs",
    "shortcode include-example",
    "entry examples/a b",
    "shortcode include-md",
    "file c/d.md",
    "shortcode diagram",
    "diagram e.svg",
  ]);
});

const seeds = seedFolder();

test.runIf(seeds !== undefined)("the list above has all that they call, and no more", () => {
  const called = readdirSync(seeds ?? "").flatMap((file) =>
    callsIn(readFileSync(join(seeds ?? "", file), "utf8")),
  );
  expect([...new Set(called)].sort()).toEqual([...NAMES].sort());
});

/** What a text calls, read without the parser that it is a test of. */
function callsIn(text: string): string[] {
  return [...text.matchAll(/\{\{[<%]\s*(?!\/)([\w/-]+)([\s\S]*?)[>%]\}\}/g)].flatMap(
    ([, name = "", rest = ""]) => {
      const value = (key: string): string =>
        new RegExp(`${key}="([^"]*)"`).exec(rest)?.[1] ?? /"([^"]*)"/.exec(rest)?.[1] ?? "";
      const own = `shortcode ${name.replace(/\/$/, "")}`;
      if (name === "include-example") return [own, `entry ${value("file")} ${value("example")}`];
      if (name === "include-from-yaml") return [own, `entry ${value("data")} ${value("name")}`];
      if (name === "include-md") return [own, `file ${value("file")}`];
      return name === "diagram" ? [own, `diagram ${value("name")}`] : [own];
    },
  );
}
