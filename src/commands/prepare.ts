/** `prepare`: compiles the layouts, so that the first build finds them. `npm ci` and `npm install` run it. */
import { openOwnShell } from "../project/shell.ts";
import { expectNoPositionals } from "./usage.ts";

/** Never fails: what could not be compiled is compiled by the first build, which tells why not. */
export async function prepare(positionals: readonly string[]): Promise<number> {
  expectNoPositionals(positionals);
  try {
    await openOwnShell("/");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The layouts are not compiled yet: ${reason}\n`);
  }
  return 0;
}
