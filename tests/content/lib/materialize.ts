/** Statements that only Materialize has, checked by their shape. */
import { postgresFault, TOKEN } from "./sql.ts";

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

/** What stands in lists: options, names of tables and columns, values. */
const OPTIONS =
  "AVAILABILITY ZONES|AWS PRIVATELINK|BROKER|DATABASE|EXCLUDE COLUMNS|HOST|PASSWORD|PORT|" +
  "PUBLICATION|REFERENCE|REPLICATION FACTOR|SECURITY PROTOCOL|SERVICE NAME|SIZE|SSH TUNNEL|" +
  "SSL CERTIFICATE|SSL CERTIFICATE AUTHORITY|SSL KEY|SSL MODE|TEXT COLUMNS|TOPIC|URL|USER|" +
  "USERNAME|VALIDATE";
const ITEM = new RegExp(
  `^(?:''|${NAME}(?: AS ${NAME})?|(?:${OPTIONS})(?: ?= ?| )(?:${VALUE}|\\(\\)))$`,
  "i",
);

/** What is wrong with a statement for Materialize, if something is. */
export async function materializeFault(sql: string): Promise<string | undefined> {
  const fault = await postgresFault(withoutCluster(sql));
  if (fault === undefined) return undefined;
  const shape = shapeOf(sql);
  if (typeof shape !== "string") return shape.fault;
  if (MATERIALIZE.some((pattern) => pattern.test(shape))) return undefined;
  return `${fault}; and no statement of Materialize has the shape: ${shape}`;
}

/** A view or an index is PostgreSQL's, with its query, but for the cluster. */
function withoutCluster(sql: string): string {
  return sql.replace(CLUSTER_OF_VIEW, "$1");
}

const CLUSTER_OF_VIEW = new RegExp(
  String.raw`^(CREATE\s+(?:MATERIALIZED\s+VIEW|INDEX)\b(?:(?!\bAS\b|\bON\b)[^(])*?)\s+IN\s+CLUSTER\s+${NAME}`,
  "i",
);

/** A statement on one line, strings as '' and lists as (); lists have to be well formed. */
function shapeOf(sql: string): string | { fault: string } {
  const tokens = sql.match(TOKEN) ?? [];
  if (tokens.some((token) => token === "'" || token === '"'))
    return { fault: "a quote without its other half" };
  let shape = tokens.map((token) => (token.startsWith("'") ? "''" : token)).join("");
  shape = shape.replace(/\s+/g, " ").trim();
  for (let inner = INNER_LIST.exec(shape); inner !== null; inner = INNER_LIST.exec(shape)) {
    const wrong = itemsOf(inner[1] ?? "").find((item) => !ITEM.test(item));
    if (wrong !== undefined) return { fault: `no item of a list: ${wrong || "nothing"}` };
    shape = shape.replace(inner[0], NESTED);
  }
  if (/[()]/.test(shape)) return { fault: "a parenthesis without its other half" };
  return shape.replaceAll(NESTED, "()");
}

function itemsOf(list: string): string[] {
  return list.split(",").map((item) => item.replaceAll(NESTED, "()").trim());
}

const INNER_LIST = /\(([^()]*)\)/;
/** A list that was looked at, until all are. */
const NESTED = "\u0000";
