/**
 * What the stages of the shortcode language hand to each other: syntax nodes
 * (lex.ts, parse.ts), definitions (definitions/), and what a definition's
 * `render` gets and returns (resolve.ts).
 */
import type { Root, RootContent } from "mdast";
import type { DataNode, Entry } from "../data/types.ts";
import type { Complaint, Found, FoundOr } from "../messages/found.ts";
import type { MappedSpan, MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";

export type { Complaint, Found, FoundOr };

// ---------------------------------------------------------------- syntax

/** `{{<` or `{{%`. */
export type Delimiter = "<" | "%";

/** A parameter as written. */
export interface ParameterNode {
  /** The name before `=`; undefined for a positional parameter. */
  readonly key: string | undefined;
  /** The value without quotes, escapes resolved. */
  readonly value: string;
  /** `bare` values can be booleans and numbers, the others are strings. */
  readonly style: "bare" | "quoted" | "raw";
  /** Key, `=` and value. */
  readonly range: Range;
  readonly valueRange: Range;
}

export interface TextNode {
  readonly type: "text";
  readonly range: Range;
}

/** A commented-out shortcode: prints `value`, which is a tag's text. */
export interface LiteralNode {
  readonly type: "literal";
  readonly value: string;
  readonly range: Range;
}

export interface CallNode {
  readonly type: "call";
  readonly name: string;
  readonly nameRange: Range;
  readonly delimiter: Delimiter;
  readonly parameters: readonly ParameterNode[];
  readonly selfClosing: boolean;
  /** Something in the tag is wrong, a diagnostic says what. */
  readonly isBroken: boolean;
  /** The opening tag. */
  readonly openRange: Range;
  /** The closing tag; undefined for a call without one. */
  readonly closeRange: Range | undefined;
  /** What stands between the tags; undefined for a call without a closing tag. */
  readonly body: Template | undefined;
  /** From the opening tag's start to the closing tag's end. */
  readonly range: Range;
}

export type TemplateNode = TextNode | LiteralNode | CallNode;

/** A text with shortcodes, parsed: its nodes cover `range` without a gap. */
export interface Template {
  readonly nodes: readonly TemplateNode[];
  readonly range: Range;
}

// ---------------------------------------------------------------- definitions

export type ParameterType = "string" | "boolean" | "integer" | "number";
export type ParameterValue = string | boolean | number;

/** What a value can be the name of. An `entry` stands in the file that the call's `data` names; a `tab` is a label. */
export type Naming =
  | "data"
  | "entry"
  | "file"
  | "page"
  | "ref"
  | "section"
  | "diagram"
  | "image"
  | "parameter"
  | "tab"
  | "shortcode";

export interface ParameterSpec {
  readonly type: ParameterType;
  /** What its value names: editors offer these names, and lead there. */
  readonly names?: Naming;
  /** One line of Markdown for the manual. */
  readonly doc: string;
  /** Its place among positional parameters, from 0; undefined: only by name. */
  readonly position?: number;
  readonly required?: boolean;
  /** Snippets have it too: calls without it are remarked on. */
  readonly isAdvised?: boolean;
  readonly default?: ParameterValue;
  readonly values?: readonly ParameterValue[];
}

/**
 * Whether a shortcode stands with a body. Hugo: `.Inner` in the template means
 * that a call must be closed or closes itself.
 */
export type BodyRule = "none" | "optional" | "required";

/** One shortcode: data and a render function. */
export interface ShortcodeDefinition {
  readonly name: string;
  /** One paragraph of Markdown for the manual. */
  readonly doc: string;
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  /** Parameters beyond the named ones are allowed and untyped (partials). */
  readonly openParameters?: boolean;
  readonly body: BodyRule;
  /** The file that it was made of; a built-in one has none. */
  readonly source?: Source;
  /** The only shortcodes whose bodies it may stand in. */
  readonly parents?: readonly string[];
  /**
   * What it becomes. `markdown`: text that joins the page's Markdown when called
   * with `%`; `nodes`: tree nodes, put in as they are.
   */
  readonly output: "markdown" | "nodes";
  render(call: Call, context: Context): Rendered;
}

/** A checked call: types are right, defaults are filled in. */
export interface Call {
  readonly name: string;
  readonly delimiter: Delimiter;
  /** Whether it stands alone in its paragraph; false beside text, in a heading, in code. */
  readonly isBlock: boolean;
  /** Whether its parameters passed the check; a call that did not is not rendered. */
  readonly isValid: boolean;
  /** Positional parameters as written, typed if bare. */
  readonly positional: readonly ParameterValue[];
  /** All parameters by name: those of the definition, and others if it is open. */
  readonly arguments: Readonly<Record<string, ParameterValue>>;
  /** The opening tag. */
  readonly span: MappedSpan;
  /** The range of a parameter's value; of the whole tag for a default. */
  argumentSpan(name: string): MappedSpan;
  /** The body as written, without the indentation of the call itself; undefined without a body. */
  readonly body: MappedText | undefined;
  /** The body as plain text for code, its shortcodes resolved; empty without a body. */
  bodyText(): string;
  /** The body as Markdown, dedented and resolved; empty without a body. */
  bodyNodes(): RootContent[];
  /** The names of the calls around it, innermost first. */
  readonly ancestors: readonly string[];
}

/** What a definition returns. */
export type Rendered =
  /** Markdown text with shortcodes, resolved where the call stands. */
  | { readonly type: "markdown"; readonly text: MappedText; readonly target: string }
  /** Nodes, block or phrasing. */
  | { readonly type: "nodes"; readonly nodes: readonly RootContent[] }
  /** Plain text: a word of the paragraph, a URL, a part of code. */
  | { readonly type: "text"; readonly value: string }
  /** Nothing to show, a diagnostic says why. */
  | { readonly type: "failed" };

/** What a definition may ask for. Each failure is reported at the parameter that named it. */
export interface Context {
  /** Report a complaint at a parameter's value, or at the tag. */
  report(complaint: Complaint, at: MappedSpan): void;
  /** A named entry of a data file; undefined after a report. */
  entry(call: Call, fileParameter: string, nameParameter: string): NamedEntry | undefined;
  /** A whole data file. */
  data(call: Call, parameter: string): NamedData | undefined;
  /** An included Markdown file's text after its front matter. */
  file(call: Call, parameter: string): NamedText | undefined;
  /** Another page's text after its front matter, published or not. */
  page(call: Call, parameter: string): NamedText | undefined;
  /** The URL of the page that `ref` would name. */
  ref(call: Call, parameter: string, kind: "absolute" | "relative"): string | undefined;
  /** A page or site parameter, by dotted path. */
  siteParameter(call: Call, parameter: string): string | undefined;
  /** The key of a tab that has none of its own. */
  tabKey(label: string): string;
  /** The pages of a section, in order; of those with a parameter in front matter if it is named. */
  pages(call: Call, parameter: string, having: string | undefined): PageList | undefined;
  /** A diagram as SVG with its text alternative. */
  diagram(call: Call, parameter: string): Diagram | undefined;
  /** The definition of a shortcode name; undefined if there is none. */
  definition(name: string): ShortcodeDefinition | undefined;
  /** All shortcode names there are. */
  names(): Iterable<string>;
  /** Markdown text as nodes of a document of its own, shortcodes resolved. */
  parse(text: MappedText, target: string): RootContent[];
}

export interface NamedEntry {
  readonly entry: Entry;
  /** Path of the data file and the entry's name: `data/a.yml#name`. */
  readonly target: string;
}

export interface NamedData {
  readonly value: DataNode;
  readonly target: string;
}

export interface NamedText {
  readonly text: MappedText;
  readonly target: string;
}

/** The pages of a section. */
export interface PageList {
  readonly pages: readonly ListedPage[];
  /** Path of the section's file. */
  readonly target: string;
}

/** A page as lists show it; its address has no base. */
export interface ListedPage {
  readonly title: string;
  readonly url: string;
  readonly description: string | undefined;
}

/** A drawn diagram. */
export interface Diagram {
  /** The whole `<svg>` element. */
  readonly svg: string;
  /** What it shows, in words. */
  readonly alternative: string;
}

export interface NamedDiagram extends Diagram {
  /** Path of the file that it comes from. */
  readonly target: string;
}

// ---------------------------------------------------------------- host

/**
 * What the resolver needs from the site around it; knows files, data and pages.
 * Answers are values or complaints, never exceptions.
 */
export interface Host {
  /** The definition of a shortcode name, in any case; built in or a partial. */
  definition(name: string): ShortcodeDefinition | undefined;
  /** All shortcode names there are, for suggestions. */
  names(): Iterable<string>;
  entry(file: string, name: string): Found<NamedEntry>;
  data(path: string): Found<NamedData>;
  file(path: string, from: string): Found<NamedText>;
  page(path: string): Found<NamedText>;
  pages(section: string, having: string | undefined): Found<PageList>;
  ref(target: string, kind: "absolute" | "relative"): FoundOr<string>;
  siteParameter(key: string): Found<string>;
  /** The key that the site gives to a label of tabs, by the default key of the label. */
  tabKey(name: string): string | undefined;
  diagram(name: string): Found<NamedDiagram>;
  /** Whether a call that fails leaves a box in its place, which says so: while an author writes. */
  readonly marksFailures?: boolean;
}

/** What a page used. */
export interface Used {
  readonly kind: "shortcode" | "data" | "entry" | "file" | "page" | "partial" | "diagram";
  /** A shortcode's name, or a path, with `#name` for an entry. */
  readonly target: string;
}

/** That a page used something: for caching, reloading and "where used". */
export interface Use extends Used {
  /** The tag that asked for it. */
  readonly span: MappedSpan;
}

/** The parser that a Markdown text goes through: from text to tree. */
export type ParseMarkdown = (text: string) => Root;
