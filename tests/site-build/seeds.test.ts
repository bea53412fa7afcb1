/** The documents that describe the system build unchanged, with this repository's data. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { seedFolder } from "../helpers/repository.ts";
import { SEED_PLACES, writeSeedSite } from "../helpers/seed-site.ts";

const seeds = seedFolder();

describe.runIf(seeds !== undefined)("seeds", () => {
  let root: string;
  let project: Project;
  const articles = new Map<string, ReturnType<typeof fromHtml>>();
  const article = (prefix: keyof typeof SEED_PLACES): ReturnType<typeof fromHtml> => {
    const tree = articles.get(prefix);
    if (tree === undefined) throw new Error(`No article for ${prefix}`);
    return tree;
  };

  beforeAll(async () => {
    root = writeSeedSite(seeds ?? "");
    project = await Project.open(root);
    await project.renderAll();
    for (const [prefix, path] of Object.entries(SEED_PLACES)) {
      const page = project.site.pages.find((candidate) => candidate.path === path);
      if (page === undefined) throw new Error(`No page ${path}`);
      articles.set(prefix, fromHtml(project.article(page).html, { fragment: true }));
    }
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("there is no error", () => {
    const errors = project.diagnostics().filter(({ level }) => level === "error");
    expect(errors.map(headline)).toEqual([]);
  });

  test("no shortcode is left in any output", () => {
    for (const page of project.publishedPages) {
      expect(project.article(page).html).not.toMatch(
        /\{\{[<%]|[<%]\}\}|[\ufdd0-\ufdef\ue000-\uf8ff]/,
      );
    }
  });

  test("the whole site is written, with no shortcode left in any file", async () => {
    const out = join(root, "out");
    await buildSite(project, out);
    const files = readdirSync(out, { recursive: true, encoding: "utf8" });
    const pages = files.filter((name) => name.endsWith(".html"));
    expect(pages).toEqual(
      expect.arrayContaining([
        "404.html",
        "index.html",
        "ingest-data/postgres/index.html",
        "ingest-data/postgres/self-hosted/index.html",
        "ingest-data/postgres-self-hosted/index.html",
        "sql/create-source/postgresql/index.html",
      ]),
    );
    for (const name of pages) expect(readFileSync(join(out, name), "utf8")).not.toContain("{{");
    expect(files).toContain("pagefind/pagefind.js");
  });

  test.each([
    ["000_", 0],
    ["001_", 2],
    ["002_", 28],
    ["003_", 0],
  ] as const)("tab groups written in %s: at least %i", (prefix, count) => {
    expect(selectAll(".tabs", article(prefix)).length).toBeGreaterThanOrEqual(count);
  });

  test("tabs stand two deep: Cloud and Self-Managed, the network inside", () => {
    const outer = selectAll(".tabs > .panel > .tabs", article("002_"));
    expect(outer.length).toBeGreaterThanOrEqual(10);
    expect(selectAll(".panel .panel .panel", article("002_"))).toEqual([]);
    const titles = selectAll(".panel .panel > .panel-title", article("002_")).map((node) =>
      textOf(node),
    );
    expect(titles).toContain("Cloud › Use AWS PrivateLink");
    expect(titles).toContain("Self-Managed › Use an SSH tunnel");
  });

  test("Neon, step 3: tabs at column one belong to item 3, and item 4 follows in the same list", () => {
    const lists = selectAll("ol", article("002_"));
    const list = lists.find((node) =>
      items(node).some((item) => labels(item).includes("Neon CLI")),
    );
    if (list === undefined) throw new Error("No list holds the Neon tabs.");
    expect(items(list)).toHaveLength(4);
    const [, , third, fourth] = items(list);
    expect(labels(third)).toEqual(["Neon CLI", "Neon Console", "API"]);
    expect(textOf(fourth as Element)).toContain("GRANT USAGE ON SCHEMA public TO materialize;");
    expect(selectAll(".tabs .panel ol li", third as Element)).toHaveLength(8);
  });

  test("several includes in one item become its blocks in order", () => {
    const panels = selectAll(".panel", article("002_")).filter((node) =>
      selectAll(":scope > ol", node).some((list) => textOf(list).includes("AWS PRIVATELINK")),
    );
    expect(panels.length).toBeGreaterThan(0);
    // RDS and Aurora, the last step under PrivateLink: a code block, then the list of its options,
    // called without a blank line in between.
    const lastSteps = panels.map((panel) => {
      const list = selectAll(":scope > ol", panel).at(-1);
      return list === undefined ? undefined : items(list).at(-1);
    });
    const withOptions = lastSteps.filter(
      (item) => item !== undefined && select(":scope > .code", item) && select(":scope > ul", item),
    );
    expect(withOptions.length).toBeGreaterThanOrEqual(2);
  });

  test("heading ids are those that the seeds link to", () => {
    const ids = (prefix: keyof typeof SEED_PLACES): unknown[] =>
      selectAll("h1, h2, h3, h4", article(prefix)).map((node) => node.properties.id);
    expect(ids("002_")).toEqual(
      expect.arrayContaining([
        "2-create-a-publication-and-a-replication-user",
        "considerations",
        "b-optional-configure-network-security",
        "for-my-trialpoc-what-if-i-cannot-use-replica-identity-full",
        "create-a-view-on-top-of-the-table",
        "e-create-an-index-on-the-view",
      ]),
    );
    expect(ids("000_")).toEqual(
      expect.arrayContaining([
        "before-you-begin",
        "1-enable-logical-replication",
        "2-create-a-publication-and-a-replication-user",
        "1-optional-create-a-cluster",
        "d-explore-your-data",
      ]),
    );
    expect(ids("001_")).toEqual(
      expect.arrayContaining(["step-2-create-a-publication", "create-a-target-group"]),
    );
    expect(ids("003_")).toEqual(expect.arrayContaining(["postgresql-source-details"]));
  });

  test("a list that starts at 2 starts at 2", () => {
    expect(selectAll('ol[start="2"]', article("002_")).length).toBeGreaterThanOrEqual(1);
  });

  test("marked lines are marked", () => {
    const marked = selectAll(".line.hl", article("002_")).map((line) => textOf(line).trim());
    expect(marked).toEqual(["WHERE B = true;"]);
  });

  test("the reference page has its diagram, its table and its introduction", () => {
    expect(select("figure.diagram svg", article("003_"))).toBeDefined();
    expect(selectAll("table tbody tr", article("003_"))).toHaveLength(5);
    expect(textOf(article("003_"))).toContain("Added in v0.8.0");
    expect(select('a[href="#postgresql-source-details"]', article("003_"))).toBeDefined();
  });

  test("slips are told: damaged letters", () => {
    const found = project.diagnostics().filter(({ id }) => id === "text-encoding");
    expect(found.length).toBeGreaterThanOrEqual(1);
  });
});

function items(list: Element): Element[] {
  return selectAll(":scope > li", list);
}

function labels(item: Element | undefined): string[] {
  if (item === undefined) return [];
  return selectAll(":scope > .tabs > .tablist > .tab", item).map((tab) => textOf(tab));
}
