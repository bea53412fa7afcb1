/** Random edits of a site: after each, a build that takes from earlier ones gives what a cold one gives. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBatchStore } from "../../src/cache/store.ts";
import { headline } from "../../src/messages/report.ts";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { siteFiles } from "../../src/project/site-inputs.ts";
import { outputOf } from "../helpers/output.ts";

const { RUNS = "3", SEED = "1" } = process.env;

type Files = Map<string, string>;

const START: Readonly<Record<string, string>> = {
  "data/site.yml":
    "title: Gauges\nbaseURL: https://g.example/docs/\nedit: https://github.com/o/r/blob/main/{path}\n",
  "data/tools.yml":
    "- name: mount\n  description: Turn it.\n  code: turn --left\n- name: read\n  content: Read *it*.\n",
  "data/deep/facts.yml": "rows:\n  - { name: size, text: Small }\n",
  "data/partials/hint.md": "A hint for {{ .Get 0 }}.\n",
  "data/partials/outer.md":
    'Over {{< hint inner >}}\n\n{{% include-from-yaml data="tools" name="read" %}}\n',
  "layouts/shortcodes/box.html": '<div class="box">{{ .Inner }}</div>\n',
  "content/_index.md": "---\ntitle: Home\n---\nStart.\n",
  "content/a.md":
    '---\ntitle: A\nmenu: main\n---\n## Mount\n\n{{% include-example file="tools" example="mount" %}}\n',
  "content/b.md": "---\ntitle: B\ndate: 2024-01-01\n---\nSee [A](/a/#mount).\n\n{{% outer %}}\n",
  "content/part.md": "---\nheadless: true\n---\n## Shared\n\nText of a part.\n",
  "content/c/_index.md": "---\ntitle: C\n---\nOver the pages.\n",
  "content/c/d.md":
    '---\ntitle: D\naliases: [/old/]\n---\n```sql\nSELECT 1;\n```\n\n{{% include-headless "/part" %}}\n',
  "content/c/bundle/index.md": "---\ntitle: Bundle\n---\n![](dot.svg)\n",
  "content/c/bundle/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
  "static/robots.txt": "User-agent: *\n",
  "static/.well-known/security.txt": "Contact: mailto:a@g.example\n",
};

const PAGES = [
  "content/a.md",
  "content/b.md",
  "content/c/d.md",
  "content/c/e.md",
  "content/f/g.md",
];
const DATA = ["data/tools.yml", "data/site.yml", "data/deep/facts.yml"];
const SHARED = [
  "data/partials/hint.md",
  "data/partials/outer.md",
  "content/part.md",
  "data/partials/new.md",
];

/** Lines that pages and shared texts can have. */
const LINES = [
  "Plain words.",
  "## A heading",
  "### Mount",
  "{{< hint here >}}",
  "{{% outer %}}",
  "{{% new %}}",
  '{{% include-from-yaml data="tools" name="read" %}}',
  '{{% include-example file="tools" example="mount" %}}',
  '{{% include-headless "/part" %}}',
  "[To A](/a/)",
  '[To B]({{< ref "b" >}})',
  "[To D](/c/d/#shared)",
  "```sh\n$ ls\n```",
  "| a | b |\n| - | - |\n| 1 | <var>x</var> |",
  "<em>raw</em>",
  "- one\n- two",
];

const FIELDS = [
  "draft: true",
  "weight: 3",
  "menu: main",
  "description: In short.",
  "aliases: [/was/]",
  "toc: false",
  "editURL: false",
  "lastmod: 2024-05-06",
  "search: false",
];

const SETTINGS = [
  "description: All of it.",
  "base: /docs/",
  "language: de",
  "footerText: The end.",
  'accent: "#0055aa"',
  "header: [{ name: A, url: /a/ }]",
  "search: { synonyms: [[turn, rotate]] }",
  "placeholders: false",
  "diagnostics: { snippet-unused: warning }",
];

const line = fc.constantFrom(...LINES);
const body = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((lines) => `${lines.join("\n\n")}\n`);
const front = fc
  .tuple(fc.constantFrom("A", "B", "Bee", "Zed"), fc.subarray(FIELDS, { maxLength: 3 }))
  .map(([title, fields]) => `---\n${[`title: ${title}`, ...fields].join("\n")}\n---\n`);

