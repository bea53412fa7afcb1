/** Makes the HTML of a project's documents and writes it. */
import { setImmediate } from "node:timers/promises";
import { type Need, needsOfHtml } from "../outputs/inline.ts";
import { type PrintPage, printedPages, printView } from "../print/views.ts";
import { articleBytes } from "../site/article.ts";
import { LOOK_FOLDER } from "../site/look.ts";
import type { Page } from "../site/types.ts";
import { beginStep, pageDone } from "../timing/steps.ts";
import { setCurrentProject } from "./current.ts";
import { FoundNeeds } from "./found-needs.ts";
import type { MadePages } from "./made-pages.ts";
import type { OutputFolder } from "./output-folder.ts";
import { type ContentAddress, contentAddresses, fileNames } from "./page-addresses.ts";
import type { PageFrame } from "./page-entry.ts";
import type { Project } from "./project.ts";
import type { Shell } from "./shell.ts";

/** Stands for an article in the HTML around it. */
const ARTICLE = "<!--article-->";

/** A file of HTML that is to be made. */
interface Document {
  /** Within the built site. */
  readonly path: string;
  /** Where it is told by its address. */
  readonly address: ContentAddress | undefined;
  make(): Promise<Made>;
}

/** A file of HTML with what it needs of the policy. */
interface Made {
  /** Its parts in order, texts and UTF-8. */
  readonly html: readonly (string | Uint8Array)[];
  readonly needs: readonly Need[];
}

/**
 * Writes all that stands at addresses of the project into `output`, which is empty: static files, the shell's styles and scripts, the files of the look, and HTML.
 * All articles must have been rendered. `before` knows the pages that the last build made.
 *
 * Gives what the files need of the policy.
 */
export async function generatePages(
  project: Project,
  shell: Shell,
  output: OutputFolder,
  before?: MadePages,
): Promise<FoundNeeds> {
  const { staticFolder, look } = project.site;
  const needs = new FoundNeeds();
  setCurrentProject(project);
  if (staticFolder !== undefined) output.copy(staticFolder);
  output.copy(shell.assets);
  for (const file of [look.sheet, look.icon])
    if (file !== undefined) output.write(`${LOOK_FOLDER}/${file.name}`, file.text);
  beginStep("Writing pages", project.publishedPages.length);
  for (const document of documents(project, shell, before)) {
    if (document.address?.kind === "page") pageDone();
    // A static file of the site goes first.
    if (output.has(document.path)) continue;
    needs.add(document.path, await writeDocument(document, output, before));
    await setImmediate();
  }
  before?.keep();
  return needs;
}

/** Gives what a document needs of the policy. */
async function writeDocument(
  { path, address, make }: Document,
  output: OutputFolder,
  before: MadePages | undefined,
): Promise<readonly Need[]> {
  const key = address && before?.keyOf(address);
  const kept = key === undefined ? undefined : before?.takeOver(path, key);
  if (kept !== undefined) return kept;
  const { html, needs } = await make();
  output.write(path, ...html);
  if (key !== undefined) before?.add(path, key, needs);
  return needs;
}

/** All documents, each file once: what comes first stays. */
function* documents(
  project: Project,
  shell: Shell,
  before: MadePages | undefined,
): Generator<Document> {
  const { navigation, links } = project.site;
  for (const { name, items } of navigation.fragments((url) => links.href(url)))
    yield plain(`_nav/${name}/index.html`, () => shell.branch(items));
  yield plain("404.html", () => shell.lost());
  const addresses = contentAddresses(project);
  const fileOf = fileNames(addresses.map(({ url, printed }) => printed ?? url));
  const taken = new Set(["404.html"]);
  for (const address of addresses) {
    const path = fileOf(address.printed ?? address.url);
    if (taken.has(path)) continue;
    taken.add(path);
    yield { path, address, make: () => madeAt(address, project, shell, before) };
  }
}

/** What stands at an address. */
async function madeAt(
  address: ContentAddress,
  project: Project,
  shell: Shell,
  before: MadePages | undefined,
): Promise<Made> {
  const page = project.site.byUrl.get(address.url);
  if (page !== undefined && address.kind === "page")
    return madePage(project, shell, page, { address, frame: before?.frameOf(page) });
  if (page !== undefined && address.kind === "print")
    return madePrintView(project, shell, page, address);
  return ofHtml(await shell.page(address));
}

/** A document that no address of the content tells. */
function plain(path: string, make: () => Promise<string>): Document {
  return { path, address: undefined, make: async () => ofHtml(await make()) };
}

/**
 * A page. Its article is put in as the bytes that it is kept as, and what it needs is known: to
 * write, measure and search the text again takes longer than the layout around it.
 */
async function madePage(
  project: Project,
  shell: Shell,
  page: Page,
  { address, frame }: { readonly address: ContentAddress; readonly frame: PageFrame | undefined },
): Promise<Made> {
  const around = await shell.page(address, { article: ARTICLE, frame });
  const html = filled(around, [articleBytes(project.article(page))]);
  if (html === undefined) return ofHtml(await shell.page(address));
  return { html, needs: [...needsOfHtml(around), ...project.needsOf(page)] };
}

/** A section with all its pages: their articles are put in, and what they need is known. */
async function madePrintView(
  project: Project,
  shell: Shell,
  section: Page,
  address: ContentAddress,
): Promise<Made> {
  const view = printView(project.site, section, project);
  const marked = (page: PrintPage): PrintPage => ({ ...page, html: page.html && ARTICLE });
  const pages = { own: marked(view.own), pages: view.pages.map(marked) };
  const around = await shell.page(address, { view: pages });
  const articles = [view.own, ...view.pages].flatMap(({ html }) => html || []);
  const html = filled(around, articles);
  if (html === undefined) return ofHtml(await shell.page(address, { view }));
  const needs = printedPages(project.site, section).flatMap((page) => project.needsOf(page));
  return { html, needs: [...needsOfHtml(around), ...needs] };
}

/** The text around articles with these in their places; undefined if there are not as many. */
function filled(
  around: string,
  articles: readonly (string | Uint8Array)[],
): Made["html"] | undefined {
  const parts = around.split(ARTICLE);
  // A site may have the same comment in HTML of its own.
  if (parts.length !== articles.length + 1) return undefined;
  return parts.flatMap((part, index) => [part, articles[index] ?? ""]);
}

function ofHtml(html: string): Made {
  return { html: [html], needs: [...needsOfHtml(html)] };
}
