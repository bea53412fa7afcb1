/** Answers that may be a complaint: what asks knows the place, what answers knows the reason. */
import type { DiagnosticId } from "./catalog.ts";
import type { Related, Span } from "./diagnostic.ts";

/** Why there is no answer; the place is that of the question. */
export interface Complaint {
  readonly id: DiagnosticId;
  readonly message: string;
  readonly suggestion?: string | undefined;
  /** What the suggestion may take the place of, without a second thought: for fixes. */
  readonly replaces?: string | undefined;
  /** The other places that the fault is about. */
  readonly related?: readonly Related[] | undefined;
  /** A place of its own: the fault lies in what was asked for. */
  readonly span?: Span | undefined;
}

/** A value, or why there is none. */
export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly complaint: Complaint;
      /** The file that was asked for, where it is there and has the fault. */
      readonly target?: string;
    };

/** An answer that has something to show in place of the value, on a site that lets the fault through. */
export type FoundOr<T> =
  | Found<T>
  | {
      readonly ok: false;
      readonly complaint: Complaint;
      readonly target?: string;
      readonly instead: T;
    };
