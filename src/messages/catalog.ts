/**
 * Every diagnostic there is: its permanent id, its level and what it means. Ids
 * are never renamed, since authors search for them. A new one is an entry in the
 * file of its subject in catalog/.
 */
import { CALLS } from "./catalog/calls.ts";
import { DATA } from "./catalog/data.ts";
import type { CatalogEntries, CatalogEntry } from "./catalog/entry.ts";
import { EXCUSES } from "./catalog/excuses.ts";
import { FRONT_MATTER } from "./catalog/front-matter.ts";
import { INCLUDES } from "./catalog/includes.ts";
import { LINKS } from "./catalog/links.ts";
import { MARKDOWN } from "./catalog/markdown.ts";
import { PAGES } from "./catalog/pages.ts";
import { SYNTAX } from "./catalog/syntax.ts";
import type { Level } from "./diagnostic.ts";

export type { CatalogEntry, Example } from "./catalog/entry.ts";

/** The diagnostics by subject, in the manual's order. */
const GROUPS = {
  syntax: SYNTAX,
  shortcodes: CALLS,
  includes: INCLUDES,
  data: DATA,
  "front-matter": FRONT_MATTER,
  pages: PAGES,
  links: LINKS,
  markdown: MARKDOWN,
  excuses: EXCUSES,
} as const satisfies Readonly<Record<string, CatalogEntries>>;

export type GroupName = keyof typeof GROUPS;

export const CATALOG = {
  ...SYNTAX,
  ...CALLS,
  ...INCLUDES,
  ...DATA,
  ...FRONT_MATTER,
  ...PAGES,
  ...LINKS,
  ...MARKDOWN,
  ...EXCUSES,
} as const satisfies CatalogEntries;

export type DiagnosticId = keyof typeof CATALOG;

export function levelOf(id: DiagnosticId): Level {
  return CATALOG[id].level;
}

export function isDiagnosticId(text: string): text is DiagnosticId {
  return Object.hasOwn(CATALOG, text);
}

/** All ids, for suggestions. */
export function diagnosticIds(): readonly string[] {
  return Object.keys(CATALOG);
}

/** The group of an id: the page of the manual that explains it has its name. */
function groupOf(id: DiagnosticId): GroupName {
  const group = GROUP_NAMES.find((name) => Object.hasOwn(GROUPS[name], id));
  if (group === undefined) throw new Error(`${id} is in no group.`);
  return group;
}

/** The address of an id's place in the manual; `manual` is where that is published. */
export function manualPage(id: DiagnosticId, manual: string): string {
  return `${manual}/authoring/diagnostics/${groupOf(id)}/#${id}`;
}

/** The names of the groups, in the manual's order. */
export const GROUP_NAMES = Object.keys(GROUPS) as GroupName[];

/** The diagnostics of a group, with their ids. */
export function entriesOf(group: GroupName): readonly (readonly [string, CatalogEntry])[] {
  return Object.entries(GROUPS[group]);
}
