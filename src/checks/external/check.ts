/**
 * Links to other hosts: whether something is there. The one check that uses the network, and
 * only for `npm run check -- --external`. What peers do: lychee asks by GET, keeps answers and
 * bounds requests per host; link checkers for Hugo read the built HTML and know no sources.
 */
import type { Finding } from "../../messages/diagnostic.ts";
import type { ExternalLinkSettings } from "../../site/types.ts";
import { crawl } from "./crawl.ts";
import { findingsOf, offlineFinding } from "./findings.ts";
import { KnownAnswers, type Memory } from "./known.ts";
import { isExternal, questionsOf } from "./questions.ts";
import type { Answer, ExternalLink } from "./types.ts";

export interface ExternalCheck {
  readonly settings: ExternalLinkSettings;
  /** Where good answers are kept, and the key of an address there. */
  readonly memory: Memory | undefined;
  readonly keyOf: (url: string) => string;
  /** Called with the number of addresses that are asked for, before the first one is. */
  readonly onStart?: (count: number) => void;
  readonly onAnswer?: () => void;
}

/** What was found, and how. */
export interface ExternalResult {
  readonly findings: readonly Finding[];
  /** Addresses that were asked for, and those that an earlier run had asked for. */
  readonly asked: number;
  readonly known: number;
  readonly isOnline: boolean;
}

/** Asks for the addresses of these links, each once. Never throws for what hosts do. */
export async function checkExternal(
  allLinks: readonly ExternalLink[],
  { settings, memory, keyOf, onStart, onAnswer }: ExternalCheck,
): Promise<ExternalResult> {
  const links = allLinks.filter(({ url }) => isExternal(url));
  const questions = questionsOf(links, settings);
  const knownAnswers = new KnownAnswers(memory, keyOf, settings.days);
  const answers = new Map<string, Answer>();
  for (const question of questions) {
    const answer = knownAnswers.get(question);
    if (answer !== undefined) answers.set(question.url, answer);
  }
  const known = answers.size;
  const open = questions.filter(({ url }) => !answers.has(url));
  onStart?.(open.length);
  const asked = new Map<string, Answer>();
  const isOnline = await crawl(open, {
    timeout: settings.timeout * 1000,
    onAnswer: (question, answer) => {
      asked.set(question.url, answer);
      knownAnswers.keep(question, answer);
      onAnswer?.();
    },
  });
  // What silent hosts say of themselves is the same fault many times.
  if (isOnline) for (const [url, answer] of asked) answers.set(url, answer);
  const findings = findingsOf(links, answers, settings);
  const [first] = isOnline ? [] : links.filter((link) => isOpen(link, open, settings));
  if (first !== undefined) findings.unshift(offlineFinding(first, open.length));
  return { findings, asked: asked.size, known, isOnline };
}

function isOpen(
  link: ExternalLink,
  open: ReturnType<typeof questionsOf>,
  settings: ExternalLinkSettings,
): boolean {
  const [question] = questionsOf([link], settings);
  return question !== undefined && open.some(({ url }) => url === question.url);
}
