/** Links to other hosts: what is asked, and what came of it. */
import type { MappedSpan } from "../../text/mapped.ts";

/** A link to another host, as a page carries it. */
export interface ExternalLink {
  readonly url: string;
  readonly span: MappedSpan;
}

/** An address without its fragment, and the fragments that links to it have. */
export interface Question {
  readonly url: string;
  readonly fragments: readonly string[];
}

/** An id that a page does not have, and the nearest one that it has. */
export interface MissingId {
  readonly fragment: string;
  readonly suggestion?: string | undefined;
}

/** There is something at the address. */
export interface There {
  readonly kind: "there";
  /** Where it is for good now, if it was redirected. */
  readonly moved?: string | undefined;
  readonly missing: readonly MissingId[];
}

/** Nothing is there: the host says so, or there is no such host. */
export interface Missing {
  readonly kind: "missing";
  /** `answers 404`. */
  readonly what: string;
  /** There is no such host, so that its other addresses need not be asked for. */
  readonly isHost: boolean;
}

/** The host answers, but not to programs, or not to strangers. */
export interface Refused {
  readonly kind: "refused";
  readonly what: string;
}

/** Nobody can tell: no answer, a fault of the host, a broken connection. */
export interface Unreachable {
  readonly kind: "unreachable";
  readonly what: string;
  /** The whole host is out of reach; its other addresses need not be asked for. */
  readonly isHost: boolean;
  /** The name of the fault where no host has answered at all, as Node tells it. */
  readonly code?: string | undefined;
}

export type Answer = There | Missing | Refused | Unreachable;

/** The host asks to come back. */
export interface Later {
  readonly kind: "later";
  /** In how many milliseconds, if the host says so. */
  readonly pause: number | undefined;
  /** What it comes to if nobody comes back. */
  readonly otherwise: Answer;
}
