/** What a message carries for the editor beside its text: other places, and its page of the manual. */
import { expect, test } from "vitest";
import { shownRange, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\nText.\n",
  "content/one.md": "## A {#same}\n\n## B {#same}\n",
  "data/site.yml": "title: A\nmanual: https://manual.example.com/\n",
};

test("a message about two places leads to the other one, and to the manual", async () => {
  await withEditor(SITE, async (editor) => {
    const found = await editor.diagnostics("content/one.md", (all) => all.length > 0);
    expect(found.map(({ code, codeDescription }) => [code, codeDescription?.href])).toEqual([
      [
        "heading-id",
        expect.stringMatching(
          /^https:\/\/manual\.example\.com\/authoring\/diagnostics\/\w+\/#heading-id$/,
        ),
      ],
    ]);
    const others = found[0]?.relatedInformation?.map(({ location, message }) => [
      `${editor.path(location.uri)} ${shownRange(location.range)}`,
      message,
    ]);
    expect(others).toEqual([["content/one.md 0:0-0:12", "the first heading with this id"]]);
  });
});

test("an address that nobody can open is not told", async () => {
  await withEditor({ ...SITE, "data/site.yml": "title: A\n" }, async (editor) => {
    const found = await editor.diagnostics("content/one.md", (all) => all.length > 0);
    expect(found[0]?.codeDescription).toBeUndefined();
  });
});
