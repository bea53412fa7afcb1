/** The schemas for editors accept what the checks accept, and refuse what they tell. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { schemas as command } from "../../src/commands/schemas.ts";
import { readEntries } from "../../src/data/entries.ts";
import { parseDataFile } from "../../src/data/parse.ts";
import { callsOf } from "../../src/editor/call-at.ts";
import { schemas } from "../../src/editor/schema.ts";
import { textsOf } from "../../src/editor/texts.ts";
import { offersFor } from "../../src/editor/values.ts";
import { workspaceFiles, workspaceSettings } from "../../src/editor/workspace-files.ts";
import type { Finding } from "../../src/messages/diagnostic.ts";
import { Project } from "../../src/project/project.ts";
import { readOwnMatter, readPageMatter } from "../../src/site/front-matter.ts";
import { FRONT_MATTER, PARAMETERS } from "../../src/site/front-matter-table.ts";
import { loadConfiguration } from "../../src/site/settings.ts";
import { SETTINGS } from "../../src/site/settings-table.ts";
import { Source } from "../../src/text/source.ts";
import { setUnsaved } from "../../src/text/unsaved.ts";
import { withSite } from "../helpers/case.ts";
import { inRepository, REPOSITORY } from "../helpers/repository.ts";
import { faultsOf, type Schema } from "../helpers/schema.ts";

/** Values of each shape, as YAML. */
const VALUES = [
  ...["text", '""', "3", "'3'", "2.5", "true", "'True'", "FALSE", "null", "/a/", "main"],
  ...["[]", "[a, b]", "[[a, b]]", "[{ a: b }]", "{}", "{ a: b }", "{ a: [b] }", "{ a: true }"],
  ...["[{ name: a, url: /b/ }]", "[{ name: a, url: /b/, more: c }]"],
  ...["[{ name: a }]", "{ light: a, dark: b }", "{ alt: c }", "{ list: never }", "{ list: no }"],
  ...["{ render: link }", "{ main: { parent: a } }", "{ main: null }", "{ main: x }"],
  ...["{ main: [{ name: a }] }", "{ main: [a] }", "{ keys: { a: [b] } }", "{ keyz: { a: [b] } }"],
  ...["{ synonyms: [[a, b]] }", "{ synonym: [] }", "satteri", "Remark", "rtl", "warning", "cards"],
  ...["{ link-missing: off }", "{ link-missing: loud }", "{ disable: true }", "{ disable: yes }"],
];

function schemaNamed(name: string): Schema {
  return schemas().get(name) as Schema;
}

/** Compares the schema with the checks; `isStrict`: fields whose own readers want more. */
function compare(
  name: string,
  texts: readonly string[],
  told: (text: string) => readonly Finding[],
  isStrict: (text: string) => boolean,
): void {
  const schema = schemaNamed(name);
  const differing = texts.filter((text) => {
    const isRefused = faultsOf(load(text), schema).length > 0;
    const isTold = told(text).length > 0;
    return isRefused !== isTold && !(isTold && isStrict(text));
  });
  expect(differing).toEqual([]);
}

const everyValueOf = (fields: readonly string[]): string[] =>
  fields.flatMap((field) => VALUES.map((value) => `${field}: ${value}\n`));

