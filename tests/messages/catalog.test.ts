/** The catalog says what is so: each example has its fault, and its right form has none. */
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  CATALOG,
  type CatalogEntry,
  type DiagnosticId,
  entriesOf,
  GROUP_NAMES,
} from "../../src/messages/catalog.ts";
import { inRepository } from "../helpers/repository.ts";
import { check, type Files, sentenceOf } from "./run.ts";

const ENTRIES: readonly (readonly [string, CatalogEntry])[] = Object.entries(CATALOG);
const EXAMPLES = ENTRIES.flatMap(([id, { example, message }]) =>
  example === undefined ? [] : [{ id, message, ...example }],
);

/** The site that the examples are files of. */
const SITE = join(import.meta.dirname, "site");
const FILES: Files = Object.fromEntries(
  readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(SITE.length + 1).replaceAll("\\", "/"), readFileSync(file, "utf8")]),
);

/** Entries of examples, and files that they name, are on no page of the site. */
const ABOUT_USE: readonly DiagnosticId[] = [
  "data-unused",
  "entry-unused",
  "partial-unused",
  "image-unused",
];
const isAside = (found: DiagnosticId, id: DiagnosticId): boolean =>
  found !== id && ABOUT_USE.includes(found);

/** The site with a file of an example; a page without front matter gets some. */
function withFile(file = "content/page.md", text: string): Files {
  const isPage = file.endsWith(".md") && file.startsWith("content/");
  const head = isPage && !text.startsWith("---") ? "---\ntitle: A page\n---\n" : "";
  return { ...FILES, [file]: `${head}${text}\n` };
}

describe("every diagnostic", () => {
  test("is in one group", () => {
    const ids = GROUP_NAMES.flatMap((group) => entriesOf(group).map(([id]) => id));
    expect(ids.sort()).toEqual(Object.keys(CATALOG).sort());
  });

  test.each(ENTRIES)("%s says what happened, why, and what to do", (_, entry) => {
    const { title, happened, why, fix, message } = entry;
    expect(title).not.toMatch(/\.$/);
    // A tag in the texts would be run by the shortcode that shows them.
    for (const text of [happened, why, fix]) expect(text).toMatch(/^(?!.*\{\{)[A-Z`].*[.`]$/s);
    expect(message).toMatch(/^Unexpected /);
  });

  test("is told somewhere", () => {
    const sources = readdirSync(inRepository("src"), { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".ts") && !path.startsWith("messages/"))
      .map((path) => readFileSync(inRepository("src", path), "utf8"));
    const isTold = (id: string): boolean => sources.some((text) => text.includes(`"${id}"`));
    expect(Object.keys(CATALOG).filter((id) => !isTold(id))).toEqual([]);
  });
});

describe("an example", () => {
  test("has a site without faults around it", async () => {
    expect((await check(FILES)).map(sentenceOf)).toEqual([]);
  });

  test.each(EXAMPLES)("of $id has this fault", async ({ id, message, file, wrong }) => {
    const found = await check(withFile(file, wrong));
    expect(found.map(sentenceOf)).toContain(message);
    const others = found.filter((diagnostic) => diagnostic.id !== id);
    expect(others.filter((diagnostic) => !isAside(diagnostic.id, id as DiagnosticId))).toEqual([]);
  });

  test.each(EXAMPLES)("of $id has a right form", async ({ id, file, right }) => {
    const found = await check(withFile(file, right));
    const faults = found.filter((diagnostic) => !isAside(diagnostic.id, id as DiagnosticId));
    expect(faults.map(sentenceOf)).toEqual([]);
  });
});

/** Faults that a few lines cannot show. */
const PREPARED: Partial<
  Record<DiagnosticId, { readonly files?: Files; readonly prepare?: (root: string) => void }>
> = {
  "shortcode-depth": {
    files: withFile(undefined, `${"{{< note >}}".repeat(101)}x${"{{< /note >}}".repeat(101)}`),
  },
  "include-depth": {
    files: {
      ...withFile(undefined, '{{% include-md "deep/0.md" %}}'),
      ...Object.fromEntries(
        Array.from({ length: 102 }, (_, i) => [
          `data/deep/${i}.md`,
          `{{% include-md "deep/${i + 1}.md" %}}`,
        ]),
      ),
    },
  },
  "include-size": {
    files: {
      ...withFile(undefined, '{{% include-md "texts/long.md" %}}\n\n'.repeat(9)),
      "data/texts/long.md": "A line of text that is long.\n".repeat(33_000),
    },
  },
  "partial-unused": { files: { ...FILES, "data/partials/farewell.md": "Goodbye.\n" } },
  "page-in-bundle": {
    files: { ...FILES, "content/guides/index.md": "---\ntitle: Guides\nurl: /all/\n---\n" },
  },
  "image-unused": { files: { ...FILES, "static/images/old-plan.svg": "<svg/>\n" } },
  "entry-same": {
    files: {
      ...FILES,
      "data/two.yml": "- name: one\n  content: Text.\n- name: two\n  content: |\n    Text.\n",
    },
  },
  "text-same": {
    files: {
      ...FILES,
      "data/partials/first.md": "Words.\n",
      "data/partials/second.md": "Words.\n",
    },
  },
  "data-size": { files: { ...FILES, "data/export.yml": `# ${"x".repeat(6_000_000)}\n` } },
  "data-conflict": { files: { ...FILES, "data/ports.toml": "port = 5432\n" } },
  "content-encoding": {
    files: FILES,
    prepare: (root) =>
      writeFileSync(join(root, "content/page.md"), Buffer.from("na\u00efve", "latin1")),
  },
  "content-unreadable": {
    files: FILES,
    prepare: (root) => symlinkSync(import.meta.dirname, join(root, "content/outside")),
  },
  "markdown-depth": { files: withFile(undefined, `${">".repeat(30_000)} x`) },
};

describe("a message without an example", () => {
  // What other hosts answer stands in tests/checks/external.test.ts.
  const rest = ENTRIES.filter(
    ([id, { example }]) => example === undefined && !id.startsWith("external-"),
  );

  test.each(rest)("of %s is a real one", async (id, { message }) => {
    const { files = {}, prepare } = PREPARED[id as DiagnosticId] ?? {};
    const told = (await check(files, prepare)).filter((diagnostic) => diagnostic.id === id);
    expect(told.map(sentenceOf)).toContain(message);
  });
});
