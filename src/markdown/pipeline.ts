/**
 * From a page's text to its article: an ordered list of small steps, on processors
 * that are made once and used for every page.
 */
import type { Root as HastRoot } from "hast";
import type { Code, Nodes, Root } from "mdast";
import { rehype } from "rehype";
import rehypeRaw from "rehype-raw";
import { type Plugin, unified } from "unified";
import { VFile } from "vfile";
import { type Diagnostic, Diagnostics } from "../messages/diagnostic.ts";
import type { Host, ParseMarkdown, Use } from "../shortcodes/types.ts";
import type { Placeholders } from "../site/placeholders.ts";
import type { Article } from "../site/types.ts";
import { chainOf, type MappedSpan, pageFrame } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import { during, rememberOwners } from "../timing/recorder.ts";
import { remarkAlerts } from "./alerts.ts";
import { spellOut } from "./code-text.ts";
import { eachElement, eachHastNode } from "./each-node.ts";
import { createHandlers } from "./handlers.ts";
import { remarkHeadingAttributes } from "./heading-attributes.ts";
import { remarkHeadingIds } from "./heading-ids.ts";
import type { Highlighter } from "./highlight.ts";
import { type LinkContext, remarkLinks } from "./links.ts";
import { remarkPageTitle } from "./page-title.ts";
import { createParser, type ParserKind } from "./parser.ts";
import { type Provenance, remarkProvenance } from "./provenance.ts";
import { rehypeHeadings } from "./rehype-headings.ts";
import { rehypeImages } from "./rehype-images.ts";
import { rehypeParts } from "./rehype-parts.ts";
import { rehypePlaceholders } from "./rehype-placeholders.ts";
import { rehypeTables } from "./rehype-tables.ts";
import { remarkFences } from "./remark-fences.ts";
import { remarkShortcodes } from "./remark-shortcodes.ts";
import { remarkTabIds } from "./tab-ids.ts";
import { remarkToHast } from "./to-hast.ts";
import { tableOfContents } from "./toc.ts";
import { remarkTypography } from "./typography.ts";
import { writeHtml } from "./write-html.ts";

export interface PipelineOptions {
  readonly parser: ParserKind;
  readonly highlighter: Highlighter;
}

/** One page's text and what surrounds it. */
export interface PipelineInput {
  readonly source: Source;
  readonly host: Host;
  /** The title that the page took from its first heading, which its layout shows. */
  readonly shownTitle?: string | undefined;
  /** Whether and how placeholders are marked; without it they are not. */
  readonly placeholders?: Placeholders;
  /** Only the tree and what is wrong are wanted: no article is made. */
  readonly isTreeOnly?: boolean;
  /** How links resolve; without it they stay as written. */
  readonly links?: Omit<LinkContext, "report">;
  /** Where things are written: included blocks say so, or link there. Without it they do not. */
  readonly provenance?: Provenance | undefined;
}

