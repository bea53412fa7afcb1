/** Each page's Markdown twin, for readers that want no HTML. */
import type { Site } from "../site/site.ts";
import { INDEX_URL, portablePath, twinUrl } from "./addresses.ts";
import { twinBody } from "./twin-body.ts";
import type { Output, OutputPage } from "./types.ts";

/** A Markdown file for each page. */
export const twins: Output = function* ({ site, pages }) {
  for (const page of pages) {
    const url = twinUrl(site, page.page);
    if (url === undefined) continue;
    yield {
      path: url.slice(1),
      get text() {
        return `${frontMatter(site, page)}\n${directive(site)}\n\n${twinBody(site, page)}`;
      },
    };
  }
};

/** What is known of a page, as YAML. JSON's texts are YAML's (YAML 1.2: 1.2). */
function frontMatter(site: Site, { page }: OutputPage): string {
  const { title, url, frontMatter: matter } = page;
  const fields = { title, description: matter.description, url: portablePath(site, url) };
  const lines = Object.entries(fields).map(([name, value]) =>
    value === undefined ? "" : `${name}: ${JSON.stringify(value)}\n`,
  );
  return `---\n${lines.join("")}---\n`;
}

/** Where the other pages are. */
function directive(site: Site): string {
  const index = portablePath(site, INDEX_URL);
  return `> All pages: [llms.txt](${index}). A page's address with \`index.md\` added gives its Markdown.`;
}
