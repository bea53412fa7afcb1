/**
 * Links that stand in no page's text: in header and footer, and on the cards of the
 * home page; and sections that are named there, or have a print view. They are those of
 * settings and front matter.
 */
import type { DataNode, DataPair } from "../data/types.ts";
import type { ArticleLink } from "../markdown/links.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { readOwnMatter } from "../site/front-matter.ts";
import { sectionAt, sectionMissing } from "../site/listing.ts";
import { readSettingsLayers } from "../site/settings-files.ts";
import type { Site } from "../site/site.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { MappedSpan } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import { checkAnchors, type IdsOf } from "./anchors.ts";

/** Where addresses stand; `*` is each item of a list, or each value of a map. */
const IN_SETTINGS = ["header.*.url", "footer.*.url", "menus.*.*.url", "menu.*.*.url"];
const PAGES_IN_SETTINGS = ["menus.*.*.pageref", "menu.*.*.pageref"];
const SECTIONS_IN_SETTINGS = ["printviews.*"];
const ON_HOME = ["often.*.url", "groups.*.cards.*.url"];
const SECTIONS_ON_HOME = ["groups.*.section"];

/** Where other hosts are named besides. */
const MORE_IN_SETTINGS = ["image", "edit", "upstream.*.url"];
const IN_FRONT_MATTER = ["menu.*.url", "menus.*.url", "images", "images.*"];

interface Address {
  readonly text: string;
  readonly span: MappedSpan;
}

/** What is wrong with links of the settings and of the home page; `idsOf` gives a page's ids. */
export function checkShownLinks(site: Site, idsOf: IdsOf): Finding[] {
  const findings: Finding[] = [];
  for (const { source, pairs } of readSettingsLayers(site.root, () => {})) {
    const faults = [
      ...linkFaults(site, addressesAt(source, pairs, IN_SETTINGS), idsOf),
      ...linkFaults(site, addressesAt(source, pairs, PAGES_IN_SETTINGS).map(fromRoot), idsOf),
      ...sectionFaults(site, addressesAt(source, pairs, SECTIONS_IN_SETTINGS)),
    ];
    // Settings may be shared by sites that differ in their pages.
    findings.push(...faults.map((fault) => ({ ...fault, id: "settings-link" as const })));
    findings.push(...imageFaults(site, addressesAt(source, pairs, ["image"])));
  }
  const { source } = site.home;
  if (source === undefined) return findings;
  const { pairs } = readOwnMatter(source, () => {}).layer;
  findings.push(...linkFaults(site, homeAddresses(source, pairs, ON_HOME), idsOf));
  findings.push(...sectionFaults(site, homeAddresses(source, pairs, SECTIONS_ON_HOME)));
  return findings;
}

/** The links to pages that settings and the home page's cards have. */
export function shownLinks(site: Site): ArticleLink[] {
  const inSettings = readSettingsLayers(site.root, () => {}).flatMap(({ source, pairs }) =>
    addressesAt(source, pairs, IN_SETTINGS),
  );
  const { source } = site.home;
  const pairs = source === undefined ? [] : readOwnMatter(source, () => {}).layer.pairs;
  const onHome = source === undefined ? [] : homeAddresses(source, pairs, ON_HOME);
  return [...inSettings, ...onHome].flatMap(({ text, span }) => {
    const found = site.links.resolve(text, {
      page: undefined,
      file: span.source.path,
      kind: "link",
    });
    if (!found.ok || found.value.page === undefined) return [];
    const { url, page, fragment } = found.value;
    return [{ url, pageUrl: page.url, fragment, span }];
  });
}

/** The addresses that settings and front matter have; those that are paths of the site too. */
export function shownAddresses(site: Site): { readonly url: string; readonly span: MappedSpan }[] {
  const inSettings = readSettingsLayers(site.root, () => {}).flatMap(({ source, pairs }) =>
    addressesAt(source, pairs, [...IN_SETTINGS, ...MORE_IN_SETTINGS]),
  );
  const inPages = site.allPages.flatMap(({ source }) => {
    // Front matter is read again only where it can name other hosts.
    if (source === undefined || !matterOf(source).includes("//")) return [];
    const { pairs } = readOwnMatter(source, () => {}).layer;
    return homeAddresses(source, pairs, [...ON_HOME, ...IN_FRONT_MATTER]);
  });
  return [...inSettings, ...inPages].map(({ text, span }) => ({ url: text, span }));
}

function matterOf(source: Source): string {
  return source.text.slice(0, splitFrontMatter(source).bodyStart);
}

function sectionFaults(site: Site, addresses: readonly Address[]): Finding[] {
  return addresses
    .filter(({ text }) => sectionAt(site, text) === undefined)
    .map(({ text, span }) => ({ ...sectionMissing(site, text), span }));
}

function linkFaults(site: Site, addresses: readonly Address[], idsOf: IdsOf): Finding[] {
  return addresses.flatMap(({ text, span }): Finding[] => {
    const origin = { page: undefined, file: span.source.path, kind: "link" } as const;
    const found = site.links.resolve(text, origin);
    if (!found.ok) return [{ ...found.complaint, span }];
    const { url, page, fragment, remark } = found.value;
    const remarks = remark === undefined ? [] : [{ ...remark, span }];
    return [...remarks, ...checkAnchors([{ url, pageUrl: page?.url, fragment, span }], idsOf)];
  });
}

/** Hugo: `pageRef` is a page's path below content/, with or without a slash before it. */
function fromRoot({ text, span }: Address): Address {
  return { text: text.replace(/^\/*/, "/"), span };
}

/** The picture for links to the site. */
function imageFaults(site: Site, addresses: readonly Address[]): Finding[] {
  return addresses.flatMap(({ text, span }): Finding[] => {
    const found = site.links.resolve(text, { page: undefined, file: "", kind: "image" });
    return found.ok ? [] : [{ ...found.complaint, id: "settings-file", span }];
  });
}

/** Parameters of their own are read below `params` and beside it. */
function homeAddresses(
  source: Source,
  pairs: readonly DataPair[],
  paths: readonly string[],
): Address[] {
  return addressesAt(source, pairs, [...paths, ...paths.map((path) => `params.${path}`)]);
}

function addressesAt(
  source: Source,
  pairs: readonly DataPair[],
  paths: readonly string[],
): Address[] {
  const range = { start: 0, end: 0 };
  const root: DataNode = { kind: "map", pairs, range };
  return paths.flatMap((path) =>
    nodesAt(root, path.split(".")).flatMap((node): Address[] => {
      if (node.kind !== "scalar" || typeof node.value !== "string") return [];
      // Between its quotes an address can be mended.
      const { start, end } = node.text.spanAt(0, node.text.length);
      const isExact = source.text.slice(start, end) === node.value;
      const range = isExact ? { start, end } : node.range;
      return [{ text: node.value, span: { source, ...range, frame: undefined } }];
    }),
  );
}

function nodesAt(node: DataNode, path: readonly string[]): DataNode[] {
  const [key, ...rest] = path;
  if (key === undefined) return [node];
  const inner =
    node.kind === "list" && key === "*"
      ? node.items
      : node.kind === "map"
        ? node.pairs
            .filter((pair) => key === "*" || pair.key.toLowerCase() === key)
            .map(({ value }) => value)
        : [];
  return inner.flatMap((child) => nodesAt(child, rest));
}
