/**
 * Texts that no page shows, each as a page of its own that does nothing but call it: so
 * that its faults are told before somebody uses it. What only a page around it could answer
 * is left out.
 */
import type { ListedData } from "../data/store.ts";
import type { Entry } from "../data/types.ts";
import type { ArticleLink } from "../markdown/links.ts";
import type { DiagnosticId as Id } from "../messages/catalog.ts";
import type { Diagnostic, Span } from "../messages/diagnostic.ts";
import { parseTemplate } from "../shortcodes/template.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { type Frame, pageFrame } from "../text/mapped.ts";
import { Source } from "../text/source.ts";

/** The path of each such page: no file has it. */
const PAGE = "(alone).md";

/** What pages that call a text decide: levels of headings, what stands around, parameters, ids, definitions. */
const OF_PAGES: ReadonlySet<Id> = new Set<Id>([
  "heading-level",
  "heading-title",
  "heading-id",
  "reference-missing",
  "footnote-missing",
  "shortcode-parent",
  "site-param-missing",
  "include-size",
  "include-depth",
  "markdown-depth",
]);

/** A text of its own: calls of an entry or a partial. */
export function callsOfEntry(entry: Entry): Source[] {
  const { content, description, code, results, addenda, syntaxElements, name, source } = entry;
  const file = quoted(source.path.replace(/^data\//, "").replace(/\.[^.]+$/, ""));
  const own = quoted(name);
  if (file === undefined || own === undefined) return [];
  const hasExample = [description, results, addenda].some((text) => text !== undefined);
  const calls = [
    content && `{{% include-from-yaml data=${file} name=${own} %}}`,
    syntaxElements && `{{< include-syntax file=${file} example=${own} >}}`,
    (hasExample || (code && !syntaxElements)) &&
      `{{% include-example file=${file} example=${own} %}}`,
  ];
  return calls.flatMap((call) => (call ? pageOf(call) : []));
}

/** A data file of its own: as a diagram, a list or a table, whichever its shape is that of. */
export function callsOfData({ key, value }: ListedData): Source[] {
  const name = quoted(key.replace(/^diagrams\//, ""));
  const file = quoted(key);
  if (name === undefined || file === undefined) return [];
  if (key.startsWith("diagrams/")) return [pageOf(`{{< diagram ${name} >}}`)];
  const isList = value.kind === "list" && value.items.every(({ kind }) => kind === "scalar");
  return [pageOf(`{{< ${isList ? "yaml-list" : "yaml-table"} ${file} >}}`)];
}

/** A partial without parameters, and with all that it reads, so that both ways of an `if` are seen. */
export function callsOfPartial(name: string, source: Source): Source[] {
  const start = splitFrontMatter(source).bodyStart;
  const { usesInner, named, positional, faults } = parseTemplate(source, start);
  // What has other actions in HTML is a template of Hugo.
  if (faults.length > 0 && source.path.endsWith(".html")) return [];
  const parameters =
    named.length > 0 ? named.map((each) => `${each}="x"`) : Array(positional).fill('"x"');
  const tags = parameters.length === 0 ? [name] : [name, `${name} ${parameters.join(" ")}`];
  return tags.map((tag) =>
    pageOf(usesInner ? `{{% ${tag} %}}\nText.\n{{% /${name} %}}` : `{{% ${tag} %}}`),
  );
}

/** The faults of the text itself, without the page that was made for it. */
export function ownFaults(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics
    .filter(
      ({ id, span, message }) =>
        !isPage(span.source) && !OF_PAGES.has(id) && !isRelative(message) && !isFilled(span),
    )
    .map((diagnostic) => {
      const chain = diagnostic.chain.filter(({ source }) => !isPage(source));
      const related = diagnostic.related?.map((other) => ({
        ...other,
        chain: other.chain?.filter(({ source }) => !isPage(source)) ?? [],
      }));
      const outer = chain.at(-1)?.source.path;
      return { ...diagnostic, chain, related, pages: outer === undefined ? [] : [outer] };
    });
}

/** The links of the text itself, without those that only a page's place or its ids decide. */
export function ownLinks(links: readonly ArticleLink[]): ArticleLink[] {
  return links
    .filter(({ span, url }) => !isPage(span.source) && !url.startsWith("#") && !isFilled(span))
    .map((link) => ({ ...link, span: { ...link.span, frame: without(link.span.frame) } }));
}

/** A frame up to the call that the page made. */
function without(frame: Frame | undefined): Frame | undefined {
  if (frame === undefined || isPage(frame.source)) return undefined;
  return { ...frame, parent: without(frame.parent) ?? pageFrame(frame.source) };
}

/** An address that counts from where the page stands. */
function isRelative(message: string): boolean {
  const [, address] =
    /^Unexpected (?:address|page|link to|section|page name) "([^"]*)"/.exec(message) ?? [];
  return address !== undefined && !address.startsWith("/") && /^[.#]|[/#.]/.test(address);
}

/** Whether a parameter of a partial or its body is part of the place, or touches it. */
function isFilled({ source, start, end }: Span): boolean {
  if (!/^(?:data\/partials|layouts)\//.test(source.path)) return false;
  return /\{\{-?\s*(?![<%/-])/.test(source.text.slice(start, end + 2));
}

/** A shortcode's string; undefined for a text that none can hold. */
function quoted(text: string): string | undefined {
  if (/[\n\r]|[>%]\}\}/.test(text)) return undefined;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("`") ? undefined : `\`${text}\``;
}

function isPage({ path }: Source): boolean {
  return path === PAGE;
}

function pageOf(text: string): Source {
  return new Source(PAGE, `${text}\n`);
}
