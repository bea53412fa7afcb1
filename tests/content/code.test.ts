/** The code of the pages, as readers copy it, is read by parsers of its languages. */

import { join } from "node:path";
import { load } from "js-yaml";
import type { Code, Nodes } from "mdast";
import { parse as parseShell } from "sh-syntax";
import { parse as parseToml } from "smol-toml";
import { flattenDiagnosticMessageText, transpileModule } from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { REPOSITORY } from "../helpers/repository.ts";
import { materializeFault } from "./lib/materialize.ts";
import { fillPlaceholders, postgresFault, statementsOf } from "./lib/sql.ts";

type Check = (code: string) => Promise<readonly string[]>;

const CHECKS: Readonly<Record<string, Check>> = {
  postgres: (code) => checkSql(code, postgresFault),
  sql: (code) => checkSql(code, postgresFault),
  mzsql: (code) => checkSql(code, materializeFault),
  sh: checkShell,
  bash: checkShell,
  json: async (code) => faultsOf(() => JSON.parse(code)),
  yaml: async (code) => faultsOf(() => load(code)),
  ts: checkScript,
  js: checkScript,
  toml: async (code) => faultsOf(() => parseToml(code)),
};

/** Languages without a parser here, and output, which is in none. */
const NOT_READ: readonly string[] = ["nofmt", "md", "html", "css", "diff", "ini", "lua", "nginx"];

/** What parsers have to refuse, by page and first line. */
const REFUSED: readonly string[] = [
  // Wrong on purpose: what the diagnostics on that page tell.
  "content/authoring/diagnostics/data.md: - name: run-backup",
  "content/authoring/diagnostics/front-matter.md: title: Saltmarsh",
  // Sketches of a syntax, with optional parts in brackets or dots for the rest: nobody runs them.
  "content/authoring/shortcodes/shared-text.md: CREATE [OR REPLACE] VIEW <name> AS <query>;",
  "content/ingest-data/postgres/source-versioning.md: CREATE TABLE [IF NOT EXISTS] <table_name>",
  "content/sql/create-connection.md: CREATE CONNECTION [IF NOT EXISTS] <connection_name> TO POSTGRES (",
  "content/sql/create-connection.md: CREATE CONNECTION [IF NOT EXISTS] <connection_name> TO AWS PRIVATELINK (",
  "content/sql/create-connection.md: CREATE CONNECTION [IF NOT EXISTS] <connection_name> TO SSH TUNNEL (",
  "content/sql/create-source/postgres.md: CREATE SOURCE shop ...;",
  'content/sql/create-source/postgres.md: CREATE VIEW "sales"."orders" ...;',
];

async function checkSql(
  code: string,
  fault: (sql: string) => Promise<string | undefined>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { text, line, isClosed } of statementsOf(fillPlaceholders(code))) {
    const found = (await fault(text)) ?? (isClosed ? undefined : "no semicolon at its end");
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

function placeOf({ page, code }: Pick<Block, "page" | "code">): string {
  return `${page}: ${code.split("\n")[0]}`;
}

/** What is wrong with TypeScript or JavaScript as far as one file tells: its syntax. */
async function checkScript(code: string): Promise<string[]> {
  const { diagnostics = [] } = transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => flattenDiagnosticMessageText(messageText, " "));
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

  const faultsIn = async ({ page, language, code }: Block): Promise<string[]> =>
    ((await CHECKS[language]?.(code)) ?? []).map((fault) => `${placeOf({ page, code })}: ${fault}`);

  test.each(Object.keys(CHECKS))("in %s is well formed", async (language) => {
    const faults: string[] = [];
    for (const block of blocks.filter((candidate) => candidate.language === language)) {
      if (REFUSED.includes(placeOf(block))) continue;
      faults.push(...(await faultsIn(block)));
    }
    expect(faults).toEqual([]);
  });

  test("is in these languages, and in those that are not read", () => {
    const known = [...Object.keys(CHECKS), ...NOT_READ];
    const unknown = blocks.filter(({ language }) => !known.includes(language));
    expect(unknown.map((block) => `${placeOf(block)}: ${block.language}`)).toEqual([]);
    expect(NOT_READ.filter((name) => !blocks.some(({ language }) => language === name))).toEqual(
      [],
    );
  });

  test("is refused where the list above says so", async () => {
    const refused: string[] = [];
    for (const block of blocks.filter((candidate) => REFUSED.includes(placeOf(candidate))))
      if ((await faultsIn(block)).length > 0) refused.push(placeOf(block));
    expect(REFUSED.filter((place) => !refused.includes(place))).toEqual([]);
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

describe("what is not well formed is told", () => {
  test.each([
    ["postgres", "SELECT 1;\nSELCT 2;", /^line 2: syntax error/],
    ["postgres", "SELECT 1", /^line 1: no semicolon/],
    ["mzsql", "VALIDATE CONNECTION a;\n\nVALIDATE;", /^line 3: /],
    ["sh", "if true; then ls", /./],
    ["json", '{ "a": 1, }', /JSON/],
    ["yaml", "a: [1", /./],
    ["toml", "a = ", /./],
    ["ts", "const a: = 1;", /Type expected/],
    ["js", "a = ;", /Expression expected/],
  ])("in %s: %s", async (language, code, message) => {
    const faults = (await CHECKS[language]?.(code)) ?? [];
    expect(faults).toEqual([expect.stringMatching(message)]);
  });

  test("and placeholders are well formed", async () => {
    expect(await CHECKS.sh?.("ssh -p <port> '<user>'@<host>")).toEqual([]);
    expect(await CHECKS.postgres?.("ALTER TABLE <schema>.<table1> REPLICA IDENTITY FULL;")).toEqual(
      [],
    );
    expect(await CHECKS.mzsql?.("CREATE SECRET s AS '<PASSWORD>';")).toEqual([]);
  });
});

describe("SQL", () => {
  test("is split at semicolons outside of quotes and comments", () => {
    const sql = "SELECT ';' AS a; -- b; c\n\n/* ; */\nSELECT \";\"\n  FROM t;\n";
    expect(statementsOf(sql)).toEqual([
      { text: "SELECT ';' AS a", line: 1, isClosed: true },
      { text: 'SELECT ";"\n  FROM t', line: 4, isClosed: true },
    ]);
    expect(statementsOf("SELECT 1;\nSELECT 2 -- ;\n").map(({ isClosed }) => isClosed)).toEqual([
      true,
      false,
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
    "CREATE CONNECTION c TO POSTGRES (HOST 'h, PORT 5432)",
    "CREATE CONNECTION c TO POSTGRES (HOST 'h' PORT 5432)",
    "CREATE CONNECTION c TO POSTGRES (HSOT 'h')",
    "CREATE SOURCE s FROM POSTGRES CONNECTION c (PUBLICATION 'p') FOR TABLES (a AS)",
    "CREATE MATERIALIZED VIEW v IN CLUSTER c AS SELECT a FROM FROM t",
    "CREATE INDEX i IN CLUSTER c ON t (a b c)",
    "EXPLAIN",
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
    "CREATE MATERIALIZED VIEW v IN CLUSTER c AS SELECT a FROM t WHERE b IN (1, 2)",
    "CREATE INDEX i IN CLUSTER c ON t (a)",
    "SELECT 1",
  ])("Materialize takes %s", async (sql) => {
    expect(await materializeFault(sql)).toBeUndefined();
  });
});
