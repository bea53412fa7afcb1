/** What can only be told once all of a site was looked at: what nobody uses, and what is there twice. */
import type { Root } from "mdast";
import { checkBundled } from "../checks/bundled.ts";
import { checkEncoding } from "../checks/encoding.ts";
import { checkSameTexts } from "../checks/same-texts.ts";
import { checkTabVariants } from "../checks/tab-variants.ts";
import {
  checkDataFiles,
  checkEntries,
  checkImages,
  checkPartials,
  checkSameEntries,
} from "../checks/unused.ts";
import type { DataStore, ListedData } from "../data/store.ts";
import { checkTabLabels } from "../markdown/tab-labels.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { BUILT_IN } from "../shortcodes/definitions/index.ts";
import { parseTemplate } from "../shortcodes/template.ts";
import { PLACEHOLDER_DATA } from "../site/placeholders.ts";
import type { Site } from "../site/site.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { Source } from "../text/source.ts";
import type { SiteFiles } from "./site-files.ts";
import { imagePaths, staticTexts } from "./static-files.ts";

/** A site that was looked at as a whole. */
interface WholeSite {
  readonly site: Site;
  readonly data: DataStore;
  readonly files: SiteFiles;
  /** The trees of all pages. */
  readonly trees: readonly Root[];
  /** The targets of all uses: see `Use`. */
  readonly used: ReadonlySet<string>;
  /** The texts of all files that were read. */
  readonly texts: readonly string[];
}

/** Findings for what no page shows. */
export function unusedFindings({ site, data, files, trees, used, texts }: WholeSite): Finding[] {
  return [
    ...checkTabLabels(site.settings.tabKeys, trees),
    ...checkTabVariants(trees),
    ...checkEntries(data.allEntries(), used),
    ...checkSameEntries(data.allEntries()),
    ...checkSameTexts(markdownTexts(files), data.allEntries()),
    ...checkBundled(bundledTexts(site, files), site.allPages, used),
    ...checkDataFiles(pageData(data), used),
    ...checkPartials([...files.markdownPartials(), ...htmlPartials(files)], used),
    ...checkImages(imagePaths(site), [...texts, ...used, ...staticTexts(site)]),
    ...[...data.sources(), ...files.sources()].flatMap(checkEncoding),
    ...templateFaults(files, used),
  ];
}

/** Markdown files of other pages' folders, as they can be included. */
function bundledTexts({ bundled }: Site, files: SiteFiles): Source[] {
  return bundled.flatMap((path) => {
    const found = files.include(`content/${path}`);
    return found.ok ? [found.value] : [];
  });
}

/** Data files that only pages can ask for. */
export function pageData(data: DataStore): ListedData[] {
  return data.files().filter(({ key }) => key.toLowerCase() !== PLACEHOLDER_DATA);
}

/** An HTML partial with a built-in name is for Hugo: no page here can call it. */
export function htmlPartials(files: SiteFiles): Source[] {
  return files.htmlPartials((name) => BUILT_IN.has(name));
}

/** Partials and included files in Markdown. */
function markdownTexts(files: SiteFiles): Source[] {
  const texts = [...files.markdownPartials(), ...files.sources()];
  return [...new Set(texts)].filter(({ path }) => /\.(?:md|markdown)$/i.test(path));
}

/** Faults of partials that nobody calls; those of others are told with the call. */
function templateFaults(files: SiteFiles, used: ReadonlySet<string>): Finding[] {
  return files
    .markdownPartials()
    .filter(({ path }) => !used.has(path))
    .flatMap((source) => {
      const { faults } = parseTemplate(source, splitFrontMatter(source).bodyStart);
      return faults.map(({ range, ...fault }): Finding => {
        return { id: "template-action", ...fault, span: { source, ...range } };
      });
    });
}
