/**
 * What the kept shell exports: layouts as functions that give HTML as text. Astro's own way
 * makes a request and a response of each page, which takes as long as the page itself.
 */
import type { AstroGlobal, SSRResult } from "astro";
import { type AstroComponentFactory, renderToString } from "astro/runtime/server/index.js";
import NavTree from "../components/NavTree.astro";
import Lost from "../layouts/Lost.astro";
import Page from "../layouts/Page.astro";
import type { PageMaker, ShellLinks } from "../project/shell-types.ts";

/** Makes documents that link to the files in `links`. */
export function createPageMaker(links: ShellLinks): PageMaker {
  const make = async (
    component: AstroComponentFactory,
    props: object,
    isPartial = false,
  ): Promise<string> => {
    const result = resultFor(links, isPartial);
    const html = await renderToString(result, component, { ...props }, {}, true);
    if (typeof html !== "string") throw new Error("Unexpected response, expected a document.");
    return html;
  };
  return {
    page: (address, known) => make(Page, { ...address, ...known }),
    lost: () => make(Lost, {}),
    branch: (items) => make(NavTree, { items }, true),
  };
}

/** What Astro's runtime asks for while it renders documents such as ours. */
type UsedResult = Pick<
  SSRResult,
  | "base"
  | "cancelled"
  | "clientDirectives"
  | "componentMetadata"
  | "compressHTML"
  | "createAstro"
  | "inlinedScripts"
  | "links"
  | "partial"
  | "renderers"
  | "resolve"
  | "scripts"
  | "styles"
  | "userAssetsBase"
  | "_metadata"
>;

/** What Astro's runtime knows of one document. */
function resultFor(links: ShellLinks, isPartial: boolean): SSRResult {
  const styles = links.styles.map((href) => ({ props: { rel: "stylesheet", href }, children: "" }));
  const result: UsedResult = {
    styles: new Set(styles),
    scripts: new Set(),
    links: new Set(),
    componentMetadata: new Map(),
    inlinedScripts: new Map(),
    clientDirectives: new Map(),
    renderers: [],
    compressHTML: false,
    partial: isPartial,
    cancelled: false,
    base: "",
    userAssetsBase: undefined,
    createAstro: (props, slots) => ({ props, slots, self: null }) as unknown as AstroGlobal,
    resolve: async (id) => {
      const script = links.scripts[id];
      if (script === undefined) throw new Error(`No script was made for ${id}`);
      return script;
    },
    _metadata: {
      hasHydrationScript: false,
      rendererSpecificHydrationScripts: new Set(),
      renderedScripts: new Set(),
      hasDirectives: new Set(),
      hasRenderedHead: false,
      hasRenderedServerIslandRuntime: false,
      // Documents have a head of their own: nothing is put before their first element.
      headInTree: true,
      extraHead: [],
      extraStyleHashes: [],
      extraScriptHashes: [],
      propagators: new Set(),
      routeHasPropagation: false,
      pendingSlotEvaluations: [],
      templateDepth: 0,
    },
  };
  return result as SSRResult;
}
