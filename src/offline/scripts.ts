/**
 * Modules of a built site as plain scripts, for browsers load no modules from files.
 * What a script asks of the server, the runtime answers.
 */
import { join, posix, relative, sep } from "node:path";
import { type Plugin, rolldown } from "rolldown";
import { parseSync, Visitor } from "rolldown/utils";
import type { CopyAddresses } from "./addresses.ts";

/** The object that the runtime (runtime/index.ts) gives the other scripts. */
const RUNTIME = "waymarkOffline";

/** What a module exports, in its script. */
const EXPORTS = "waymarkModule";

/** A plain script. */
export interface Script {
  readonly code: string;
  /** The files that it was made of, from the folder's root. */
  readonly modules: readonly string[];
}

/** What a script is made of. */
export interface ScriptSource {
  /** The folder of the site. */
  readonly folder: string;
  /** The module's path from that folder. */
  readonly path: string;
  readonly base: string;
  readonly addresses: CopyAddresses;
}

/** Within a script, and only there, the runtime takes the place of the server. */
const FETCH = `const fetch = ${RUNTIME}.fetch;`;

/**
 * A module that pages load, as one script with all that it imports. Modules may wait at
 * their top level, which of plain scripts only functions may.
 */
export async function pageScript({ folder, path, ...site }: ScriptSource): Promise<Script> {
  const urlOf = (module: string): string => `${RUNTIME}.url(${JSON.stringify(module)})`;
  const plugin = askRuntime(folder, site, urlOf);
  const { code, ids } = await bundle(join(folder, path), [plugin], "es");
  const modules = ids.map((id) => relative(folder, id).split(sep).join("/"));
  return {
    code: `(async () => {${FETCH}\n${code}})();\n`,
    modules: modules.filter((module) => !module.startsWith("..")),
  };
}

/**
 * A module that scripts import while they run: it hands over what it exports. Pagefind
 * makes addresses of its own one, and would take that of a file for one of a host.
 */
export async function moduleScript({ folder, path, ...site }: ScriptSource): Promise<string> {
  const urlOf = (module: string): string => JSON.stringify(`${site.base}${module}`);
  const plugin = askRuntime(folder, site, urlOf);
  const { code } = await bundle(join(folder, path), [plugin], "iife");
  return `{${FETCH}\n${code}${RUNTIME}.define(${JSON.stringify(path)}, ${EXPORTS});}\n`;
}

/** Files whose bytes are a text. */
const TEXT = /\.(?:html|json|md|txt)$/;

/** A script that brings one file. */
export function fileScript(path: string, bytes: Buffer): string {
  const values = TEXT.test(path)
    ? [path, bytes.toString()]
    : [path, bytes.toString("base64"), true];
  return `${RUNTIME}.add(${values.map((value) => JSON.stringify(value)).join(", ")});\n`;
}

/** The runtime itself. */
export async function runtimeScript(): Promise<string> {
  const { code } = await bundle(join(import.meta.dirname, "runtime/index.ts"), [], "iife");
  return code;
}

async function bundle(
  input: string,
  plugins: Plugin[],
  format: "es" | "iife",
): Promise<{ code: string; ids: string[] }> {
  const bundler = await rolldown({
    input,
    plugins,
    platform: "browser",
    logLevel: "silent",
    // Nobody imports what a page loads.
    preserveEntrySignatures: format === "iife" ? "strict" : false,
  });
  try {
    const { output } = await bundler.generate({
      format,
      name: EXPORTS,
      codeSplitting: false,
      minify: true,
    });
    const [{ code, moduleIds }] = output;
    return { code, ids: moduleIds };
  } finally {
    await bundler.close();
  }
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Replaces what depends on where a module was loaded from: `import.meta`, imports of
 * addresses that are made while it runs, and texts that are addresses of files. `urlOf`
 * gives what stands for a module's own address, as code.
 */
function askRuntime(
  folder: string,
  { addresses }: Pick<ScriptSource, "addresses">,
  urlOf: (path: string) => string,
): Plugin {
  return {
    name: "waymark-offline",
    resolveId(address) {
      const file = addresses.fileOf(address);
      return file === undefined ? null : join(folder, file);
    },
    transform(code, id) {
      const path = relative(folder, id).split(sep).join(posix.sep);
      const edits: Edit[] = [];
      const edit = ({ start, end }: { start: number; end: number }, text: string): void => {
        edits.push({ start, end, text });
      };
      const visitor = new Visitor({
        ImportExpression(node) {
          const { source } = node;
          if (source.type === "Literal") return;
          // Minifiers write texts so; the bundler knows plain ones only.
          if (source.type === "TemplateLiteral" && source.expressions.length === 0)
            return edit(source, JSON.stringify(source.quasis[0]?.value.cooked ?? ""));
          edit({ start: node.start, end: node.source.start }, `${RUNTIME}.load(`);
          edit({ start: node.source.end, end: node.end }, ")");
        },
        MetaProperty(node) {
          edit(node, `({ url: ${urlOf(path)} })`);
        },
        Literal(node) {
          const { value } = node;
          if (typeof value === "string") editAddress(node, value);
        },
        TemplateLiteral(node) {
          const [only] = node.quasis;
          if (node.expressions.length === 0) editAddress(node, only?.value.cooked ?? "");
        },
      });
      const editAddress = (node: { start: number; end: number }, value: string): void => {
        // A page's address is a link, which the runtime mends; modules are taken in.
        const file = /\.\w+$/.test(value) ? addresses.fileOf(value) : undefined;
        if (file !== undefined && !/\.(?:html|m?js)$/.test(file))
          edit(node, `${RUNTIME}.url(${JSON.stringify(file)})`);
      };
      visitor.visit(parseSync(id, code).program);
      return edits.length === 0 ? null : applied(code, edits);
    },
  };
}

function applied(code: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    result += code.slice(done, start) + text;
    done = end;
  }
  return result + code.slice(done);
}
