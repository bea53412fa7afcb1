/**
 * What the search index is fed with: one small HTML document per page, made of the
 * article and not of the page around it. Pagefind takes each heading with an id for
 * a result of its own, so each tab panel gets a heading here. The text of a section
 * stands together: what follows a group of tabs is moved before it.
 */
import { oneLine } from "../text/one-line.ts";
import { encodePlaces, NAMES_META, PLACES_ELEMENT } from "./places.ts";
import type { ArticleSections, Line, Section } from "./sections.ts";

/** A page as search shows it. */
export interface SearchPage {
  /** Path from the site's root, without the base. */
  readonly url: string;
  readonly title: string;
  /** Its short name, as menus show it. */
  readonly name?: string | undefined;
  /** Words by which it is found beside its text. */
  readonly keywords?: readonly string[];
  /** Its place among its neighbours, which decides between pages that say the same. */
  readonly weight?: number;
  /** By how many percent it counts more than others, or less. */
  readonly rank?: number;
  readonly description?: string | undefined;
  /** Titles of the sections of the site above the page, outermost first. */
  readonly trail: readonly string[];
  /** The top section, by which results can be narrowed; by default the first of `trail`. */
  readonly section?: string | undefined;
}

export interface RecordOptions {
  /** Language of the text (BCP 47); decides on stemming. */
  readonly language: string;
}

/** A title counts more than any heading; Pagefind squares weights, its `h1` has 7. */
const TITLE_WEIGHT = 10;

/**
 * The document that stands for a page in the index. Words of neighbouring elements
 * are never joined.
 */
export function searchRecord(
  page: SearchPage,
  { intro, sections }: ArticleSections,
  { language }: RecordOptions,
): string {
  const places = encodePlaces({
    trail: page.trail,
    parents: sections.map(({ parent }) => parent),
    tabs: sections.flatMap(({ kind }, index) => (kind === "tab" ? [index] : [])),
    names: namesOf(page),
    weight: page.weight ?? 0,
    rank: page.rank ?? 0,
  });
  const about: Line[] = page.description === undefined ? [] : [prose(page.description)];
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(page.title)}</title></head>`,
    `<body${filterOf(page)}>`,
    `<h1 data-pagefind-weight="${TITLE_WEIGHT}">${escapeHtml(page.title)}</h1>`,
    `<${PLACES_ELEMENT} id="${escapeHtml(places)}"></${PLACES_ELEMENT}>`,
    ...namesHtml(page),
    ...linesHtml([...about, ...intro]),
    ...sections.flatMap(sectionHtml),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function namesOf({ title, name, keywords = [] }: SearchPage): string[] {
  return name === undefined || name === title ? [...keywords] : [name, ...keywords];
}

/** Metadata is searched, but is no part of the text that excerpts are cut from. */
function namesHtml(page: SearchPage): string[] {
  const names = namesOf(page).join(", ");
  if (names === "") return [];
  return [`<meta data-pagefind-meta="${NAMES_META}[content]" content="${escapeHtml(names)}">`];
}

function filterOf({ section, trail }: SearchPage): string {
  const name = section ?? trail[0];
  if (name === undefined) return "";
  return ` data-pagefind-filter="section[data-section]" data-section="${escapeHtml(name)}"`;
}

function sectionHtml({ id, title, depth, lines }: Section): string[] {
  return [
    `<h${depth} id="${escapeHtml(id)}">${escapeHtml(title)}</h${depth}>`,
    ...linesHtml(lines),
  ];
}

/** What a sentence does not end with (Pagefind: `SENTENCE_CHARS`). */
const NO_END = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"')$*]$/u;

/**
 * Lines as one element: with one for each, Pagefind takes a fifth more time for a page. It puts a
 * full stop after a paragraph that has none, but not after code; in one element that is done here.
 */
function linesHtml(lines: readonly Line[]): string[] {
  if (lines.length === 0) return [];
  const texts = lines.map(({ text, isCode }) => (!isCode && NO_END.test(text) ? `${text}.` : text));
  return [`<pre>${escapeHtml(texts.join("\n"))}</pre>`];
}

function prose(text: string): Line {
  return { text: oneLine(text), isCode: false };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
