/**
 * A TextMate grammar for SQL as PostgreSQL and Materialize write it: nested
 * comments, dollar quoting, psql's backslash commands, placeholders.
 */
import type { LanguageRegistration } from "shiki/core";
import { CONTEXT_WORDS, RESERVED_WORDS } from "./sql-keywords.ts";

/** The grammar's name; `sql`, `postgres` and `mzsql` share it. */
export const SQL = "sql";

export const SQL_GRAMMAR: LanguageRegistration = {
  name: SQL,
  scopeName: "source.sql",
  patterns: [
    { name: "comment.line.sql", match: "--.*$" },
    { include: "#comment" },
    { name: "keyword.other.command.sql", match: "^\\s*\\\\[A-Za-z!?]+\\+?" },
    { name: "string.quoted.dollar.sql", begin: "(\\$[A-Za-z_]*\\$)", end: "\\1" },
    {
      name: "string.quoted.escape.sql",
      begin: "\\b[eE]'",
      end: "'",
      patterns: [{ match: "\\\\.|''" }, { include: "#placeholder" }],
    },
    {
      name: "string.quoted.single.sql",
      begin: "'",
      end: "'",
      patterns: [{ match: "''" }, { include: "#placeholder" }],
    },
    { name: "variable.other.quoted.sql", begin: '"', end: '"' },
    { include: "#placeholder" },
    {
      name: "constant.numeric.sql",
      match: "(?<![\\w.$])(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?\\b",
    },
    // A name after a dot is one, whatever it is.
    { match: "(?<=\\.)[A-Za-z_]\\w*" },
    { name: "keyword.other.sql", match: `\\b(?:${CONTEXT_WORDS.join("|")})\\b` },
    { name: "keyword.other.sql", match: `(?i)\\b(?:${RESERVED_WORDS.join("|")})\\b` },
    { name: "entity.name.function.sql", match: "\\b[A-Za-z_]\\w*(?=\\()" },
    { match: "[A-Za-z_]\\w*" },
    { name: "punctuation.sql", match: "=>|::|\\|\\||[<>!]=|<>|[-;,.()\\[\\]{}=<>+*/%&|~^:]" },
  ],
  repository: {
    comment: {
      name: "comment.block.sql",
      begin: "/\\*",
      end: "\\*/",
      patterns: [{ include: "#comment" }],
    },
    // `<host>`: what the reader fills in, one word of text.
    placeholder: { match: "<[A-Za-z][\\w-]*(?: [\\w-]+){0,5}>" },
  },
};
