/** The command line: reads arguments and runs a command. */
import { type ParseArgsConfig, parseArgs } from "node:util";

type Command = (
  positionals: string[],
  values: Record<string, string | boolean | undefined>,
) => Promise<number>;

interface CommandSpec {
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** Loaded when called, so that a small command starts fast. */
  readonly load: () => Promise<Command>;
}

const SITE = { site: { type: "string" } } as const;
const OUT = { out: { type: "string" } } as const;
const CACHE = { cache: { type: "string" }, "no-cache": { type: "boolean" } } as const;
const FORMAT = { format: { type: "string" } } as const;

const COMMANDS: Readonly<Record<string, CommandSpec>> = {
  build: {
    usage:
      "build [--site DIR] [--out DIR] [--offline] [--cache DIR | --no-cache] [--timing] [--format text|json|github]",
    options: {
      ...SITE,
      ...OUT,
      ...CACHE,
      ...FORMAT,
      offline: { type: "boolean" },
      timing: { type: "boolean" },
    },
    load: async () => (await import("./build.ts")).build,
  },
  check: {
    usage:
      "check [--site DIR] [--format text|json|github] [--fix [--dry-run]] [--external] [--cache DIR | --no-cache]",
    options: {
      ...SITE,
      ...FORMAT,
      ...CACHE,
      external: { type: "boolean" },
      fix: { type: "boolean" },
      "dry-run": { type: "boolean" },
    },
    load: async () => (await import("./check.ts")).check,
  },
  dev: {
    usage: "dev [--site DIR] [--cache DIR | --no-cache]",
    options: { ...SITE, ...CACHE },
    load: async () => (await import("./dev.ts")).dev,
  },
  lsp: {
    usage: "lsp [--site DIR] [--stdio]",
    // Clients add arguments of their own: the way of talking, and who they are.
    options: { ...SITE, stdio: { type: "boolean" }, clientProcessId: { type: "string" } },
    load: async () => (await import("./lsp.ts")).lsp,
  },
  new: {
    usage: "new page|snippet|partial|shortcode NAME [--site DIR]",
    options: SITE,
    load: async () => (await import("./new.ts")).make,
  },
  prepare: {
    usage: "prepare",
    options: {},
    load: async () => (await import("./prepare.ts")).prepare,
  },
  render: {
    usage: "render FILE [--site DIR] [--to html|markdown|mdast|shortcodes]",
    options: { ...SITE, to: { type: "string" } },
    load: async () => (await import("./render.ts")).render,
  },
  schemas: {
    usage: "schemas [--site DIR]",
    options: SITE,
    load: async () => (await import("./schemas.ts")).schemas,
  },
  start: {
    usage: "start [--site DIR] [--out DIR] [--cache DIR | --no-cache]",
    options: { ...SITE, ...OUT, ...CACHE },
    load: async () => (await import("./start.ts")).start,
  },
  where: {
    usage: "where NAME [--site DIR] [--json]",
    options: { ...SITE, json: { type: "boolean" } },
    load: async () => (await import("./where.ts")).where,
  },
};

const USAGE = `Usage:\n${Object.values(COMMANDS)
  .map(({ usage }) => `  npm run ${usage.replace(" ", " -- ")}\n`)
  .join("")}`;

/** Runs one command. 0: done; 1: the content has errors; 2: called wrongly. */
export async function run(argv: readonly string[]): Promise<number> {
  const [name = "", ...rest] = argv;
  const spec = COMMANDS[name];
  if (spec === undefined) {
    process.stderr.write(`Unexpected command "${name}".\n${USAGE}`);
    return 2;
  }
  try {
    const { positionals, values } = parseArgs({
      args: rest,
      options: spec.options,
      allowPositionals: true,
    });
    const command = await spec.load();
    return await command(positionals, values as Record<string, string | boolean | undefined>);
  } catch (error) {
    const fault = await usageFault(error);
    if (fault === undefined) throw error;
    process.stderr.write(`${fault}\nUsage: npm run ${spec.usage.replace(" ", " -- ")}\n`);
    return 2;
  }
}

/** What the caller did wrong, as we say it or as the argument parser does. */
async function usageFault(error: unknown): Promise<string | undefined> {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) return error.message;
  const { UsageError } = await import("./usage.ts");
  return error instanceof UsageError ? error.message : undefined;
}
