/** SQL of the guides: its statements, and what PostgreSQL's own parser says of them. */
import { parse } from "libpg-query";

/** A statement and the line of its block that it starts on, from 1. */
export interface Statement {
  readonly text: string;
  readonly line: number;
  /** Whether a semicolon follows. */
  readonly isClosed: boolean;
}

/** Quoted strings and names, comments, and all else sign by sign. */
export const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$\$[\s\S]*?\$\$|[\s\S]/g;

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
  const end = (isClosed: boolean): void => {
    if (text.trim() !== "") statements.push({ text: text.trim(), line: start, isClosed });
    text = "";
  };
  for (const token of sql.match(TOKEN) ?? []) {
    const isComment = token.startsWith("--") || token.startsWith("/*");
    if (token === ";") end(true);
    else if (!isComment) {
      if (text.trim() === "" && token.trim() !== "") start = line;
      text += token;
    }
    line += token.split("\n").length - 1;
  }
  end(false);
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
