/** Pictures for links to a page, `images` of its front matter, that are not there. */
import type { DataNode, DataPair } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { readOwnMatter } from "../site/front-matter.ts";
import { pageImage } from "../site/page-image.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";

/** A name that stands in front matter, and where. */
interface Named {
  readonly text: string;
  readonly range: DataNode["range"];
}

/** What is wrong with the pictures that a site's pages name. */
export function checkPageImages(site: Site): Finding[] {
  return site.pages
    .filter(({ isPublished }) => isPublished)
    .flatMap((page) => {
      const { source } = page;
      // Front matter is read again only where it can name pictures.
      return source !== undefined && /\bimages\b/i.test(source.text)
        ? imageFaults(site, page, source)
        : [];
    });
}

function imageFaults(site: Site, page: Page, source: Source): Finding[] {
  const { layer, cascades } = readOwnMatter(source, () => {});
  // Below a cascade, a path is looked up beside each page; one from the root is the same for all.
  const handedOn = cascades
    .flatMap(({ layer: { pairs } }) => imagesIn(pairs))
    .filter(({ text }) => text.startsWith("/"));
  return [...imagesIn(layer.pairs), ...handedOn].flatMap(({ text, range }): Finding[] => {
    const image = pageImage(site, page, text);
    if (image.ok) return [];
    return [{ ...image.complaint, id: "front-matter-file", span: { source, ...range } }];
  });
}

/** Those of `params` count where both have some. */
function imagesIn(pairs: readonly DataPair[]): Named[] {
  const params = fieldOf(pairs, "params");
  const inner = params?.kind === "map" ? fieldOf(params.pairs, "images") : undefined;
  const images = inner ?? fieldOf(pairs, "images");
  const nodes = images?.kind === "list" ? images.items : images === undefined ? [] : [images];
  return nodes.flatMap((node): Named[] =>
    node.kind === "scalar" && typeof node.value === "string" && node.value !== ""
      ? [{ text: node.value, range: node.range }]
      : [],
  );
}

function fieldOf(pairs: readonly DataPair[], name: string): DataNode | undefined {
  return pairs.find(({ key }) => key.toLowerCase() === name)?.value;
}