/** A page's resolved tree, its article, and what was found on the way. */
export interface Rendering {
  readonly tree: Root;
  readonly article: Article;
  /** What the article used, with the places that asked for it. */
  readonly uses: readonly Use[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where a node of the tree comes from. */
  origin(node: Nodes): MappedSpan | undefined;
}

export type Pipeline = (input: PipelineInput) => Rendering;

declare module "vfile" {
  interface DataMap {
    host: Host;
  }
}

/** The pipeline of a site. It never throws for what authors wrote. */
export function createPipeline({ parser, highlighter }: PipelineOptions): Pipeline {
  const toTree = unified()
    .use(parseWith, createParser(parser))
    .use(remarkShortcodes, { host: hostOf })
    .use(remarkHeadingAttributes)
    .use(remarkAlerts)
    .use(remarkFences)
    .use(remarkTypography)
    .use(remarkHeadingIds)
    .use(remarkPageTitle)
    .use(remarkTabIds)
    .use(remarkLinks)
    .use(remarkProvenance)
    .freeze();
  const toHast = unified().use(remarkToHast, createHandlers(highlighter)).freeze();
  const toHtml = rehype()
    .use(compileWith, writeHtml)
    .use(rehypeRawWhereNeeded)
    .use(rehypeHeadings)
    .use(rehypeParts)
    .use(rehypeTables)
    .use(rehypePlaceholders)
    .use(rehypeImages)
    .freeze();

  return ({ source, host, links, placeholders, provenance, shownTitle, isTreeOnly = false }) => {
    const file = new VFile({ path: source.path, value: source.text });
    file.data.host = host;
    if (shownTitle !== undefined) file.data.shownTitle = shownTitle;
    if (placeholders !== undefined) file.data.placeholders = placeholders;
    if (provenance !== undefined) file.data.provenance = provenance;
    if (links !== undefined) {
      file.data.links = { ...links, report: (complaint, span) => addTo(file, complaint, span) };
    }
    try {
      const tree = during("resolve", () => toTree.runSync(toTree.parse(file), file));
      rememberOwners(codeIn(tree), (node) => snippetOf(file, node));
      const uses = usesOf(file);
      const article = during("render", (): Article => {
        if (isTreeOnly) return NO_ARTICLE;
        const hast = toHtml.runSync(toHast.runSync(tree, file) as HastRoot, file);
        return {
          html: toHtml.stringify(hast),
          toc: tableOfContents(tree),
          ids: idsOf(hast),
          uses,
        };
      });
      const { diagnostics, origin = nowhere } = file.data.shortcodes ?? {};
      return { tree, article, uses, diagnostics: diagnostics?.list() ?? [], origin };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return tooDeep(source);
    }
  };
}

const parseWith: Plugin<[ParseMarkdown], string, Root> = function (parse) {
  this.parser = (document) => during("parse", () => parse(document));
};

/** Takes the place of the compiler that rehype brings. */
const compileWith: Plugin<[(tree: HastRoot) => string], HastRoot, string> = function (compile) {
  this.compiler = (tree) => compile(tree as HastRoot);
};

/** The code blocks of a tree, which take the most time to render. */
function* codeIn(node: Nodes): Generator<Code> {
  if (node.type === "code") yield node;
  if ("children" in node) for (const child of node.children) yield* codeIn(child);
}

/** The text that brought a node in; the page itself is none. */
function snippetOf(file: VFile, node: Nodes): string | undefined {
  const frame = file.data.shortcodes?.origin(node)?.frame;
  return frame?.parent === undefined ? undefined : frame.target;
}

function hostOf(file: VFile): Host {
  const { host } = file.data;
  if (host === undefined) throw new Error("The pipeline gives each file its host.");
  return host;
}

const addTo = (file: VFile, ...[complaint, span]: Parameters<LinkContext["report"]>): void => {
  const { source, start, end, frame } = span;
  file.data.shortcodes?.diagnostics.add({
    ...complaint,
    span: { source, start, end },
    chain: chainOf(frame),
  });
};

/** What calls brought in, and what the data says of placeholders that the page has. */
function usesOf(file: VFile): readonly Use[] {
  const { shortcodes, placeholders, marked = new Set<string>() } = file.data;
  if (shortcodes === undefined) return [];
  const { source } = shortcodes;
  const span = { source, start: 0, end: 0, frame: pageFrame(source) };
  const notes = [...marked].flatMap((name): Use[] => {
    const path = placeholders?.notes.get(name)?.span?.source.path;
    return path === undefined ? [] : [{ kind: "entry", target: `${path}#${name}`, span }];
  });
  return [...shortcodes.uses, ...notes];
}

/** Parsing HTML again costs more than all else: only where there is raw HTML. */
const rehypeRawWhereNeeded: Plugin<[], HastRoot> = () => {
  const parseRaw = rehypeRaw({ passThrough: [] });
  return (tree, file) => {
    let hasRaw = false;
    eachHastNode(tree, (node) => {
      hasRaw ||= node.type === ("raw" as string);
      return !hasRaw;
    });
    if (!hasRaw) return tree;
    spellOut(tree);
    return parseRaw(tree, file) as HastRoot;
  };
};

/** Every id, and every `name` of an anchor, that a link can point to. */
function idsOf(tree: HastRoot): Set<string> {
  const ids = new Set<string>();
  eachElement(tree, ({ tagName, properties }) => {
    if (typeof properties.id === "string") ids.add(properties.id);
    if (tagName === "a" && typeof properties.name === "string") ids.add(properties.name);
    return true;
  });
  return ids;
}

const NO_ARTICLE: Article = { html: "", toc: [], ids: new Set(), uses: [] };

/** Markdown may nest without end; the call stack does not. */
function tooDeep(source: Source): Rendering {
  const diagnostics = new Diagnostics();
  diagnostics.add({
    id: "markdown-depth",
    message:
      "Unexpected depth of nested Markdown, expected fewer quotes, lists or marks within each other",
    span: { source, start: 0, end: 0 },
  });
  return {
    tree: { type: "root", children: [] },
    article: NO_ARTICLE,
    uses: [],
    diagnostics: diagnostics.list(),
    origin: nowhere,
  };
}

const nowhere: Rendering["origin"] = () => undefined;