/** One change of the files. */
type Edit = (files: Files) => void;

const named = (name: string, edit: Edit): Edit => Object.assign(edit, { toString: () => name });

const writes = (path: string, text: string): Edit =>
  named(`${path} = ${JSON.stringify(text)}`, (files) => files.set(path, text));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...PAGES), front, body)
    .map(([path, head, text]) => writes(path, head + text)),
  fc.tuple(fc.constantFrom(...SHARED), body).map(([path, text]) => {
    return writes(path, path.startsWith("content/") ? `---\nheadless: true\n---\n${text}` : text);
  }),
  // Lines within a file move, and what is shown of it does not change.
  fc
    .tuple(fc.constantFrom(...DATA), fc.constantFrom("# note\n", "# note\n#\n"))
    .map(([path, text]) =>
      named(`${path}: ${JSON.stringify(text)} first`, (files) =>
        files.set(path, text + (files.get(path) ?? "")),
      ),
    ),
  fc
    .constantFrom("Push it.", "Turn *it*.", "Use `turn`,\n    then wait.")
    .map((text) =>
      writes(
        "data/tools.yml",
        `- name: read\n  content: |\n    ${text}\n- name: mount\n  description: ${text.split("\n")[0]}\n  code: turn\n`,
      ),
    ),
  fc
    .subarray(SETTINGS, { maxLength: 3 })
    .map((lines) =>
      writes("data/site.yml", [START["data/site.yml"]?.trim(), ...lines, ""].join("\n")),
    ),
  fc
    .constantFrom(...PAGES.slice(1), ...SHARED.slice(3))
    .map((path) => named(`no ${path}`, (files) => files.delete(path))),
  fc
    .tuple(fc.constantFrom(...PAGES.slice(1)), fc.constantFrom(...PAGES.slice(1)))
    .map(([from, to]) =>
      named(`${from} -> ${to}`, (files) => {
        const text = files.get(from);
        files.delete(from);
        if (text !== undefined) files.set(to, text);
      }),
    ),
  fc
    .tuple(
      fc.constantFrom(
        "static/robots.txt",
        "static/.well-known/security.txt",
        "static/a/index.html",
        "content/c/bundle/dot.svg",
      ),
      fc.constantFrom("1\n", '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="7"/>\n'),
    )
    .map(([path, text]) => writes(path, text)),
  fc
    .constantFrom("<p>{{ .Inner }}</p>\n")
    .map((text) => writes("layouts/shortcodes/box.html", text)),
);

async function build(root: string, out: string, cacheFolder?: string): Promise<string[]> {
  const cache = cacheFolder === undefined ? undefined : openBatchStore(cacheFolder);
  const files = cache && siteFiles(root, [out]);
  const project = await Project.open(root, { cache, isBuild: true });
  const isBuilt = await buildSite(project, out, { cache, files });
  return [String(isBuilt), ...project.diagnostics().map(headline)];
}

/** Makes a folder hold these files and no others. */
function lay(root: string, files: Files, before: Files): void {
  for (const [path, text] of files) {
    if (before.get(path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of before.keys()) if (!files.has(path)) rmSync(join(root, path));
}

async function compare(edits: readonly Edit[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-edits-"));
  const at = (name: string): string => join(folder, name);
  try {
    const files = new Map(Object.entries(START));
    let before: Files = new Map();
    for (const change of [named("start", () => {}), ...edits]) {
      change(files);
      lay(at("site"), files, before);
      before = new Map(files);
      const warm = await build(at("site"), at("out"), at("cache"));
      const cold = await build(at("site"), at("cold"));
      expect(warm, String(change)).toEqual(cold);
      if (existsSync(at("cold")))
        expect(outputOf(at("out")), String(change)).toEqual(outputOf(at("cold")));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("after any edits", () => {
  test("a warm build gives what a cold one gives", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 6, maxLength: 8 }), compare),
      // Another number, or another seed, is a search for new faults.
      { numRuns: Number(RUNS), seed: Number(SEED), endOnFailure: true },
    );
  });
});
