/** The outline of a site, its snippets and its guides, from a seed. */
import type { Block, Guide, Outline, Section, Snippet } from "./model.ts";
import { sectionUrl } from "./model.ts";
import { type Random, randomFor } from "./random.ts";
import { capital, code, paragraph, sentence, withArticle } from "./text.ts";
import {
  GERUNDS,
  MEASURES,
  QUALITIES,
  SETTINGS,
  SYSTEMS,
  TAB_LABELS,
  THINGS,
  TYPES,
  VERBS,
} from "./words.ts";

const GUIDES_OF_A_SECTION = 20;
const SECTIONS_OF_A_PART = 10;
const ENTRIES_OF_A_FILE = 6;

/** Titles and addresses of a site of `count` guides, in sections, in parts. */
export function outlineOf(count: number, seed: number): Outline {
  const parts: Section[] = [];
  const sections: Section[] = [];
  const guides: Guide[] = [];
  for (let index = 0; index < count; index++) {
    const place = Math.floor(index / GUIDES_OF_A_SECTION);
    const section = sections[place] ?? addSection(sections, parts, place, seed);
    const random = randomFor(seed, "title", index);
    const title = `${capital(random.pick(VERBS))} ${withArticle(random.pick(QUALITIES))} ${random.pick(THINGS)} with ${random.pick(SYSTEMS)}`;
    const slug = `${slugOf(title)}-${String(index).padStart(5, "0")}`;
    const url = `${sectionUrl(section)}${slug}/`;
    guides.push({ index, title, url, section, order: (index % GUIDES_OF_A_SECTION) + 1 });
  }
  return { parts, sections, guides };
}

function addSection(sections: Section[], parts: Section[], place: number, seed: number): Section {
  const above = Math.floor(place / SECTIONS_OF_A_PART);
  const part = parts[above] ?? sectionAt(above, undefined, randomFor(seed, "part", above));
  parts[above] = part;
  const section = sectionAt(place, part, randomFor(seed, "section", place));
  sections[place] = section;
  return section;
}

function sectionAt(place: number, part: Section | undefined, random: Random): Section {
  const title = `${capital(random.pick(GERUNDS))} with ${random.pick(SYSTEMS)}`;
  const number = String(place + 1).padStart(3, "0");
  const slug = `${part === undefined ? "part" : "section"}-${number}-${slugOf(title)}`;
  return { slug, title, part, order: place + 1 };
}

function slugOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** The snippets of a site; each is shown by many pages. */
export function snippetsOf(outline: Outline, seed: number): Snippet[] {
  const files = Math.max(3, Math.ceil(outline.guides.length / 10));
  return Array.from({ length: files }, (_, file) => snippetFiles(outline, seed, file)).flat();
}

function snippetFiles(outline: Outline, seed: number, file: number): Snippet[] {
  const random = randomFor(seed, "snippets", file);
  const number = String(file).padStart(4, "0");
  const text = (least: number, most: number): Block => ({
    kind: "text",
    text: paragraph(random, outline, least, most),
  });
  const entries = Array.from({ length: ENTRIES_OF_A_FILE }, (_, at): Snippet[] => [
    {
      form: "entry",
      file: `data/steps/set_${number}`,
      name: `${slugOf(random.pick(MEASURES))}-${at}`,
      blocks: [text(2, 3), bullets(random, outline, 3)],
    },
    {
      form: "example",
      file: `data/examples/set_${number}`,
      name: `${random.pick(VERBS)}-${at}`,
      blocks: [text(1, 2), code(random, "sql")],
    },
  ]);
  const whole: Snippet = {
    form: "file",
    file: `shared/about_${number}`,
    name: "",
    blocks: [text(2, 4), text(1, 3)],
  };
  return [...entries.flat(), whole];
}

/** What a guide is made of, one after the other, until it is long enough. */
const FEATURES = ["tabs", "example", "entry", "table", "callout"] as const;

