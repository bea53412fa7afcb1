/** Answers of earlier runs: good ones count for some days, others are asked for again. */
import type { Answer, Question, There } from "./types.ts";

/** Where answers are kept; see `Store` in src/cache/. */
export interface Memory {
  get(key: string): Buffer | undefined;
  put(key: string, bytes: string): void;
}

/** What is kept of an address. */
interface Kept {
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number;
  readonly moved?: string;
  /** Ids that the page has. */
  readonly fragments: readonly string[];
}

const DAY = 24 * 60 * 60 * 1000;

export class KnownAnswers {
  readonly #memory: Memory | undefined;
  readonly #keyOf: (url: string) => string;
  readonly #oldest: number;

  /** Answers that are `days` old count no more; without `memory` there are none. */
  constructor(memory: Memory | undefined, keyOf: (url: string) => string, days: number) {
    this.#memory = memory;
    this.#keyOf = keyOf;
    this.#oldest = Date.now() - days * DAY;
  }

  /** The answer of an earlier run, if it answers all of the question. */
  get({ url, fragments }: Question): There | undefined {
    const kept = this.#read(url);
    if (kept === undefined || kept.at < this.#oldest || kept.at > Date.now()) return undefined;
    if (!fragments.every((fragment) => kept.fragments.includes(fragment))) return undefined;
    return { kind: "there", moved: kept.moved, missing: [] };
  }

  /** Keeps an answer, if it is a good one. */
  keep({ url, fragments }: Question, answer: Answer): void {
    if (answer.kind !== "there" || answer.missing.length > 0) return;
    const { moved } = answer;
    const kept: Kept = { at: Date.now(), fragments, ...(moved === undefined ? {} : { moved }) };
    this.#memory?.put(this.#keyOf(url), JSON.stringify(kept));
  }

  #read(url: string): Kept | undefined {
    const bytes = this.#memory?.get(this.#keyOf(url));
    return bytes === undefined ? undefined : (JSON.parse(bytes.toString("utf8")) as Kept);
  }
}
