/**
 * What the resolution of one page shares: who answers questions, where findings
 * go, what was used, and how much was inserted.
 */
import type { Nodes } from "mdast";
import type { Diagnostics } from "../messages/diagnostic.ts";
import { chainOf, type MappedSpan, type MappedText } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";
import type { Complaint, Host, ParseMarkdown, ShortcodeDefinition, Use } from "./types.ts";

/** Text that includes may insert into one page, in characters. */
const MAX_INSERTED = 8_000_000;

/** Includes within includes, and shortcodes within shortcodes. */
export const MAX_DEPTH = 100;

/** The state of one page's resolution. */
export class Session {
  readonly host: Host;
  readonly parse: ParseMarkdown;
  readonly uses: Use[] = [];
  /** Where the nodes of the tree come from. */
  readonly origins = new Map<Nodes, MappedSpan>();
  /** The languages of code that stand elsewhere than the code: fields of entries. */
  readonly languages = new Map<Nodes, MappedSpan>();
  /** Code blocks whose fence nothing closes, with the fence. */
  readonly unclosed = new Map<Nodes, string>();
  /** Footnote identifiers that documents of this page have defined. */
  readonly footnotes = new Set<string>();
  /** What a call that made its nodes of something made them of: an entry, a data file. */
  readonly madeOf = new WeakMap<Nodes, Use>();
  readonly #diagnostics: Diagnostics;
  /** Kept where failures are shown in place. */
  readonly #complaints: { readonly at: MappedSpan; readonly message: string }[] = [];
  #inserted = 0;

  constructor(host: Host, parse: ParseMarkdown, diagnostics: Diagnostics) {
    this.host = host;
    this.parse = parse;
    this.#diagnostics = diagnostics;
  }

  /** What was complained of within a tag. */
  messagesWithin({ source, start, end }: MappedSpan): string[] {
    const found = this.#complaints.filter(
      ({ at }) => at.source === source && at.start >= start && at.start <= end,
    );
    return [...new Set(found.map(({ message }) => message))];
  }

  /** Reports a complaint at a place, or at its own place with that one as the way there. */
  report({ span: own, ...complaint }: Complaint, at: MappedSpan): void {
    const { source, start, end, frame } = at;
    if (this.host.marksFailures === true) {
      const { message, suggestion } = complaint;
      const hint = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
      this.#complaints.push({ at, message: `${message}${hint}` });
    }
    const span = { source, start, end };
    const chain = chainOf(frame);
    if (own === undefined) this.#diagnostics.add({ ...complaint, span, chain });
    else this.#diagnostics.add({ ...complaint, span: own, chain: [span, ...chain] });
  }

  use(use: Use): void {
    this.uses.push(use);
  }

  /** The definition of a shortcode; undefined after a report. */
  definition(name: string, span: MappedSpan): ShortcodeDefinition | undefined {
    const definition = this.host.definition(name);
    if (definition === undefined) {
      const suggestion = nearest(name, this.host.names());
      const message = `Unexpected shortcode "${name}", expected the name of a built-in one or a partial`;
      this.report({ id: "shortcode-unknown", message, suggestion }, span);
    }
    return definition;
  }

  /** Whether a text may be inserted for the call at `span`; if not, after a report. */
  mayInsert(text: MappedText, target: string, span: MappedSpan): boolean {
    const above = [...chainOf(span.frame).map((frame) => frame.target)];
    const top = outermostTarget(span);
    if (top !== undefined) above.push(top);
    if (above.includes(target)) {
      const cycle = [...above.slice(0, above.indexOf(target) + 1).reverse(), target].join(" → ");
      this.report({ id: "include-cycle", message: `Unexpected include cycle: ${cycle}` }, span);
      return false;
    }
    if (above.length > MAX_DEPTH) {
      const message = `Unexpected includes ${above.length} deep, expected at most ${MAX_DEPTH}`;
      this.report({ id: "include-depth", message }, span);
      return false;
    }
    this.#inserted += text.length;
    if (this.#inserted > MAX_INSERTED) {
      const message = `Unexpected includes of more than ${MAX_INSERTED} characters on one page`;
      this.report({ id: "include-size", message }, span);
      return false;
    }
    return true;
  }
}

function outermostTarget(span: MappedSpan): string | undefined {
  let frame = span.frame;
  while (frame?.parent !== undefined) frame = frame.parent;
  return frame?.target;
}