describe("the schema of", () => {
  test("settings is what data/site.yml is checked by", async () => {
    await withSite({ "data/site.yml": "" }, async (root) => {
      const file = join(root, "data/site.yml");
      const told = (text: string): Finding[] => {
        const findings: Finding[] = [];
        setUnsaved(file, text);
        loadConfiguration(root, (finding) => findings.push(finding));
        return findings;
      };
      // Colors, addresses, files and labels have rules beyond their shape.
      const strict = /^(?:accent|logo|styles|baseURL|edit|upstream|search|tabs|manual):/;
      const texts = [
        ...everyValueOf([...Object.keys(SETTINGS), "zzzz"]),
        "Title: a\n",
        "TABS: {}\n",
      ];
      // A cascade is front matter: its pages tell of it.
      const checked = texts.filter((text) => !text.startsWith("cascade:"));
      compare("site", checked, told, (text) => strict.test(text));
      setUnsaved(file, undefined);
    });
  });

  test("front matter is what pages are checked by", () => {
    const told = (text: string): Finding[] => {
      const findings: Finding[] = [];
      const report = (finding: Finding): void => void findings.push(finding);
      const source = new Source("content/_index.md", `---\n${text}---\n`);
      const { layer } = readOwnMatter(source, report);
      readPageMatter([layer], report, "section");
      return findings;
    };
    // What can be an address or a date is more than its shape; columns and cascades have readers of their own.
    const strict =
      /^(?:url|slug|editURL|aliases|columns|cascade|.*[dD]ate|date|lastmod|modified|published|menus?):/;
    const fields = [...Object.keys(FRONT_MATTER), ...Object.keys(PARAMETERS), "own"];
    compare("front-matter", everyValueOf(fields), told, (text) => strict.test(text));
  });

  test.each([
    ["- name: a\n  code: x\n", true],
    ["- name: a\n  code: 3\n  results: null\n", true],
    ["- name: a\n  cod: x\n  content: y\n", false],
    ["- name: a\n  code: [x]\n", false],
    ["- name: a\n  code: x\n- description: y\n", false],
    ["- name: a\n  syntax_elements:\n    - { syntax: b, description: c }\n", true],
    ["- name: a\n  syntax_elements:\n    - { syntax: b }\n", false],
    ["- name: a\n  syntax_elements:\n    - { name: b, description: c }\n", true],
    ["- name: a\n  syntax_elements:\n    -\n", false],
    ["- name: a\n  syntax_elements: b\n", false],
    ["- name: 3\n  code: x\n", false],
    ["- name: ''\n  code: x\n", false],
  ])("entries is what they are checked by: %j", (text, isRight) => {
    const source = new Source("data/a.yml", text);
    const { value } = parseDataFile(source, "yaml");
    if (value === undefined) throw new Error("No value.");
    const { problems } = readEntries({ path: source.path, source, value });
    expect(problems.length === 0).toBe(isRight);
    expect(faultsOf(load(text), schemaNamed("entries")).length === 0).toBe(isRight);
  });

  test("entries lets other data be", () => {
    for (const text of ["- name: a\n  description: b\n", "a: 1\n", "- [1, 2]\n", "- a\n"])
      expect(faultsOf(load(text), schemaNamed("entries"))).toEqual([]);
  });

  test("this site's files finds nothing wrong with them", () => {
    for (const [name, file] of [
      ["site", "site.yml"],
      ["placeholders", "placeholders.yml"],
    ] as const) {
      const value = load(readFileSync(inRepository("data", file), "utf8"));
      expect(faultsOf(value, schemaNamed(name))).toEqual([]);
    }
    const files = readdirSync(inRepository("data/examples"), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((path) => path.endsWith(".yml"))) {
      const value = load(readFileSync(inRepository("data/examples", file), "utf8"));
      expect([file, faultsOf(value, schemaNamed("entries"))]).toEqual([file, []]);
    }
  });
});

