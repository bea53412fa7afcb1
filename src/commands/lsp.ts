/** `lsp`: the language server, for editors. */
import { expectNoPositionals, siteRoot } from "./usage.ts";

/** Answers an editor on standard input and output until it says that it ends. */
export async function lsp(
  positionals: readonly string[],
  options: { readonly site?: unknown },
): Promise<number> {
  expectNoPositionals(positionals);
  const root = options.site === undefined ? undefined : siteRoot(options.site);
  const { serve } = await import("../editor/server.ts");
  await serve({ input: process.stdin, output: process.stdout }, root);
  // An editor that ends says so; its message ends the process with 0 (LSP 3.17, exit).
  return 1;
}
