/**
 * SQL of the guides, checked as far as parsers go: PostgreSQL's own, and for what only
 * Materialize has, the shape of each statement.
 */
import { parse } from "libpg-query";

/** A statement and the line of its block that it starts on, from 1. */
export interface Statement {
  readonly text: string;
  readonly line: number;
}

/** Quoted strings and names, comments, and all else sign by sign. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$\$[\s\S]*?\$\$|[\s\S]/g;

/** Puts a name in the place of each placeholder; within quotes it is text already. */
export function fillPlaceholders(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|<([a-z_]\w*)>/gi, (found, name: string | undefined) =>
    name === undefined ? found : `p_${name}`,
  );
}

/** The statements of a block, split at semicolons outside of quotes and comments. */
export function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let text = "";
  let line = 1;
  let start = 1;
  const end = (): void => {
    if (text.trim() !== "") statements.push({ text: text.trim(), line: start });
    text = "";
  };
  for (const token of sql.match(TOKEN) ?? []) {
    const isComment = token.startsWith("--") || token.startsWith("/*");
    if (token === ";") end();
    else if (!isComment) {
      if (text.trim() === "" && token.trim() !== "") start = line;
      text += token;
    }
    line += token.split("\n").length - 1;
  }
  end();
  return statements;
}

/** What is wrong with a statement for PostgreSQL, if something is. */
export async function postgresFault(sql: string): Promise<string | undefined> {
  try {
    await parse(sql);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const NAME = String.raw`(?:"[^"]*"|[a-z_][\w$]*)(?:\.(?:"[^"]*"|[a-z_][\w$]*))*`;
const VALUE = String.raw`(?:''|\d+|true|false|SECRET ${NAME}|${NAME})`;
const IF_EXISTS = "(?:IF (?:NOT )?EXISTS )?";
const IN_CLUSTER = `(?: IN CLUSTER ${NAME})?`;
const TABLES = String.raw`(?: FOR (?:ALL TABLES|SCHEMAS \(\)|TABLES \(\)))`;

/** The statements that only Materialize has, with strings as '' and lists as (). */
const MATERIALIZE = [
  `CREATE SECRET ${IF_EXISTS}${NAME} AS ${VALUE}(?:\\(\\))?`,
  `CREATE CONNECTION ${IF_EXISTS}${NAME} TO (?:POSTGRES|AWS PRIVATELINK|SSH TUNNEL|KAFKA|CONFLUENT SCHEMA REGISTRY) \\(\\)(?: WITH \\(\\))?`,
  `CREATE CLUSTER ${NAME} \\(\\)`,
  `CREATE SOURCE ${IF_EXISTS}${NAME}${IN_CLUSTER} FROM POSTGRES CONNECTION ${NAME} \\(\\)${TABLES}?(?: WITH \\(\\))?`,
  `CREATE SOURCE ${IF_EXISTS}${NAME}${IN_CLUSTER} FROM KAFKA CONNECTION ${NAME} \\(\\) FORMAT AVRO USING CONFLUENT SCHEMA REGISTRY CONNECTION ${NAME} ENVELOPE DEBEZIUM`,
  `CREATE MATERIALIZED SOURCE ${NAME} FROM POSTGRES HOST '' PUBLICATION ''`,
  `CREATE TABLE ${IF_EXISTS}${NAME} FROM SOURCE ${NAME} ?\\(\\)(?: WITH \\(\\))?`,
  `CREATE VIEWS FROM SOURCE ${NAME}(?: \\(\\))?`,
  `CREATE INDEX(?: ${NAME})?${IN_CLUSTER} ON ${NAME} \\(\\)`,
  `CREATE MATERIALIZED VIEW ${IF_EXISTS}${NAME}${IN_CLUSTER} AS SELECT .*`,
  `CREATE DEFAULT INDEX${IN_CLUSTER} ON ${NAME}`,
  `ALTER CLUSTER ${NAME} (?:SET \\(\\)|RESET \\(\\)|RENAME TO ${NAME})(?: WITH \\(\\))?`,
  `ALTER SOURCE ${IF_EXISTS}${NAME} ADD SUBSOURCE ${NAME}(?: AS ${NAME})?(?:, ${NAME}(?: AS ${NAME})?)*(?: WITH \\(\\))?`,
  `ALTER SOURCE ${IF_EXISTS}${NAME} DROP SUBSOURCE ${NAME}(?: CASCADE)?`,
  `ALTER CONNECTION ${NAME} (?:ROTATE KEYS|SET \\(\\))(?: WITH \\(\\))?`,
  `ALTER SECRET ${NAME} AS ${VALUE}`,
  `ALTER SCHEMA ${NAME} SWAP WITH ${NAME}`,
  `VALIDATE CONNECTION ${NAME}`,
  `DROP (?:SOURCE|CLUSTER|CONNECTION|SECRET|SINK) ${IF_EXISTS}${NAME}(?: CASCADE)?`,
  `SHOW (?:FULL VIEWS|SOURCES|SUBSOURCES|TABLES|VIEWS|CLUSTERS|CONNECTIONS|SECRETS|COLUMNS)(?: (?:ON|FROM) ${NAME})?`,
  `SHOW CREATE (?:SOURCE|CONNECTION|TABLE) ${NAME}`,
  `SUBSCRIBE (?:TO )?${NAME}`,
].map((pattern) => new RegExp(`^${pattern}$`, "is"));

/** What is wrong with a statement for Materialize, if something is. */
export async function materializeFault(sql: string): Promise<string | undefined> {
  const fault = await postgresFault(sql);
  if (fault === undefined) return undefined;
  const shape = shapeOf(sql);
  if (typeof shape !== "string") return shape.fault;
  if (MATERIALIZE.some((pattern) => pattern.test(shape))) return undefined;
  return `${fault}; and no statement of Materialize has the shape: ${shape}`;
}

/** A statement on one line, strings as '' and lists as (); lists have to be well formed. */
function shapeOf(sql: string): string | { fault: string } {
  const tokens = sql.match(TOKEN) ?? [];
  let shape = tokens.map((token) => (token.startsWith("'") ? "''" : token)).join("");
  shape = shape.replace(/\s+/g, " ").trim();
  for (let inner = INNER_LIST.exec(shape); inner !== null; inner = INNER_LIST.exec(shape)) {
    const items = (inner[1] ?? "").replaceAll(NESTED, "x").split(",");
    if (inner[1]?.trim() !== "" && items.some((item) => item.trim() === ""))
      return { fault: `an empty item in the list ${inner[0]}` };
    shape = shape.replace(inner[0], NESTED);
  }
  if (/[()]/.test(shape)) return { fault: "a parenthesis without its other half" };
  return shape.replaceAll(NESTED, "()");
}

const INNER_LIST = /\(([^()]*)\)/;
/** A list that was looked at, until all are. */
const NESTED = "\u0000";
