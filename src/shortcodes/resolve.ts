/**
 * Resolves a text with shortcodes into a Markdown tree, in three steps: the
 * text's `%` calls are replaced by the Markdown that they stand for; all else
 * that calls make takes part as one opaque word each; the words are replaced in
 * the parsed tree. Hugo: hugolib/page__content.go, hugolib/shortcode.go.
 */
import type { Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { type MappedSpan, MappedText } from "../text/mapped.ts";
import { forSnippet } from "../timing/recorder.ts";
import { type Bodies, Calls, callSpan } from "./calls.ts";
import { containerOf } from "./container.ts";
import { createContext } from "./context.ts";
import { type BodyNode, dedentedNodes, nodesOf, withoutPrefix } from "./dedent.ts";
import { failureNodes } from "./failure.ts";
import { fillSlots } from "./fill.ts";
import { claim, locate } from "./origins.ts";
import { parse } from "./parse.ts";
import type { Pending, PendingCall, Scope } from "./pending.ts";
import { gatherBlocks } from "./phrasing.ts";
import { endsItsLine, frameOf, linePrefix } from "./placing.ts";
import { definitionsText, noteFootnotes, settleReferences } from "./references.ts";
import { MAX_DEPTH, type Session } from "./session.ts";
import { type SlottedText, TextBuilder } from "./text-builder.ts";
import type { Call, CallNode, Rendered, Template } from "./types.ts";
import { withoutExcuses } from "./without-excuses.ts";

/** A text that is parsed for shortcodes, and what surrounds it. */
interface Input {
  readonly text: MappedText;
  readonly scope: Scope;
}

/** Resolves one page's text. */
export function resolveShortcodes(session: Session, text: MappedText): Root {
  const scope = { ancestors: [], definitions: "" };
  return new Resolver(session).document({ text: withoutExcuses(text), scope });
}

class Resolver {
  readonly #session: Session;
  readonly #calls: Calls;
  /** Calls that failed while a text was made of them. */
  #failed: MappedSpan[] = [];

  constructor(session: Session) {
    this.#session = session;
    const context = createContext(session, (written, target, call) => {
      const text = withoutExcuses(written);
      if (!session.mayInsert(text, target, call.span)) return [];
      const scope = { ancestors: [call.name, ...call.ancestors], definitions: "" };
      const input = { text: text.within(frameOf(call.span, target)), scope };
      return forSnippet(target, () => this.#inserted(input));
    });
    const bodies: Bodies = {
      text: (pending, body, prefix) => this.#bodyText(pending, body, prefix),
      nodes: (pending, body, prefix) => this.#body(pending, body, prefix),
    };
    this.#calls = new Calls(session, bodies, context);
  }

  /** A page's tree. */
  document(input: Input): Root {
    const builder = new TextBuilder<Pending>();
    this.#expand(builder, input, nodesOf(input.text, this.#parse(input)), "", true);
    return this.#tree(builder.finish(), input.scope, true);
  }

  // ------------------------------------------------------------ text

  #parse({ text }: Input): Template {
    const { host } = this.#session;
    return parse(
      text,
      (name) => host.definition(name)?.body,
      ({ range, ...complaint }) =>
        this.#session.report(complaint, text.spanAt(range.start, range.end)),
    );
  }

  /**
   * Adds nodes to a document's text. `prefix` keeps further lines in the containers
   * of the call that brought them; `endsLine`: nothing follows the text on its line.
   */
  #expand(
    builder: TextBuilder<Pending>,
    input: Input,
    nodes: readonly BodyNode[],
    prefix: string,
    endsLine: boolean,
  ): void {
    nodes.forEach((item, index) => {
      if (item.type === "text") {
        builder.add(item.text, prefix);
      } else if (item.node.type === "literal") {
        const { value, range } = item.node;
        builder.addSlot({ type: "literal", value }, input.text.originAt(range.start));
      } else {
        const isLast = endsItsLine(nodes, index, endsLine);
        this.#expandCall(builder, input, item.node, isLast);
      }
    });
  }

  #expandCall(
    builder: TextBuilder<Pending>,
    { text: input, scope }: Input,
    node: CallNode,
    endsLine: boolean,
  ): void {
    const span = callSpan(node, input);
    const name = input.spanAt(node.nameRange.start, node.nameRange.end);
    const definition = this.#session.definition(node.name, name);
    const origin = { source: span.source, offset: span.start, frame: span.frame };
    if (definition === undefined) {
      this.#addFailure(builder, span);
      this.#expandUnknown(builder, { text: input, scope }, node);
      return;
    }
    const isBlock = endsLine && containerOf(builder.line).isOnlyPrefix;
    if (node.delimiter === "<" || definition.output === "nodes") {
      builder.addSlot({ type: "call", node, input, definition, scope }, origin);
      return;
    }
    const pending = { node, input, definition, scope } as const;
    const call = this.#calls.read(pending, isBlock);
    const rendered = this.#calls.render(call, pending);
    if (rendered.type === "markdown") this.#insert(builder, rendered, call, scope);
    else if (rendered.type === "text") {
      builder.add(MappedText.generated(rendered.value, origin), linePrefix(builder));
    } else if (rendered.type === "nodes") {
      builder.addSlot({ type: "nodes", nodes: this.#claimed(rendered.nodes, call) }, origin);
    } else {
      this.#addFailure(builder, span);
    }
  }

  /** Where failures show, one takes a place of its own. */
  #addFailure(builder: TextBuilder<Pending>, span: MappedSpan): void {
    if (this.#session.host.marksFailures !== true) return;
    const { source, start, frame } = span;
    builder.addSlot({ type: "failure", span }, { source, offset: start, frame });
  }

  /** Nodes that a call made, with what it made them of. */
  #claimed(nodes: readonly RootContent[], { span }: Call): RootContent[] {
    const use = this.#session.uses.findLast((other) => other.span === span);
    if (use !== undefined && use.kind !== "shortcode") {
      for (const node of nodes) this.#session.madeOf.set(node, use);
    }
    return claim(nodes, span, this.#session.origins);
  }

  /** The body of a call that nobody knows is still read, so that its faults are told too. */
  #expandUnknown(builder: TextBuilder<Pending>, input: Input, node: CallNode): void {
    if (node.body === undefined) return;
    this.#expand(builder, input, nodesOf(input.text, node.body), linePrefix(builder), false);
  }

  /** Puts Markdown where a `%` call stands. */
  #insert(
    builder: TextBuilder<Pending>,
    { text, target }: Extract<Rendered, { type: "markdown" }>,
    call: Call,
    scope: Scope,
  ): void {
    if (!this.#session.mayInsert(text, target, call.span)) return;
    const start = text.text.length - text.text.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, "").length;
    const trimmed = text.slice(start).trimEnd().within(frameOf(call.span, target));
    const inner = {
      text: trimmed,
      scope: { ...scope, ancestors: [call.name, ...call.ancestors] },
    };
    const prefix = linePrefix(builder);
    if (call.isBlock) builder.startInsert(start > 0);
    forSnippet(target, () =>
      this.#expand(builder, inner, nodesOf(trimmed, this.#parse(inner)), prefix, call.isBlock),
    );
    if (call.isBlock) builder.endInsert(/[\r\n][ \t]*$/.test(text.text));
  }

  // ------------------------------------------------------------ bodies

  #body(
    { node, input, definition, scope }: PendingCall,
    body: Template,
    prefix: string,
  ): RootContent[] {
    const ancestors = [definition.name, ...scope.ancestors];
    if (ancestors.length > MAX_DEPTH) {
      const message = `Unexpected shortcodes ${ancestors.length} deep, expected at most ${MAX_DEPTH}`;
      this.#session.report({ id: "shortcode-depth", message }, callSpan(node, input));
      return [];
    }
    const inner = { text: input, scope: { ...scope, ancestors } };
    const builder = new TextBuilder<Pending>();
    this.#expand(builder, inner, dedentedNodes(input, body, prefix), "", true);
    return this.#tree(builder.finish(), inner.scope, false).children;
  }

  /** Hugo: `.Inner` holds nested calls replaced by their output. */
  #bodyText({ input, scope }: PendingCall, body: Template, prefix: string): string {
    const parts = nodesOf(input, body).map((item) => {
      if (item.type === "text") return withoutPrefix(item.text, prefix).text;
      if (item.node.type === "literal") return item.node.value;
      const { node } = item;
      const name = input.spanAt(node.nameRange.start, node.nameRange.end);
      const definition = this.#session.definition(node.name, name);
      return definition === undefined
        ? ""
        : this.#textOf({ type: "call", node, input, definition, scope });
    });
    return parts.join("");
  }

  // ------------------------------------------------------------ trees

  /** Markdown that a call brought in, as blocks of a document of its own. */
  #inserted(input: Input): RootContent[] {
    const builder = new TextBuilder<Pending>();
    this.#expand(builder, input, nodesOf(input.text, this.#parse(input)), "", true);
    return this.#tree(builder.finish(), input.scope, false).children;
  }

  #tree({ text, slots, token }: SlottedText<Pending>, scope: Scope, isPage: boolean): Root {
    const borrowed = !isPage && text.text.includes("[") ? scope.definitions : "";
    const tree = this.#session.parse(borrowed === "" ? text.text : `${text.text}\n${borrowed}`);
    const foreign = new Set(tree.children.filter((node) => startOf(node) >= text.length));
    if (isPage) noteFootnotes(tree, this.#session.footnotes);
    else settleReferences(tree, foreign, this.#session.footnotes);
    tree.children = tree.children.filter((node) => !foreign.has(node));
    const isForAuthors = this.#session.host.marksFailures === true;
    const indented = locate(tree, text, this.#session, isForAuthors);
    if (slots.length === 0) return tree;

    const texts = new Map<number, string>();
    const failed = new Map<number, readonly MappedSpan[]>();
    const textAt = (index: number): string => {
      const known = texts.get(index);
      if (known !== undefined) return known;
      const around = this.#failed;
      this.#failed = [];
      const text = this.#textOf(slots[index]);
      failed.set(index, this.#failed);
      this.#failed = around;
      texts.set(index, text);
      return text;
    };
    const definitions = definitionsText(tree).replace(token, (_, i: string) => textAt(Number(i)));
    fillSlots(tree, token, {
      isIndented: (code) => indented.has(code),
      isCut: (part, node) => {
        const origin = isForAuthors ? this.#session.origins.get(node) : undefined;
        if (origin !== undefined) this.#session.origins.set(part, origin);
      },
      text: textAt,
      failures: (index, isBlock) =>
        (failed.get(index) ?? []).flatMap((span) => this.#failureOf(span, isBlock)),
      nodes: (index, isBlock) =>
        this.#nodesOf(slots[index], isBlock, scope.definitions + definitions),
    });
    return tree;
  }

  #nodesOf(pending: Pending | undefined, isBlock: boolean, definitions: string): RootContent[] {
    if (pending === undefined) return [];
    if (pending.type === "nodes") return pending.nodes;
    if (pending.type === "failure") {
      return this.#failureOf(pending.span, isBlock);
    }
    if (pending.type === "literal") {
      return [{ type: "text", value: pending.value, data: { isLiteral: true } }];
    }
    const scope = { ...pending.scope, definitions };
    const call = this.#calls.read({ ...pending, scope }, isBlock);
    const rendered = this.#calls.render(call, pending);
    switch (rendered.type) {
      case "text":
        return [{ type: "text", value: rendered.value }];
      case "nodes":
        return this.#claimed(rendered.nodes, call);
      case "markdown": {
        const { text, target } = rendered;
        if (!this.#session.mayInsert(text, target, call.span)) return [];
        const inner = text.trimEnd().within(frameOf(call.span, target));
        const input = {
          text: inner,
          scope: { ancestors: [call.name, ...call.ancestors], definitions },
        };
        const nodes = forSnippet(target, () => this.#inserted(input));
        return isBlock ? gatherBlocks(nodes, undefined) : nodes;
      }
      default:
        return this.#failureOf(call.span, isBlock);
    }
  }

  /** What stands for a failed call: nothing, but for authors. */
  #failureOf(span: MappedSpan, isBlock: boolean): RootContent[] {
    if (this.#session.host.marksFailures !== true) return [];
    const failure = failureNodes(span, this.#session.messagesWithin(span), isBlock);
    return claim(failure, span, this.#session.origins);
  }

  /** What a slot shows where only text can stand. */
  #textOf(pending: Pending | undefined): string {
    if (pending === undefined) return "";
    if (pending.type === "failure") return this.#textOfFailure(pending.span);
    if (pending.type === "literal") return pending.value;
    if (pending.type === "nodes") return pending.nodes.map((node) => textOf(node)).join("\n");
    const call = this.#calls.read(pending, false);
    const rendered = this.#calls.render(call, pending);
    if (rendered.type === "text") return rendered.value;
    if (rendered.type === "nodes") return rendered.nodes.map((node) => textOf(node)).join("\n");
    if (rendered.type === "failed") return this.#textOfFailure(call.span);
    if (!this.#session.mayInsert(rendered.text, rendered.target, call.span)) return "";
    const builder = new TextBuilder<Pending>();
    const text = rendered.text.trimEnd().within(frameOf(call.span, rendered.target));
    const input = { text, scope: pending.scope };
    this.#expand(builder, input, nodesOf(text, this.#parse(input)), "", false);
    const slotted = builder.finish();
    return slotted.text.text.replace(slotted.token, (_, index: string) =>
      this.#textOf(slotted.slots[Number(index)]),
    );
  }

  /** Text cannot tell of a failure: what it stands in is followed by that. */
  #textOfFailure(span: MappedSpan): string {
    this.#failed.push(span);
    return "";
  }
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}