describe("the files for VS Code", () => {
  // `npm run schemas` writes them.
  test("are what the definitions give", async () => {
    const files = workspaceFiles(await Project.open(REPOSITORY));
    for (const [path, text] of files)
      expect([path, readFileSync(inRepository(path), "utf8")]).toEqual([path, text]);
    const settings = readFileSync(inRepository(".vscode/settings.json"), "utf8");
    expect(workspaceSettings(settings)).toBe(settings);
  });

  test("have a snippet for each shortcode and partial, which passes the check once it is filled in", async () => {
    const files = {
      "content/_index.md": "---\ntitle: Home\n---\nText.\n",
      "content/one.md": "---\ntitle: One\n---\nText.\n",
      "data/site.yml": "params:\n  product: X\n",
      "data/demo.yml":
        "- name: x\n  code: y\n  content: z\n  syntax_elements:\n    - { syntax: a, description: b }\n",
      "data/words.yml": "[a, b]\n",
      "data/rows.yml": "- { name: a, description: b }\n",
      "data/diagrams/plan.yml": "title: A plan\ndiagram: [SHOW, name]\n",
      "data/partials/own.md": "Text {{ .Get 0 }} and {{ .Inner }}.\n",
      "data/shared/text.md": "Text.\n",
      "static/images/plan.png": "",
    };
    await withSite(files, async (root) => {
      const project = await Project.open(root);
      const host = project.host(undefined);
      const text = workspaceFiles(project).get(".vscode/waymark.code-snippets") ?? "";
      const snippets: Record<string, { prefix: string; body: string[] }> = JSON.parse(text);
      const found = Object.values(snippets);
      expect(found.map(({ prefix }) => prefix).sort()).toEqual([...new Set(host.names())].sort());
      for (const { prefix, body } of found) {
        const typed = body
          .join("\n")
          .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
          .replace(/\$\d+/g, "x");
        const [parent] = host.definition(prefix)?.parents ?? [];
        const filled = filledIn(project, typed);
        const whole =
          parent === undefined ? filled : `{{< ${parent} >}}\n${filled}\n{{< /${parent} >}}`;
        const page = project.site.pages.find(({ path }) => path === "content/one.md");
        const { diagnostics } = project.render(new Source("content/one.md", whole), page);
        const told = diagnostics.filter(({ level }) => level !== "info");
        expect([whole, told.map(({ id, message }) => `${id}: ${message}`)]).toEqual([whole, []]);
      }
    });
  });

  /** Values of parameters that are no names of the site's. */
  const WORDS: Readonly<Record<string, string>> = { lang: "sql", names: "note" };

  /** Data of the shape that a shortcode reads. */
  const DATA_OF: Readonly<Record<string, string>> = { "yaml-list": "words" };

  /** A snippet with names that the site has, as an author picks them from what is offered. */
  function filledIn(project: Project, typed: string): string {
    const source = new Source("content/one.md", typed);
    const host = project.host(undefined);
    const edits = textsOf(source)
      .flatMap((each) => callsOf(each.text, host))
      .flatMap(({ definition, parameters }) =>
        parameters.flatMap(({ name: own = "", spec, value, valueRange }) => {
          if (definition === undefined || spec === undefined || value !== "x") return [];
          const named = new Map(
            parameters.map(({ name = "", spec: other }) => {
              return [name, other?.names === "data" ? "demo" : "x"];
            }),
          );
          const question = { project, page: undefined, definition, spec, named, source, typed: "" };
          const names = offersFor(question).map(({ name }) => name);
          const specs = Object.values(definition.parameters);
          const hasEntry = specs.some(({ names: kind }) => kind === "entry");
          const list = hasEntry ? "demo" : (DATA_OF[definition.name] ?? "rows");
          const first = spec.names === "data" ? list : names[0];
          const text = first ?? (spec.type === "string" ? (WORDS[own] ?? "x") : "1");
          return [{ ...valueRange, text }];
        }),
      );
    return edits
      .sort((one, other) => other.start - one.start)
      .reduce(
        (text, { start, end, text: value }) => text.slice(0, start) + value + text.slice(end),
        typed,
      );
  }

  test("are written for any site, and keep its own settings", async () => {
    const own =
      '{ "editor.rulers": [80], "yaml.schemas": { "https://example.org/a.json": "a.yml" } }';
    await withSite({ "content/a.md": "A\n", ".vscode/settings.json": own }, async (root) => {
      expect(await command([], { site: root })).toBe(0);
      const settings = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8"));
      expect(settings["editor.rulers"]).toEqual([80]);
      const named = Object.keys(settings["yaml.schemas"]);
      expect(named).toContain("https://example.org/a.json");
      const ours = named.filter((name) => name.startsWith("./"));
      expect(ours).toHaveLength(5);
      for (const name of ours) expect(existsSync(join(root, name))).toBe(true);
    });
  });

  test("leave settings with comments alone", async () => {
    const own = '{\n  // Ours.\n  "editor.rulers": [80]\n}\n';
    await withSite({ "content/a.md": "A\n" }, async (root) => {
      mkdirSync(join(root, ".vscode"));
      writeFileSync(join(root, ".vscode/settings.json"), own);
      expect(await command([], { site: root })).toBe(1);
      expect(readFileSync(join(root, ".vscode/settings.json"), "utf8")).toBe(own);
      expect(existsSync(join(root, ".vscode/waymark.code-snippets"))).toBe(true);
    });
  });
});
