/** The languages of code blocks: their names, labels and grammars. */
import type { Complaint } from "../shortcodes/types.ts";
import { nearest } from "../text/nearest.ts";
import type { SessionKind } from "./code-sessions.ts";
import type { TextKind } from "./placeholder-grammar.ts";
import { SQL } from "./sql-grammar.ts";

/** A language that a fence can name. */
export interface CodeLanguage {
  /** Where the code runs, or what it is, above the block. */
  readonly label: string;
  /** The grammar's name; undefined for plain text. */
  readonly grammar: string | undefined;
  /** How it prompts for commands, if its blocks can show sessions. */
  readonly session: SessionKind | undefined;
}

/** Plain text, the language of fences that name none. */
const PLAIN: CodeLanguage = { label: "Text", grammar: undefined, session: undefined };

/** Grammar, label, and the names that fences use. */
const LANGUAGES: readonly (readonly [grammar: string, label: string, names: string])[] = [
  [SQL, "SQL", "sql"],
  [SQL, "Materialize", "mzsql materialize"],
  [SQL, "PostgreSQL", "postgres postgresql pgsql psql plpgsql"],
  [SQL, "MySQL", "mysql"],
  [SQL, "SQL Server", "sqlserver tsql mssql"],
  ["bash", "Shell", "bash sh shell zsh"],
  ["c", "C", "c"],
  ["cpp", "C++", "cpp c++"],
  ["csharp", "C#", "csharp cs c#"],
  ["css", "CSS", "css"],
  ["diff", "Diff", "diff patch"],
  ["docker", "Dockerfile", "dockerfile docker"],
  ["dotenv", "Environment", "dotenv env"],
  ["go", "Go", "go golang"],
  ["graphql", "GraphQL", "graphql gql"],
  ["hcl", "HCL", "hcl"],
  ["html", "HTML", "html"],
  ["http", "HTTP", "http"],
  ["ini", "INI", "ini conf cfg"],
  ["java", "Java", "java"],
  ["javascript", "JavaScript", "javascript js mjs node nodejs"],
  ["json", "JSON", "json"],
  ["jsonc", "JSON", "jsonc json5"],
  ["kotlin", "Kotlin", "kotlin kt"],
  ["lua", "Lua", "lua"],
  ["make", "Makefile", "makefile make"],
  ["markdown", "Markdown", "markdown md"],
  ["nginx", "nginx", "nginx"],
  ["php", "PHP", "php"],
  ["powershell", "PowerShell", "powershell ps1 pwsh"],
  ["properties", "Properties", "properties"],
  ["proto", "Protocol Buffers", "proto protobuf"],
  ["python", "Python", "python py python3"],
  ["ruby", "Ruby", "ruby rb"],
  ["rust", "Rust", "rust rs"],
  ["scala", "Scala", "scala"],
  ["terraform", "Terraform", "terraform tf"],
  ["toml", "TOML", "toml"],
  ["tsx", "TSX", "tsx jsx"],
  ["typescript", "TypeScript", "typescript ts"],
  ["xml", "XML", "xml"],
  ["yaml", "YAML", "yaml yml"],
];

/** Grammars whose blocks can show sessions. */
const SESSIONS: Readonly<Record<string, SessionKind>> = {
  bash: "shell",
  powershell: "powershell",
  python: "python",
  [SQL]: "sql",
};

const BY_NAME: ReadonlyMap<string, CodeLanguage> = new Map([
  ...named("csv tsv", { ...PLAIN, label: "CSV" }),
  ...named("text plain plaintext txt nofmt none output", PLAIN),
  // Sessions show prompts and what was printed: a grammar for commands would mislead.
  ...named("console shellsession terminal", { ...PLAIN, label: "Shell", session: "terminal" }),
  ...LANGUAGES.flatMap(([grammar, label, names]) =>
    named(names, { label, grammar, session: SESSIONS[grammar] }),
  ),
]);

function named(names: string, language: CodeLanguage): (readonly [string, CodeLanguage])[] {
  return names.split(" ").map((name) => [name, language] as const);
}

/** The language of a name in any case; plain text for no name and for unknown ones. */
export function codeLanguage(name: string): CodeLanguage {
  return BY_NAME.get(name.toLowerCase()) ?? PLAIN;
}

/** Grammars with tags all over; a fence may also name a kin that is not highlighted. */
const MARKUP = new Set("html markdown tsx xml".split(" "));
const MARKUP_NAMES = new Set("astro htm mdx svelte svg vue xhtml xsl xslt".split(" "));
/** Grammars with types or tags in angle brackets. */
const TYPED = new Set(
  "c cpp csharp graphql java javascript kotlin php proto rust scala typescript".split(" "),
);

/** What angle brackets mean in code of a language. */
export function textKind(name: string): TextKind {
  const { grammar } = codeLanguage(name);
  if (grammar === undefined) return MARKUP_NAMES.has(name.toLowerCase()) ? "markup" : "plain";
  if (MARKUP.has(grammar)) return "markup";
  return TYPED.has(grammar) ? "typed" : "script";
}

/** What is wrong with a language's name, if anything. */
export function languageProblem(name: string): Complaint | undefined {
  if (name === "" || BY_NAME.has(name.toLowerCase())) return undefined;
  return {
    id: "code-language",
    message: `Unexpected code language "${name}", expected a known one or "text"`,
    suggestion: nearest(name, BY_NAME.keys()),
  };
}