/** A guide of about 10 KB of Markdown with four to eight code blocks. */
export function guideOf(
  guide: Guide,
  outline: Outline,
  snippets: readonly Snippet[],
  seed: number,
): Block[] {
  const random = randomFor(seed, "guide", guide.index);
  const wanted = random.whole(6_000, 9_600);
  const mostCode = random.whole(5, 8);
  const blocks: Block[] = [];
  let hasCode = 0;
  const add = (...more: Block[]): void => {
    blocks.push(...more);
    hasCode += more.reduce((sum, block) => sum + codeIn(block), 0);
  };
  const text = (least: number, most: number): Block => ({
    kind: "text",
    text: paragraph(random, outline, least, most),
  });
  const include = (form: Snippet["form"]): Block => ({
    kind: "include",
    snippet: random.pick(snippets.filter((snippet) => snippet.form === form)),
  });
  const mayHaveCode = (): boolean => hasCode < mostCode - 1;

  add(text(2, 3), text(1, 2), heading(2, "Before you begin"), bullets(random, outline, 3));
  add(include("file"));
  const features = random.sample(FEATURES, FEATURES.length);
  for (let step = 1; sizeOf(blocks) < wanted - 600; step++) {
    const what = `${random.pick(VERBS)} the ${random.pick(QUALITIES)} ${random.pick(THINGS)}`;
    add(heading(2, `Step ${step}: ${what}`), text(2, 4));
    if (random.isLikely(0.5)) {
      add(heading(3, `${capital(random.pick(GERUNDS))} in ${random.pick(SYSTEMS)}`), text(1, 3));
    }
    add(steps(random, outline, mayHaveCode()));
    const feature = features[step % features.length];
    if (feature === "tabs") add(tabs(random, outline, mayHaveCode()));
    else if (feature === "table") add(table(random, outline));
    else if (feature === "callout") {
      const name = random.pick(["note", "note", "tip", "warning"] as const);
      add({ kind: "callout", name, body: [text(1, 3)] });
    } else if (feature === "entry" || (feature === "example" && mayHaveCode()))
      add(include(feature));
  }
  while (hasCode < 4) add(text(1, 1), code(random));
  return [...blocks, heading(2, "What to read next"), text(1, 2)];
}

function heading(depth: number, text: string): Block {
  return { kind: "heading", depth, text };
}

function bullets(random: Random, outline: Outline, count: number): Block {
  const item = (): Block[] => [{ kind: "text", text: sentence(random, outline) }];
  return { kind: "list", isOrdered: false, items: Array.from({ length: count }, item) };
}

function steps(random: Random, outline: Outline, hasCode: boolean): Block {
  const count = random.whole(2, 4);
  const withCode = hasCode ? random.whole(0, count) : -1;
  const items = Array.from({ length: count }, (_, at): Block[] => [
    { kind: "text", text: sentence(random, outline) },
    ...(at === withCode ? [code(random)] : []),
  ]);
  return { kind: "list", isOrdered: true, items };
}

function tabs(random: Random, outline: Outline, hasCode: boolean): Block {
  const labels = random.sample(TAB_LABELS, random.whole(2, 3));
  return {
    kind: "tabs",
    tabs: labels.map((label, at) => ({
      label,
      body: [
        { kind: "text", text: paragraph(random, outline, 1, 2) },
        ...(hasCode && at < 2 ? [code(random)] : []),
      ],
    })),
  };
}

function table(random: Random, outline: Outline): Block {
  const rows = random
    .sample(SETTINGS, random.whole(3, 6))
    .map((name) => [`\`${name}\``, random.pick(TYPES), sentence(random, outline)]);
  return { kind: "table", rows: [["Setting", "Type", "Meaning"], ...rows] };
}

/** Code blocks in a block, those of snippets too. */
export function codeIn(block: Block): number {
  const all = (blocks: readonly Block[]): number =>
    blocks.reduce((sum, inner) => sum + codeIn(inner), 0);
  if (block.kind === "code") return 1;
  if (block.kind === "list") return all(block.items.flat());
  if (block.kind === "callout") return all(block.body);
  if (block.kind === "tabs") return all(block.tabs.flatMap(({ body }) => body));
  return block.kind === "include" ? all(block.snippet.blocks) : 0;
}

/** About as many characters as the blocks have as Markdown; a snippet counts as its call. */
function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + 2 + sizeOfOne(block), 0);
}

function sizeOfOne(block: Block): number {
  if (block.kind === "text" || block.kind === "heading") return block.text.length;
  if (block.kind === "code") return block.text.length + 10;
  if (block.kind === "list") return sizeOf(block.items.flat());
  if (block.kind === "table") return block.rows.flat().join(" | ").length;
  if (block.kind === "callout") return sizeOf(block.body) + 25;
  if (block.kind === "tabs") return sizeOf(block.tabs.flatMap(({ body }) => body)) + 60;
  return 60;
}
