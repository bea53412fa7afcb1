/** What `where` names is what a change of an entry changes: on random sites. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { thingsNamed, thingsOf } from "../../src/project/things.ts";
import { UseIndex } from "../../src/project/usages.ts";
import { withSite } from "../helpers/case.ts";

const SIZE = 6;
const at = fc.nat({ max: SIZE - 1 });

/** The ways to bring in entry `n`; those that show all of its file among them. */
const CALLS: readonly ((n: number) => string)[] = [
  (n) => `{{% include-example file="set${n % 2}" example="e${n}" %}}`,
  (n) => `{{< include-example file="set${n % 2}" example="e${n}" >}}`,
  (n) => `- A list:\n\n  {{% include-example file="set${n % 2}" example="e${n}" %}}`,
  (n) => `{{< note >}}\n{{% include-example file="set${n % 2}" example="e${n}" %}}\n{{< /note >}}`,
  (n) => `{{% p${n} %}}`,
  (n) => `{{< p${n} >}}`,
  (n) => `{{% include-md file="shared/s${n}.md" %}}`,
  (n) => `{{< include-headless "part${n}" >}}`,
  (n) => `{{< yaml-table data="set${n % 2}" columns="name,description" >}}`,
];
const call = fc.tuple(fc.constantFrom(...CALLS), at).map(([make, n]) => make(n));
/** Shared texts call only those with a higher number: no cycles. */
const callAbove = (n: number): fc.Arbitrary<string> =>
  n + 1 >= SIZE
    ? fc.constant("Text.")
    : fc
        .tuple(fc.constantFrom(...CALLS.slice(0, 8)), fc.integer({ min: n + 1, max: SIZE - 1 }))
        .map(([make, other]) => make(other));

const each = <T>(make: (n: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length: SIZE }, (_, n) => make(n)));

const site = fc
  .record({
    pages: each(() => fc.array(call, { maxLength: 3 })),
    partials: each(callAbove),
    shared: each(callAbove),
    parts: each(callAbove),
    entries: each(callAbove),
  })
  .map(({ pages, partials, shared, parts, entries }) => {
    const files: Record<string, string> = {};
    pages.forEach((calls, n) => {
      files[`content/page${n}.md`] = `# Page ${n}\n\n${calls.join("\n\n")}\n`;
    });
    partials.forEach((text, n) => {
      files[`data/partials/p${n}.md`] = `Partial ${n}.\n\n${text}\n`;
      files[`shared/s${n}.md`] = `Shared ${n}.\n\n${shared[n]}\n`;
      files[`content/part${n}.md`] = `---\nheadless: true\n---\nPart ${n}.\n\n${parts[n]}\n`;
      const path = `data/set${n % 2}.yml`;
      const text2 = `Entry ${n}.\n\n${entries[n]}`.replace(/^(?=.)/gm, "    ");
      files[path] = `${files[path] ?? ""}- name: e${n}\n  description: |\n${text2}\n`;
    });
    return files;
  });

async function articles(root: string): Promise<{ project: Project; html: Map<string, string> }> {
  const project = await Project.open(root);
  await project.renderAll();
  const pages = project.publishedPages.map(
    (page) => [page.path, project.article(page).html] as const,
  );
  return { project, html: new Map(pages) };
}

describe("where", () => {
  test("names the pages that a change of an entry changes, and no others", async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(site, at, async (files, n) => {
        await withSite(files, async (root) => {
          const before = await articles(root);
          const path = `data/set${n % 2}.yml`;
          const found = thingsNamed(thingsOf(before.project), `${path}#e${n}`);
          expect(found.map(({ target }) => target)).toEqual([`${path}#e${n}`]);
          const index = new UseIndex(before.project.uses.all());
          const named = found.flatMap((thing) => index.pages(thing));

          const text = readFileSync(join(root, path), "utf8");
          writeFileSync(join(root, path), text.replace(`Entry ${n}.`, `Changed ${n}.`));
          const after = await articles(root);
          const changed = [...after.html].filter(([page, html]) => before.html.get(page) !== html);
          expect(changed.map(([page]) => page).sort()).toEqual(named);
          shown += named.length;
        });
      }),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(0);
  });
});
