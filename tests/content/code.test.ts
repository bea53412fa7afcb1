/** The code of the pages, as readers copy it, is read by parsers of its languages. */

import { join } from "node:path";
import { load } from "js-yaml";
import type { Code, Nodes } from "mdast";
import { parse as parseShell } from "sh-syntax";
import { parse as parseToml } from "smol-toml";
import { beforeAll, describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { REPOSITORY } from "../helpers/repository.ts";
import { fillPlaceholders, materializeFault, postgresFault, statementsOf } from "./lib/sql.ts";

type Check = (code: string) => Promise<readonly string[]>;

const CHECKS: Readonly<Record<string, Check>> = {
  postgres: (code) => checkSql(code, postgresFault),
  sql: (code) => checkSql(code, postgresFault),
  mzsql: (code) => checkSql(code, materializeFault),
  sh: checkShell,
  bash: checkShell,
  json: async (code) => faultsOf(() => JSON.parse(code)),
  yaml: async (code) => faultsOf(() => load(code)),
  toml: async (code) => faultsOf(() => parseToml(code)),
};

/** Words in square brackets, or three dots: a sketch of a syntax, no statement. */
const SKETCH = /(?:^|\s)\[[A-Z]{2}|\.\.\./;

/** Pages whose examples are wrong on purpose. */
const WRONG = "content/authoring/diagnostics/";

async function checkSql(
  code: string,
  fault: (sql: string) => Promise<string | undefined>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { text, line } of statementsOf(fillPlaceholders(code))) {
    const found = await fault(text);
    if (found !== undefined) faults.push(`line ${line}: ${found}`);
  }
  return faults;
}

async function checkShell(code: string): Promise<string[]> {
  // A placeholder would be a redirection.
  const text = code.replace(/<([a-z_]\w*)>/gi, "$1").replace(/^\$ /gm, "");
  try {
    await parseShell(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

function faultsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

interface Block {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}

async function blocksOfSite(): Promise<Block[]> {
  const project = await Project.open(REPOSITORY);
  const blocks = new Map<string, Block>();
  for (const { path, source } of project.publishedPages) {
    if (source === undefined) continue;
    const { output } = await project.renderFile(join(REPOSITORY, path), "mdast");
    const visit = (node: Nodes): void => {
      if (node.type === "code") add(path, node);
      if ("children" in node) for (const child of node.children) visit(child);
    };
    const add = (page: string, { lang, value }: Code): void => {
      // What several pages include is told once.
      if (lang) blocks.set(`${lang} ${value}`, { page, language: lang, code: value });
    };
    visit(JSON.parse(output) as Nodes);
  }
  return [...blocks.values()];
}

describe("the code of all pages", () => {
  let blocks: Block[];

  beforeAll(async () => {
    blocks = await blocksOfSite();
  }, 60_000);

  test.each(Object.keys(CHECKS))("in %s is well formed", async (language) => {
    const faults: string[] = [];
    for (const { page, code } of blocks.filter((block) => block.language === language)) {
      if (SKETCH.test(code) || page.startsWith(WRONG)) continue;
      for (const fault of (await CHECKS[language]?.(code)) ?? [])
        faults.push(`${page}, ${code.split("\n")[0]}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test("is of many languages, so that nothing is missed by a change of names", () => {
    const count = (language: string): number =>
      blocks.filter((block) => block.language === language).length;
    expect(count("postgres")).toBeGreaterThan(30);
    expect(count("mzsql")).toBeGreaterThan(50);
    expect(count("json")).toBeGreaterThan(1);
    expect(count("sh") + count("bash")).toBeGreaterThan(20);
  });
});

describe("SQL", () => {
  test("is split at semicolons outside of quotes and comments", () => {
    const sql = "SELECT ';' AS a; -- b; c\n\n/* ; */\nSELECT \";\"\n  FROM t;\n";
    expect(statementsOf(sql)).toEqual([
      { text: "SELECT ';' AS a", line: 1 },
      { text: 'SELECT ";"\n  FROM t', line: 4 },
    ]);
  });

  test("has names in the place of placeholders, but not within quotes", () => {
    expect(fillPlaceholders("GRANT SELECT ON <schema>.<table1> TO '<user>'")).toBe(
      "GRANT SELECT ON p_schema.p_table1 TO '<user>'",
    );
  });

  test.each([
    "SELCT 1",
    "ALTER TABLE t REPLICA IDENTITY",
    "CREATE PUBLICATION p FOR TABLES",
    "CREATE CLUSTER c (SIZE = '200cc')",
  ])("PostgreSQL refuses %s", async (sql) => {
    expect(await postgresFault(sql)).toBeDefined();
  });

  test.each([
    "CREATE SECRET pgpass '<PASSWORD>'",
    "CREATE CONNECTION c TO POSTGRES (HOST 'h',)",
    "CREATE CONNECTION c TO POSTGRES (HOST 'h'",
    "CREATE CONNECTION c TO MONGO (HOST 'h')",
    "CREATE SOURCE s FROM POSTGRES CONNECTION c (PUBLICATION 'p') FOR ALL",
    "ALTER CLUSTER c SIZE = '100cc'",
    "VALIDATE c",
    "SELECT a FROM",
  ])("Materialize refuses %s", async (sql) => {
    expect(await materializeFault(sql)).toBeDefined();
  });

  test.each([
    "CREATE SECRET pgpass AS '<PASSWORD>'",
    "CREATE CONNECTION c TO POSTGRES (HOST 'h', PASSWORD SECRET p)",
    "CREATE SOURCE s IN CLUSTER c FROM POSTGRES CONNECTION p (PUBLICATION 'p', TEXT COLUMNS (a.b.c)) FOR TABLES (a.b AS c)",
    "SELECT 1",
  ])("Materialize takes %s", async (sql) => {
    expect(await materializeFault(sql)).toBeUndefined();
  });
});
