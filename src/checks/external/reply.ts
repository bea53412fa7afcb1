/** What a status or a fault of the network says about an address. */
import type { Answer, Later } from "./types.ts";

/** RFC 9110, 15.5: nothing is there. */
const GONE = new Set([404, 410]);

/** Hosts that know the address but not the one who asks; 999 is LinkedIn's. */
const REFUSING = new Set([401, 402, 403, 405, 406, 407, 418, 429, 451, 999]);

/** Faults that go away by themselves. */
const PASSING = new Set([429, 502, 503, 504]);

/** The answer of a status that is no success and no redirect. */
export function answerOf(response: Response): Answer | Later {
  const { status } = response;
  const what = `answers ${status}`;
  if (GONE.has(status)) return { kind: "missing", what, isHost: false };
  const otherwise: Answer = REFUSING.has(status)
    ? { kind: "refused", what }
    : { kind: "unreachable", what, isHost: false };
  if (!PASSING.has(status)) return otherwise;
  return { kind: "later", pause: retryAfter(response), otherwise };
}

/** RFC 9110, 10.2.3: seconds, or a date. In milliseconds. */
function retryAfter({ headers }: Response): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined || text === "") return undefined;
  const time = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(time) ? undefined : Math.max(0, time);
}

/** The name of the fault where a request takes too long. */
export const SILENT = "ETIMEDOUT";

/** Faults by the names that Node gives them; all of these concern the host, not the address. */
const FAULTS: Readonly<Record<string, string>> = {
  EAI_AGAIN: "its host name cannot be looked up",
  ECONNREFUSED: "its host takes no connections",
  EHOSTUNREACH: "there is no way to its host",
  ENETUNREACH: "there is no way to its host",
  ENETDOWN: "there is no way to its host",
  CERT_HAS_EXPIRED: "the certificate of its host has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate of its host is that of another one",
};

/** What a request that failed says; `timeout` in milliseconds. */
export function answerOfFault(error: unknown, timeout: number): Answer {
  if (error instanceof Error && error.name === "TimeoutError") return silence(timeout);
  const code = codeOf(error);
  if (code === "ENOTFOUND")
    return { kind: "missing", what: "has a host that does not exist", isHost: true };
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return silence(timeout);
  const what = FAULTS[code];
  const isHost = what !== undefined || /CERT|TLS|SSL|SIGNATURE/.test(code);
  const reason = what ?? `the connection broke off${code === "" ? "" : ` (${code})`}`;
  return { kind: "unreachable", what: `cannot be reached: ${reason}`, isHost, code };
}

function silence(timeout: number): Answer {
  const seconds = Math.round(timeout / 1000);
  const what = `gives no answer within ${seconds} second${seconds === 1 ? "" : "s"}`;
  return { kind: "unreachable", what, isHost: true, code: SILENT };
}

/** `fetch` hides what went wrong in causes; of several tries to connect, the first counts. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
