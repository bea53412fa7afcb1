/** Colors of a terminal for the parts of a message; without colors, the text as it is. */
import type { Level } from "./diagnostic.ts";

/** How each part of a message is printed. */
export interface Paint {
  readonly level: (level: Level, text: string) => string;
  /** Names of files that head a group. */
  readonly title: (text: string) => string;
  /** What only helps to find one's way: gutters, ids, addresses. */
  readonly faint: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

/** ECMA-48, "select graphic rendition". */
const CODES = { bold: "1", faint: "2", red: "31", green: "32", yellow: "33", blue: "34" } as const;

const LEVEL_CODES = { error: CODES.red, warning: CODES.yellow, info: CODES.blue } as const;

const wrapped =
  (...codes: string[]) =>
  (text: string): string =>
    text === "" ? "" : `\u001b[${codes.join(";")}m${text}\u001b[0m`;

const same = (text: string): string => text;

export const PLAIN: Paint = {
  level: (_, text) => text,
  title: same,
  faint: same,
  added: same,
  removed: same,
};

export const COLORED: Paint = {
  level: (level, text) => wrapped(CODES.bold, LEVEL_CODES[level])(text),
  title: wrapped(CODES.bold),
  faint: wrapped(CODES.faint),
  added: wrapped(CODES.green),
  removed: wrapped(CODES.red),
};

/** What is asked of a stream that text is printed to. */
interface Terminal {
  readonly isTTY?: boolean;
}

/**
 * The colors for a stream. As in Node, `FORCE_COLOR` goes before `NO_COLOR`
 * (no-color.org: any value but an empty one), and that before what the stream is.
 */
export function paintFor(stream: Terminal, env: NodeJS.ProcessEnv): Paint {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return /^(?:0|false)$/.test(FORCE_COLOR) ? PLAIN : COLORED;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return PLAIN;
  return stream.isTTY === true && TERM !== "dumb" ? COLORED : PLAIN;
}
