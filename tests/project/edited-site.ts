/** A small site, edits of all that it is made of, and what is seen of it. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { report } from "../../src/messages/report.ts";
import type { Project } from "../../src/project/project.ts";

export type Files = Map<string, string>;

export const PAGE = (title: string, body: string): string => `---\ntitle: ${title}\n---\n${body}`;

export const SITE: Readonly<Record<string, string>> = {
  "hugo.toml": 'title = "Gauges"\n[params]\n  version = "4.1"\n',
  "content/_index.md": PAGE("Home", 'Start with [the gauge]({{< ref "gauge" >}}).\n'),
  "content/gauge.md": PAGE(
    "Gauge",
    '## Mount\n\n{{% include-example file="tools" example="mount" %}}\n\n{{< note >}}Version {{< param version >}}.{{< /note >}}\n\n[Read it](/read/#read)\n',
  ),
  "content/read.md": PAGE(
    "Read",
    '## Read\n\n{{< tabs >}}{{< tab "By hand" >}}{{% hint %}}{{< /tab >}}{{< tab "By wire" >}}See [mounting](/gauge/#mount).{{< /tab >}}{{< /tabs >}}\n',
  ),
  "content/level/_index.md": PAGE("Level", '{{% include-md file="shared/level.md" %}}\n'),
  "content/level/deep.md": PAGE("Deep", "Deep under `SELECT <depth>`.\n\n```sql\nSELECT 1;\n```\n"),
  "data/tools.yml":
    "- name: mount\n  description: Turn it.\n  code: |\n    turn --left\n- name: spare\n  description: Nobody needs it.\n  code: x\n",
  "data/shared/level.md": "The level stands at *two*.\n",
  "layouts/shortcodes/hint.md": "Mind the [edge](/level/).\n",
};

/** What an edit does to the files; `n` makes it another one each time. */
export type Edit = (files: Files, n: number) => void;

export const EDITS: readonly Edit[] = [
  (files, n) => files.set("content/gauge.md", `${files.get("content/gauge.md")}\nMore ${n}.\n`),
  (files, n) => files.set("content/read.md", PAGE(`Read ${n % 3}`, "## Read\n\n{{% hint %}}\n")),
  (files, n) =>
    files.set(
      "data/tools.yml",
      `- name: mount\n  description: Turn it ${n % 3} times.\n  code: t\n`,
    ),
  (files, n) =>
    files.set("data/tools.yml", `- name: other\n  code: y\n- name: mount\n  code: turn ${n % 2}\n`),
  (files) => files.set("data/tools.yml", "- name: mount\n  code: [\n"),
  (files, n) => files.set("layouts/shortcodes/hint.md", `Mind the ${n % 2 ? "edge" : "rim"}.\n`),
  // A partial that was not there takes the place of a built-in shortcode.
  (files) => files.set("layouts/shortcodes/note.md", "Noted: {{ .Inner }}\n"),
  (files) => files.delete("layouts/shortcodes/note.md"),
  (files) => files.delete("layouts/shortcodes/hint.md"),
  (files, n) => files.set("data/shared/level.md", `The level stands at **${n % 4}**.\n`),
  // A file in a folder that is looked through first.
  (files) => files.set("shared/level.md", "Another level.\n"),
  (files) => files.delete("shared/level.md"),
  (files) => files.set("content/depth.md", files.get("content/level/deep.md") ?? ""),
  (files) => files.delete("content/level/deep.md"),
  (files, n) =>
    files.set("content/level/deep.md", PAGE("Deep", `\`\`\`sql\nSELECT ${n % 2};\n\`\`\`\n`)),
  (files) => files.set("content/gauge.md", PAGE("Gauge", "## Fasten\n\nNothing here.\n")),
  (files, n) => files.set("hugo.toml", `title = "G"\n[params]\n  version = "${n % 3}"\n`),
  (files, n) =>
    files.set(
      "hugo.toml",
      `title = "G"\nbaseURL = "https://g.example/${n % 2 ? "docs/" : ""}"\n[params]\n  version = "1"\n`,
    ),
  // What is worth a warning, on a page, in an entry and in a partial.
  (files, n) => files.set("content/gauge.md", `${files.get("content/gauge.md")}\n#### Deep ${n}\n`),
  (files) =>
    files.set(
      "data/tools.yml",
      `# first\n${files.get("data/tools.yml")?.replace("Turn", "![](/x.png) Turn")}`,
    ),
  (files) => files.set("data/tools.yml", `# moved\n${files.get("data/tools.yml")}`),
  (files) =>
    files.set("layouts/shortcodes/hint.md", "Mind https://edge.example/ and []( /level/).\n"),
  // Excuses, some for what is there and some for nothing.
  (files, n) =>
    files.set(
      "content/gauge.md",
      PAGE(
        "Gauge",
        `<!-- waymark-ignore heading-level: as in print -->\n\n${n % 2 ? "#### Deep" : "## Flat"}\n`,
      ),
    ),
  (files, n) => files.set("data/placeholders.yml", `depth:\n  description: How deep ${n % 2}\n`),
];

/** What readers and authors see of a site. */
export async function shown(project: Project): Promise<object> {
  await project.renderAll();
  return {
    pages: project.publishedPages.map((page) => {
      const { html, toc, ids, uses } = project.article(page);
      const names = uses.map(({ kind, target }) => `${kind} ${target}`);
      const markdown = project.markdown(page);
      return { url: page.url, html, toc, ids, markdown, uses: new Set(names) };
    }),
    diagnostics: report(project.diagnostics(), "text"),
  };
}

/** Writes the files of a site, and no others; gives its folder. */
export function write(folder: string, files: Files): string {
  const root = join(folder, "site");
  rmSync(root, { recursive: true, force: true });
  for (const [name, text] of files) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}
