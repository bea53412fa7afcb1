/** Makes the HTML of a project's documents and writes it. */
import { setImmediate } from "node:timers/promises";
import { LOOK_FOLDER } from "../site/look.ts";
import { beginStep, pageDone } from "../timing/steps.ts";
import { setCurrentProject } from "./current.ts";
import { FoundNeeds } from "./found-needs.ts";
import type { OutputFolder } from "./output-folder.ts";
import { contentAddresses, fileNames } from "./page-addresses.ts";
import type { Project } from "./project.ts";
import type { Shell } from "./shell.ts";

/** A file of HTML that is to be made. */
interface Document {
  /** Within the built site. */
  readonly path: string;
  /** The address of the page; undefined for what is no page of the content. */
  readonly url: string | undefined;
  make(): Promise<string>;
}

/**
 * Writes all that stands at addresses of the project into `output`, which is empty: static files, the shell's styles and scripts, the files of the look, and HTML.
 * All articles must have been rendered.
 *
 * Gives what the files need of the policy. The HTML of pages is kept nowhere: it takes longer to
 * know and to read what an earlier build kept than to make it from its article.
 */
export async function generatePages(
  project: Project,
  shell: Shell,
  output: OutputFolder,
): Promise<FoundNeeds> {
  const { staticFolder, look } = project.site;
  const needs = new FoundNeeds();
  setCurrentProject(project);
  if (staticFolder !== undefined) output.copy(staticFolder);
  output.copy(shell.assets);
  for (const file of [look.sheet, look.icon])
    if (file !== undefined) output.write(`${LOOK_FOLDER}/${file.name}`, file.text);
  beginStep("Writing pages", project.publishedPages.length);
  for (const { path, url, make } of documents(project, shell)) {
    if (url !== undefined) pageDone();
    // A static file of the site goes first.
    if (output.has(path)) continue;
    const html = await make();
    output.write(path, html);
    needs.addHtml(path, html);
    await setImmediate();
  }
  return needs;
}

/** All documents, each file once: what comes first stays. */
function* documents(project: Project, shell: Shell): Generator<Document> {
  const { navigation, links } = project.site;
  for (const { name, items } of navigation.fragments((url) => links.href(url)))
    yield { path: `_nav/${name}/index.html`, url: undefined, make: () => shell.branch(items) };
  yield { path: "404.html", url: undefined, make: () => shell.lost() };
  const addresses = contentAddresses(project);
  const fileOf = fileNames(addresses.map(({ url, printed }) => printed ?? url));
  const taken = new Set(["404.html"]);
  for (const address of addresses) {
    const path = fileOf(address.printed ?? address.url);
    if (taken.has(path)) continue;
    taken.add(path);
    const url = address.kind === "page" ? address.url : undefined;
    yield { path, url, make: () => shell.page(address) };
  }
}
