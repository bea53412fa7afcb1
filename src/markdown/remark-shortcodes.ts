/**
 * The remark plugin: shortcodes become tree nodes, resolved. It wraps whatever
 * parser the processor has, so it goes after remark-parse (or any other parser)
 * and before plugins that change the tree; syntax plugins (remark-gfm) may stand
 * anywhere. Knowledge lives in ../shortcodes; this is glue.
 */
import type { Nodes, Root } from "mdast";
import type { Parser, Plugin } from "unified";
import type { VFile } from "vfile";
import { type Diagnostic, Diagnostics } from "../messages/diagnostic.ts";
import { resolveShortcodes } from "../shortcodes/resolve.ts";
import { Session } from "../shortcodes/session.ts";
import type { Host, Use } from "../shortcodes/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { type MappedSpan, MappedText, pageFrame } from "../text/mapped.ts";
import { Source } from "../text/source.ts";

export interface RemarkShortcodesOptions {
  /** Answers what shortcodes ask for; a function if that depends on the file. */
  readonly host: Host | ((file: VFile) => Host);
}

/** What the plugin leaves at `file.data.shortcodes` for later plugins. */
export interface ShortcodeData {
  readonly source: Source;
  readonly diagnostics: Diagnostics;
  readonly uses: readonly Use[];
  /** Where a node of the tree comes from: a file's range and the calls in between. */
  origin(node: Nodes): MappedSpan | undefined;
  /** Where the language of a code block is named, if that is elsewhere than at the code. */
  languageOf(node: Nodes): MappedSpan | undefined;
  /** The fence of a code block that goes to the end of its text, or of what it stands in. */
  openFenceOf(node: Nodes): string | undefined;
  /** What a node was made of by its call: an entry, a data file, a diagram. */
  madeOf(node: Nodes): Use | undefined;
}

declare module "vfile" {
  interface DataMap {
    shortcodes: ShortcodeData;
  }
}

/**
 * Resolves Hugo-style shortcodes. What authors got wrong becomes messages of the
 * file (with `ruleId`, `source: "waymark"`, `fatal` for errors) and the same as
 * diagnostics at `file.data.shortcodes`. Front matter is left out of the tree.
 */
export const remarkShortcodes: Plugin<[RemarkShortcodesOptions], string, Root> = function (
  options,
) {
  const inner = this.parser as Parser<Root> | undefined;
  if (inner === undefined)
    throw new Error("remarkShortcodes needs a parser: use it after remark-parse.");

  this.parser = (document, file) => {
    const source = new Source(file.path ?? "", String(document));
    const diagnostics = new Diagnostics();
    const host = typeof options.host === "function" ? options.host(file) : options.host;
    const session = new Session(host, (text) => inner(text, file), diagnostics);
    const { bodyStart } = splitFrontMatter(source);
    const text = MappedText.of(source, bodyStart, source.text.length, pageFrame(source));
    const tree = resolveShortcodes(session, text);
    file.data.shortcodes = {
      source,
      diagnostics,
      uses: session.uses,
      origin: (node) => session.origins.get(node),
      openFenceOf: (node) => session.unclosed.get(node),
      languageOf: (node) => session.languages.get(node),
      madeOf: (node) => session.madeOf.get(node),
    };
    for (const diagnostic of diagnostics.list()) addMessage(file, diagnostic);
    return tree;
  };
};

function addMessage(
  file: VFile,
  { id, level, message, suggestion, span, chain }: Diagnostic,
): void {
  const added = file.message(message, {
    place: {
      start: span.source.pointAt(span.start),
      end: span.source.pointAt(span.end),
    },
    ruleId: id,
    source: "waymark",
  });
  added.file = span.source.path;
  added.fatal = level === "error" ? true : level === "warning" ? false : undefined;
  if (suggestion !== undefined) added.expected = [suggestion];
  added.note = chain
    .map((frame) => {
      const { line, column } = frame.source.placeAt(frame.start);
      return `included at ${frame.source.path}:${line}:${column}`;
    })
    .join("\n");
}
