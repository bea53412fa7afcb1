/** Writes a site of the benchmark into a folder. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Dialect, type DialectName, dialectOf, identifierOf } from "./dialects.ts";
import { codeIn, guideOf, outlineOf, snippetsOf } from "./guides.ts";
import { type Guide, type Outline, type Snippet, sectionUrl } from "./model.ts";
import { randomFor } from "./random.ts";
import { paragraph } from "./text.ts";
import { PRODUCT } from "./words.ts";

export interface CorpusOptions {
  readonly dialect: DialectName;
  /** How many guides; pages of sections come on top. */
  readonly pages: number;
  readonly seed?: number;
}

/** What was written. */
export interface Corpus {
  readonly pages: number;
  /** Mean size of a guide's file in bytes. */
  readonly meanBytes: number;
  /** Mean number of code blocks that a guide shows. */
  readonly meanCode: number;
  /** A guide's file, from the site's folder; for edits. */
  readonly firstFile: string;
  /** The address of that guide in the built site. */
  readonly firstUrl: string;
}

/** The folders that belong to a site of the benchmark; what else stands there stays. */
const OWN_FOLDERS = ["content", "data", "shared", "src/content/docs", "docs"];

/**
 * Writes the site into `folder`; what an earlier call wrote there is removed. The same
 * options give the same files, and all dialects the same pages with the same words.
 */
export function writeCorpus(
  folder: string,
  { dialect: name, pages, seed = 20 }: CorpusOptions,
): Corpus {
  const outline = outlineOf(pages, seed);
  const snippets = snippetsOf(outline, seed);
  const dialect = dialectOf(name, outline.guides);
  for (const own of OWN_FOLDERS) empty(join(folder, own));
  const content = join(folder, dialect.content);
  writeSections(content, dialect, outline, seed);
  let bytes = 0;
  let code = 0;
  for (const guide of outline.guides) {
    const blocks = guideOf(guide, outline, snippets, seed);
    const text = `${frontMatter(dialect, guide)}${dialect.blocks(blocks)}\n`;
    write(join(content, fileOf(guide)), text);
    bytes += text.length;
    code += blocks.reduce((sum, block) => sum + codeIn(block), 0);
  }
  if (dialect.hasSnippets) writeSnippets(folder, dialect, snippets);
  if (name === "vitepress")
    write(join(folder, "sidebar.json"), JSON.stringify(sidebar(dialect, outline)));
  const [first] = outline.guides;
  if (first === undefined) throw new Error("Expected at least one page.");
  return {
    pages,
    meanBytes: Math.round(bytes / pages),
    meanCode: code / pages,
    firstFile: `${dialect.content}/${fileOf(first)}`,
    firstUrl: first.url,
  };
}

function fileOf({ url }: Guide): string {
  return `${url.slice(1, -1)}.md`;
}

function frontMatter(dialect: Dialect, { title, section, url, order }: Guide): string {
  return dialect.frontMatter({
    title,
    description: `How to ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    order,
    identifier: url.split("/").at(-2) ?? "",
    parent: identifierOf(section),
  });
}

function writeSections(content: string, dialect: Dialect, outline: Outline, seed: number): void {
  const text = (purpose: string): string =>
    dialect.blocks([
      { kind: "text", text: paragraph(randomFor(seed, "about", purpose), outline, 3, 5) },
    ]);
  write(
    join(content, dialect.index),
    `---\ntitle: ${PRODUCT} guides\ndescription: Guides for ${PRODUCT}.\n---\n\n${text("home")}\n`,
  );
  for (const section of [...outline.parts, ...outline.sections]) {
    const { title, order, part } = section;
    const head = dialect.frontMatter({
      title,
      description: `Guides: ${title}.`,
      order,
      identifier: identifierOf(section),
      parent: part && identifierOf(part),
    });
    const url = sectionUrl(section);
    write(join(content, url, dialect.index), `${head}${text(url)}\n`);
  }
}

/** Each file with its entries, as YAML; included files as they are. */
function writeSnippets(folder: string, dialect: Dialect, snippets: readonly Snippet[]): void {
  const files = new Map<string, string>();
  for (const { form, file, name, blocks } of snippets) {
    if (form === "file") write(join(folder, `${file}.md`), `${dialect.blocks(blocks)}\n`);
    else {
      const key = `${file}.yml`;
      files.set(key, `${files.get(key) ?? ""}${entryOf(form, name, blocks, dialect)}`);
    }
  }
  for (const [file, text] of files) write(join(folder, file), text);
}

function entryOf(
  form: "entry" | "example",
  name: string,
  blocks: Snippet["blocks"],
  dialect: Dialect,
): string {
  const scalar = (text: string): string => `|-\n${text.replace(/^(?=.)/gm, "    ")}`;
  if (form === "entry") return `- name: ${name}\n  content: ${scalar(dialect.blocks(blocks))}\n`;
  const [about, code] = blocks;
  const text = code?.kind === "code" ? code.text : "";
  return `- name: ${name}\n  description: ${scalar(dialect.blocks(about === undefined ? [] : [about]))}\n  code: ${scalar(text)}\n`;
}

/** VitePress has no navigation of its own making. */
function sidebar(dialect: Dialect, { parts, sections, guides }: Outline): unknown {
  return parts.map((part) => ({
    text: part.title,
    link: dialect.address(sectionUrl(part)),
    items: sections
      .filter((section) => section.part === part)
      .map((section) => ({
        text: section.title,
        link: dialect.address(sectionUrl(section)),
        collapsed: true,
        items: guides
          .filter((guide) => guide.section === section)
          .map(({ title, url }) => ({ text: title, link: dialect.address(url) })),
      })),
  }));
}

/** Settings of a generator in a hidden folder are not the corpus's. */
function empty(folder: string): void {
  try {
    for (const name of readdirSync(folder))
      if (!name.startsWith(".")) rmSync(join(folder, name), { recursive: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
