/** Makes a built site work from files, by a double click on its `index.html`. */
import { CopyAddresses, type Home } from "./addresses.ts";
import { BuiltSite } from "./built-site.ts";
import { rewriteCss } from "./css.ts";
import { FOLDER, rewriteHtml } from "./html.ts";
import { fileScript, moduleScript, pageScript, runtimeScript } from "./scripts.ts";

/** Instructions for servers and crawlers, and the page that a server shows for unknown addresses. */
const FOR_SERVERS = new Set(["404.html", "_headers", "_redirects", "robots.txt", "sitemap.xml"]);

/** Folders of files that only scripts ask for. */
const ASKED_FOR = /^(?:_nav|pagefind)\//;

/** Pages' texts in Markdown stay where they are; scripts ask for them too. */
const MARKDOWN = /(?:^|\/)index\.md$/;

/** Where the plain scripts of modules go, and what Astro has built them in. */
const SCRIPTS = `${FOLDER}/scripts`;
const BUILT = "_assets/";

/**
 * Changes the site in `folder` so that it works without a server. `home`: where the
 * site would stand on the web. Throws if a script of the site cannot be bundled.
 */
export async function makeOffline(folder: string, home: Home): Promise<void> {
  const site = new BuiltSite(folder);
  for (const path of FOR_SERVERS) site.remove(path);
  const files = site.list();
  const addresses = new CopyAddresses(new Set(files), home);
  const modules = rewritePages(site, files, addresses, home.base);
  await bundlePageScripts(site, modules, addresses, home.base);
  await wrapFiles(site, files, addresses, home.base);
  site.write(`${FOLDER}/runtime.js`, await runtimeScript());
}

/** Rewrites pages and style sheets; gives the modules that pages load. */
function rewritePages(
  site: BuiltSite,
  files: readonly string[],
  addresses: CopyAddresses,
  base: string,
): Set<string> {
  const modules = new Set<string>();
  const scriptOf = (module: string): string => {
    modules.add(module);
    return `${SCRIPTS}/${module}`;
  };
  for (const path of files.filter((file) => !ASKED_FOR.test(file))) {
    if (path.endsWith(".html")) {
      site.write(path, rewriteHtml(site.text(path), { file: path, addresses, base, scriptOf }));
    } else if (path.endsWith(".css")) {
      site.write(
        path,
        rewriteCss(site.text(path), (to) => addresses.rewrite(to, path)),
      );
    }
  }
  return modules;
}

async function bundlePageScripts(
  site: BuiltSite,
  modules: ReadonlySet<string>,
  addresses: CopyAddresses,
  base: string,
): Promise<void> {
  const replaced = new Set<string>();
  for (const path of modules) {
    const script = await pageScript({ folder: site.folder, path, base, addresses });
    site.write(`${SCRIPTS}/${path}`, script.code);
    for (const module of script.modules) replaced.add(module);
  }
  for (const path of replaced) if (path.startsWith(BUILT)) site.remove(path);
}

/** Puts each file that scripts ask for into a script of its own. */
async function wrapFiles(
  site: BuiltSite,
  files: readonly string[],
  addresses: CopyAddresses,
  base: string,
): Promise<void> {
  const { folder } = site;
  for (const path of files) {
    if (ASKED_FOR.test(path) && path.endsWith(".js")) {
      const code = await moduleScript({ folder, path, base, addresses });
      site.write(`${FOLDER}/modules/${path}`, code);
    } else if (ASKED_FOR.test(path) || MARKDOWN.test(path)) {
      site.write(`${FOLDER}/files/${path}.js`, fileScript(path, site.bytes(path)));
    }
  }
  for (const path of files) if (ASKED_FOR.test(path)) site.remove(path);
}
