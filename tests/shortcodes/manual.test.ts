/** The manual's part on shortcodes says what is so: each shortcode, each file that it shows. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { sharedHighlighter } from "../../src/markdown/highlight.ts";
import { createPipeline, type Rendering } from "../../src/markdown/pipeline.ts";
import { headline } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { sectionsOf } from "../../src/search/sections.ts";
import { BUILT_IN } from "../../src/shortcodes/definitions/index.ts";
import type { ShortcodeDefinition } from "../../src/shortcodes/types.ts";
import { Source } from "../../src/text/source.ts";
import { inRepository, REPOSITORY } from "../helpers/repository.ts";
import { titledCode } from "./manual-code.ts";

const FOLDER = "content/authoring/shortcodes";
const WRITING = "content/authoring/writing-shortcodes.md";
const PATHS = readdirSync(inRepository(FOLDER)).map((name) => `${FOLDER}/${name}`);
const OTHERS = ["content/authoring/data.md", "content/authoring/partials.md", WRITING];

const project = await Project.open(REPOSITORY);

function articleOf(path: string) {
  const page = project.site.pages.find((candidate) => candidate.path === path);
  if (page === undefined) throw new Error(`No page at ${path}.`);
  return project.article(page);
}

/** The parts of the pages below headings of level 2, by the heading's id. */
const SECTIONS = new Map(
  PATHS.flatMap((path) => readFileSync(inRepository(path), "utf8").split(/^(?=## )/m)).map(
    (section) => [/^## .*\{(?:#|id=")([^"}]+)"?\}$/m.exec(section)?.[1], section] as const,
  ),
);

describe("every built-in shortcode", () => {
  test.each([...BUILT_IN.keys()])("%s has its reference and an example", (name) => {
    const section = SECTIONS.get(name) ?? "";
    expect(section).toContain(`{{< shortcode-reference "${name}" >}}`);
    const examples = section.matchAll(/\{\{< example.*?>\}\}\n(.*?)\n\{\{< \/example >\}\}/gs);
    const bodies = [...examples].map(([, body = ""]) => body);
    const call = new RegExp(`\\{\\{[<%] ${name}\\s`);
    expect(bodies.some((body) => call.test(body))).toBe(true);
  });

  test("stands in the table of all shortcodes, at the address that it once had", () => {
    const { ids } = articleOf(`${FOLDER}/_index.md`);
    expect([...BUILT_IN.keys()].filter((name) => !ids.has(name))).toEqual([]);
  });
});

describe("an example", () => {
  const text = [
    "{{< example >}}",
    "## Set up {#start}",
    "A *word*.",
    "{{< /example >}}",
    "## Set up",
    "Text.",
  ].join("\n\n");
  const { article, diagnostics } = project.render(new Source("content/input.md", text));

  test("leaves the page's headings and their ids alone", () => {
    expect(diagnostics).toEqual([]);
    expect(article.toc.map(({ id }) => id)).toEqual(["set-up"]);
    expect(article.ids).toEqual(new Set(["set-up"]));
  });

  test("is searched once, as its result", () => {
    const { intro, sections } = sectionsOf(article.html);
    expect(intro.map((line) => line.text)).toEqual(["Set up", "A word."]);
    expect(sections.map(({ id }) => id)).toEqual(["set-up"]);
  });
});

describe("files that the manual shows", () => {
  const files = ["content", "data", "src/shortcodes"].flatMap((folder) =>
    readdirSync(inRepository(folder), { recursive: true, encoding: "utf8" }).map(
      (path) => `${folder}/${path.replaceAll("\\", "/")}`,
    ),
  );
  const shown = [...PATHS, ...OTHERS].flatMap((page) =>
    titledCode(articleOf(page).html).flatMap(({ title, text }) => {
      const file = files.find((path) => path.endsWith(`/${title}`));
      return file === undefined ? [] : [{ page, file, text }];
    }),
  );

  test("are there", () => {
    expect(shown.length).toBeGreaterThan(8);
  });

  test.each(shown)("$page shows $file as it is", ({ file, text }) => {
    expect(text).toBe(readFileSync(inRepository(file), "utf8").trimEnd());
  });
});

describe("the reference for shortcodes in TypeScript", () => {
  const types = inRepository("src/shortcodes/types.ts");
  const source = ts.createSourceFile(types, readFileSync(types, "utf8"), ts.ScriptTarget.Latest);
  const members = source.statements
    .filter((statement) => ts.isInterfaceDeclaration(statement))
    .filter(({ name }) => ["ShortcodeDefinition", "Call", "Context"].includes(name.text))
    .flatMap((statement) => statement.members.map((member) => member.name))
    .filter((name) => name !== undefined && ts.isIdentifier(name))
    .map(({ text }) => text);

  test("has every field of a definition, a call and a context", () => {
    const page = readFileSync(inRepository(WRITING), "utf8");
    expect(members.length).toBeGreaterThan(20);
    expect(members.filter((name) => !new RegExp(`\\| .*\`${name}[\`(]`).test(page))).toEqual([]);
  });
});

describe("the shortcode that the manual writes", () => {
  const code = new Map(titledCode(articleOf(WRITING).html).map(({ title, text }) => [title, text]));
  const path = "src/shortcodes/definitions/keys.ts";
  const shownAs = "keys.ts";
  const folder = mkdtempSync(join(tmpdir(), "waymark-manual-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function block(title: string): string {
    const text = code.get(title);
    if (text === undefined) throw new Error(`${WRITING} has no block "${title}".`);
    return text;
  }

  /** The shown definition, run from a folder of its own. */
  async function shownDefinition(): Promise<ShortcodeDefinition> {
    const base = pathToFileURL(inRepository(path)).href;
    const text = block(shownAs).replace(
      /from "(\.[^"]+)"/g,
      (_, name: string) => `from "${new URL(name, base).href}"`,
    );
    const file = join(folder, "keys.ts");
    writeFileSync(file, text);
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
      readonly keys: ShortcodeDefinition;
    };
    return module.keys;
  }

  async function render(kind: "good" | "broken"): Promise<Rendering> {
    const definition = await shownDefinition();
    const pipeline = createPipeline({
      parser: project.site.settings.parser,
      highlighter: sharedHighlighter(),
    });
    const base = project.host(undefined);
    const host = {
      ...base,
      definition: (name: string) => (name === "keys" ? definition : base.definition(name)),
    };
    const input = block(`${kind}/input.md`);
    return pipeline({ source: new Source("content/input.md", input), host });
  }

  test("has no type errors", () => {
    const name = inRepository(path);
    const { config } = ts.readConfigFile(inRepository("tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, REPOSITORY);
    const host = ts.createCompilerHost({ ...options, noEmit: true });
    const { fileExists, readFile } = host;
    host.fileExists = (file) => file === name || fileExists(file);
    host.readFile = (file) => (file === name ? block(shownAs) : readFile(file));
    const program = ts.createProgram([name], { ...options, noEmit: true }, host);
    const found = program.getSemanticDiagnostics(program.getSourceFile(name));
    expect(found.map(({ messageText }) => messageText)).toEqual([]);
  }, 30_000);

  test("shows what the manual says", async () => {
    const { article, diagnostics } = await render("good");
    expect(diagnostics).toEqual([]);
    expect(article.html).toBe(block("output.html"));
  });

  test("tells what the manual says", async () => {
    const { diagnostics } = await render("broken");
    const lines = diagnostics.map((diagnostic) => headline(diagnostic)).join("\n");
    expect(lines).toBe(block("messages.txt"));
  });
});
