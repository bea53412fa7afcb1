/** Calls of shortcodes: read from where they stand, checked, and rendered by their definitions. */
import type { RootContent } from "mdast";
import type { MappedSpan, MappedText } from "../text/mapped.ts";
import { prefixAt, withoutPrefix } from "./dedent.ts";
import type { PendingCall } from "./pending.ts";
import type { Session } from "./session.ts";
import type { Call, CallNode, Context, Rendered, Template } from "./types.ts";
import { checkCall } from "./validate.ts";
import { withoutExcuses } from "./without-excuses.ts";

/** Reads the bodies of calls; `prefix`: what stands before the call in its containers. */
export interface Bodies {
  text(pending: PendingCall, body: Template, prefix: string): string;
  nodes(pending: PendingCall, body: Template, prefix: string): RootContent[];
}

export class Calls {
  readonly #session: Session;
  readonly #bodies: Bodies;
  readonly #context: (call: Call) => Context;

  constructor(session: Session, bodies: Bodies, context: (call: Call) => Context) {
    this.#session = session;
    this.#bodies = bodies;
    this.#context = context;
  }

  /** The call as its definition sees it; what is wrong with it is told. */
  read(pending: PendingCall, isBlock: boolean): Call {
    const { node, input, definition, scope } = pending;
    const span = callSpan(node, input);
    const checked = checkCall(node, definition, ({ range, ...complaint }) =>
      this.#session.report(complaint, input.spanAt(range.start, range.end)),
    );
    this.#session.use({ kind: "shortcode", target: definition.name, span });
    const prefix = prefixAt(input, node.openRange.start);
    const { body } = node;
    return {
      name: definition.name,
      delimiter: node.delimiter,
      isBlock,
      isValid: checked !== undefined,
      positional: checked?.positional ?? [],
      arguments: checked?.arguments ?? {},
      span,
      argumentSpan: (name) => {
        const range = checked?.ranges.get(name);
        return range === undefined ? span : input.spanAt(range.start, range.end);
      },
      body: body && withoutPrefix(input.slice(body.range.start, body.range.end), prefix),
      bodyText: () => (body === undefined ? "" : this.#bodies.text(pending, body, prefix)),
      bodyNodes: () => (body === undefined ? [] : this.#bodies.nodes(pending, body, prefix)),
      ancestors: scope.ancestors,
    };
  }

  /** What a call's definition makes of it. */
  render(call: Call, { definition }: PendingCall): Rendered {
    if (!call.isValid) return { type: "failed" };
    const { parents } = definition;
    if (parents !== undefined && !parents.some((name) => call.ancestors.includes(name))) {
      const message = `Unexpected shortcode "${call.name}" here, expected it inside of "${parents.join('" or "')}"`;
      this.#session.report({ id: "shortcode-parent", message }, call.span);
    }
    const rendered = definition.render(call, this.#context(call));
    if (rendered.type !== "markdown") return rendered;
    this.#noteText(rendered.target, call);
    return { ...rendered, text: withoutExcuses(rendered.text) };
  }

  /** Data, files and pages are noted when they are asked for; what is left is a partial's own text. */
  #noteText(target: string, call: Call): void {
    if (this.#session.uses.at(-1)?.target === target) return;
    this.#session.use({ kind: "partial", target, span: call.span });
  }
}

/** Where a call opens. */
export function callSpan({ openRange: { start, end } }: CallNode, input: MappedText): MappedSpan {
  return input.spanAt(start, end);
}
