/** Whatever happens to a document, it builds or tells what is wrong: no exception, no lost text. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { Source } from "../../src/text/source.ts";
import { inRepository, seedFolder } from "../helpers/repository.ts";

const MAX_LENGTH = 12_000;

/** The seeds, or the guides of this repository where there are none, in parts of a guide's length. */
function documents(): string[] {
  const folder = seedFolder() ?? inRepository("content/ingest-data/postgres");
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return texts.flatMap((text) =>
    text.length <= MAX_LENGTH
      ? [text]
      : text.split(/\n---\n/).filter((part) => part.length <= MAX_LENGTH),
  );
}

/** What slips in, by hand or by accident. */
const SLIPS = [
  ..."{{< >}} {{% %}} {{</ /*  */ ` ``` \" ' < > & | # - * _ [ ] ( ) ! \\ : = \ufeff \ufdd0".split(
    " ",
  ),
  "\n",
  "\n\n",
  "\t",
  "    ",
  "{{< note >}}",
  "{{< /note >}}",
  "{{< tabs >}}",
  "{{% nothing %}}",
  "<div>",
  "<!--",
  "é",
  "\u{1f6a9}",
];

/** One change: text taken out at a place, other text put in. Places are shares of the length. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 2_000 }),
  ),
  insert: fc.oneof(
    fc.constant(""),
    fc.constantFrom(...SLIPS),
    fc.string({ unit: "binary", maxLength: 12 }),
  ),
});

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((result, { at, length, insert }) => {
    const start = Math.floor(at * result.length);
    return result.slice(0, start) + insert + result.slice(start + length);
  }, text);
}

describe("changed documents", () => {
  const texts = documents();
  let root: string;
  let project: Project;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "waymark-mutations-"));
    cpSync(inRepository("data"), join(root, "data"), { recursive: true });
    project = await Project.open(root);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("build, or give diagnostics with places inside of their files", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (text, changes) => {
          const source = new Source("content/changed.md", changed(text, changes));
          const { article, diagnostics } = project.render(source);
          expect(article.html).not.toMatch(/[\ufdd1-\ufdef]\d+[\ufdd1-\ufdef]/);
          for (const { span } of diagnostics) {
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.end).toBeLessThanOrEqual(span.source.text.length);
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  test("show every word that is added, or tell why not", () => {
    const word = "zyxwaymarkzyx";
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, share) => {
          const body = text.replace(/^---\n[\s\S]*?\n---\n/, "");
          const at = Math.floor(share * body.length);
          const source = new Source(
            "content/added.md",
            `${body.slice(0, at)}${word}${body.slice(at)}`,
          );
          const { article, diagnostics } = project.render(source);
          if (diagnostics.length > 0) return;
          // The highlighter may cut a word, a heading's id changes its letters.
          const shown = article.html.replace(/<[^>]*>/g, (tag) => (tag.includes(word) ? tag : ""));
          expect(shown).toContain(word);
        },
      ),
      { numRuns: 250 },
    );
  });
});
