/** Asks one address of another host whether something is there. */
import { missingIds } from "./ids.ts";
import { answerOf, answerOfFault, SILENT } from "./reply.ts";
import type { Answer, Later, Question } from "./types.ts";

/** Fetch: a browser gives up after 20; who needs more than these goes in circles. */
const MAX_REDIRECTS = 10;

/** Bytes of a page that are searched for ids. */
const MAX_BYTES = 8_000_000;

/** Redirects that say that the new address is the right one for good (RFC 9110, 15.4). */
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const HEADERS = {
  "user-agent": "Mozilla/5.0 (compatible; Waymark; check of links)",
  accept: "text/html,application/xhtml+xml,*/*;q=0.8",
  "accept-language": "en,*;q=0.5",
};

/** How an address is asked for. */
export interface Asking {
  /** For each request, in milliseconds. */
  readonly timeout: number;
  /** The first request too asks for the whole page: `HEAD` was answered with a fault before. */
  readonly isWhole: boolean;
}

/** Where a chain of redirects ended. */
interface End {
  readonly response: Response;
  /** The last address that permanent redirects alone led to. */
  readonly moved: string | undefined;
}

/**
 * Asks by HEAD, and by GET where HEAD has no success, as many hosts refuse it. What the
 * network does wrong is an answer too.
 */
export async function ask(
  question: Question,
  { timeout, isWhole }: Asking,
): Promise<Answer | Later> {
  if (!isWhole && question.fragments.length === 0) {
    const answer = await asked(question, "HEAD", timeout);
    if (answer.kind === "there" || answer.kind === "later") return answer;
    // Some hosts are silent to HEAD alone.
    if (answer.kind === "unreachable" && answer.isHost && answer.code !== SILENT) return answer;
  }
  return asked(question, "GET", timeout);
}

async function asked(
  { url, fragments }: Question,
  method: "HEAD" | "GET",
  timeout: number,
): Promise<Answer | Later> {
  try {
    const end = await followed(url, method, timeout);
    if (end === undefined)
      return { kind: "unreachable", what: "is redirected in a circle", isHost: false };
    const { response, moved } = end;
    if (response.status >= 400) {
      await response.body?.cancel();
      return answerOf(response);
    }
    const isRead = method === "GET" && fragments.length > 0 && isHtml(response);
    const missing = isRead ? missingIds(await textOf(response), fragments) : [];
    if (!isRead) await response.body?.cancel();
    return { kind: "there", moved, missing };
  } catch (error) {
    return answerOfFault(error, timeout);
  }
}

async function followed(
  first: string,
  method: "HEAD" | "GET",
  timeout: number,
): Promise<End | undefined> {
  let url = first;
  let moved: string | undefined;
  let isPermanent = true;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { method, redirect: "manual", headers: HEADERS, signal });
    const target = response.headers.get("location");
    const next = target === null ? null : URL.parse(target, url);
    if (!REDIRECTS.has(response.status) || next === null) return { response, moved };
    await response.body?.cancel();
    next.hash = "";
    url = next.href;
    isPermanent &&= PERMANENT.has(response.status);
    if (isPermanent) moved = url;
  }
  return undefined;
}

function isHtml({ headers }: Response): boolean {
  return /html/i.test(headers.get("content-type") ?? "");
}

/** The beginning of a page is enough for those that never end. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    length += chunk.length;
    if (length > MAX_BYTES) break;
  }
  return text;
}
