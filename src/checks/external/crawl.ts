/**
 * Asks many addresses: many hosts at once, each host a few times at once, with a pause for a
 * host that wants one. Whoever checks links is a guest.
 */
import { networkInterfaces } from "node:os";
import { setTimeout } from "node:timers/promises";
import { type Asking, ask } from "./ask.ts";
import { isOwnMachine } from "./hosts.ts";
import type { Answer, Question } from "./types.ts";

const AT_ONCE = 16;
const AT_ONCE_PER_HOST = 2;

/** How often an address is asked for again when its host wants to be left alone for a while. */
const MAX_RETURNS = 2;

/** In milliseconds: the pause for a host that names none, and the longest that is waited for. */
const PAUSE = 3_000;
const LONGEST_PAUSE = 60_000;

/** Hosts that are silent, with none that answers, until the rest is not tried. */
const SILENT_HOSTS = 5;

/** Faults before any host is reached: one of them is enough where nobody answers. */
const NO_NETWORK = new Set(["EAI_AGAIN", "ENETUNREACH", "ENETDOWN", "EHOSTUNREACH"]);

export interface CrawlOptions {
  /** For each request, in milliseconds. */
  readonly timeout: number;
  /** Called for each answer as it comes. */
  readonly onAnswer: (question: Question, answer: Answer) => void;
}

/** Whether the network is there: false if no host at all could be reached. */
export async function crawl(
  questions: readonly Question[],
  options: CrawlOptions,
): Promise<boolean> {
  const slots = new Slots(AT_ONCE);
  const byHost = Map.groupBy(questions, ({ url }) => new URL(url).host);
  const news = new News(
    [...byHost.keys()].some((host) => !isOwnMachine(new URL(`http://${host}`))),
  );
  const hosts = [...byHost.values()].map((own) => new Host(own, slots, news, options));
  await Promise.all(hosts.map((host) => host.askAll()));
  return !news.isOffline;
}

/** What is known of the network so far. */
class News {
  #hasAnswer = false;
  #silent = 0;
  #hasNoWay = false;
  readonly #needsNetwork: boolean;

  constructor(needsNetwork: boolean) {
    this.#needsNetwork = needsNetwork;
  }

  heard(): void {
    this.#hasAnswer = true;
  }

  silent(answer: Answer): void {
    this.#silent++;
    if (answer.kind === "unreachable") this.#hasNoWay ||= NO_NETWORK.has(answer.code ?? "");
  }

  /** Whether it is of no use to go on. */
  get isHopeless(): boolean {
    return this.#needsNetwork && !this.#hasAnswer && this.#silent >= SILENT_HOSTS;
  }

  get isOffline(): boolean {
    if (this.#hasAnswer || !this.#needsNetwork) return false;
    return this.#hasNoWay || this.isHopeless || !hasNetwork();
  }
}

function hasNetwork(): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.some(({ internal }) => !internal);
}

/** How many requests are under way. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}

/** A host and what is asked of it. */
class Host {
  readonly #questions: { readonly question: Question; readonly returns: number }[];
  readonly #slots: Slots;
  readonly #news: News;
  readonly #options: CrawlOptions;
  /** When the host may be asked again. */
  #until = 0;
  /** What holds for all that is left to ask. */
  #verdict: Answer | undefined;
  #hasSpoken = false;
  #silences = 0;

  constructor(questions: readonly Question[], slots: Slots, news: News, options: CrawlOptions) {
    this.#questions = questions.map((question) => ({ question, returns: 0 })).reverse();
    this.#slots = slots;
    this.#news = news;
    this.#options = options;
  }

  async askAll(): Promise<void> {
    const workers = Math.min(AT_ONCE_PER_HOST, this.#questions.length);
    await Promise.all(Array.from({ length: workers }, () => this.#work()));
  }

  async #work(): Promise<void> {
    for (;;) {
      const pause = this.#until - Date.now();
      if (pause > 0) await setTimeout(pause);
      await this.#slots.take();
      try {
        if (this.#until > Date.now()) continue;
        const next = this.#questions.pop();
        if (next === undefined || this.#news.isHopeless) return;
        await this.#askFor(next);
      } finally {
        this.#slots.give();
      }
    }
  }

  async #askFor({ question, returns }: { question: Question; returns: number }): Promise<void> {
    const { timeout, onAnswer } = this.#options;
    const asking: Asking = { timeout, isWhole: returns > 0 };
    const answer = this.#verdict ?? (await ask(question, asking));
    if (answer.kind === "later") {
      this.#hear();
      const pause = answer.pause ?? PAUSE * (returns + 1);
      if (returns < MAX_RETURNS && pause <= LONGEST_PAUSE) {
        this.#until = Math.max(this.#until, Date.now() + pause);
        this.#questions.push({ question, returns: returns + 1 });
        return;
      }
      if (pause > LONGEST_PAUSE) this.#verdict = answer.otherwise;
      onAnswer(question, answer.otherwise);
      return;
    }
    this.#note(answer);
    onAnswer(question, answer);
  }

  /** A host that cannot be reached, or was silent twice, is not asked for the rest. */
  #note(answer: Answer): void {
    const isFault =
      (answer.kind === "unreachable" && answer.code !== undefined) ||
      (answer.kind === "missing" && answer.isHost);
    if (!isFault) {
      this.#hear();
      return;
    }
    this.#silences++;
    const isHost = answer.isHost || this.#silences > 1;
    if (this.#hasSpoken) return;
    if (isHost) this.#verdict ??= answer;
    if (this.#silences === 1) this.#news.silent(answer);
  }

  #hear(): void {
    this.#hasSpoken = true;
    this.#news.heard();
  }
}
