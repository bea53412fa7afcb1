/** What waits in a slot of a text until the tree around it is parsed. */
import type { RootContent } from "mdast";
import type { MappedSpan, MappedText } from "../text/mapped.ts";
import type { CallNode, ShortcodeDefinition } from "./types.ts";

/** What surrounds a text: the calls whose bodies it stands in, and what those documents define. */
export interface Scope {
  readonly ancestors: readonly string[];
  /** Markdown with the link and footnote definitions of the documents around. */
  readonly definitions: string;
}

/** A call that is known, where it stands. */
export interface PendingCall {
  readonly node: CallNode;
  /** The text that the node was read from. */
  readonly input: MappedText;
  readonly definition: ShortcodeDefinition;
  readonly scope: Scope;
}

export type Pending =
  | { readonly type: "literal"; readonly value: string }
  | { readonly type: "nodes"; readonly nodes: RootContent[] }
  | { readonly type: "failure"; readonly span: MappedSpan }
  | ({ readonly type: "call" } & PendingCall);
