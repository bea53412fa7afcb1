/** The index that is made in a thread. */
import { expect, test } from "vitest";
import { startIndexThread } from "../../src/search/index-thread.ts";
import { CORPUS } from "./corpus.ts";
import { indexOf } from "./served-site.ts";

const OPTIONS = { language: "en", synonyms: [] };

test("is the same as one that is made in the process itself", async () => {
  const index = startIndexThread(OPTIONS);
  for (const { page, article } of CORPUS) index.add(page, Buffer.from(article));
  const files = await index.files();
  await index.close();
  const own = await indexOf(CORPUS);
  expect([...files.keys()]).toEqual([...own.keys()]);
  for (const [path, bytes] of files)
    expect(Buffer.from(bytes)).toEqual(Buffer.from(own.get(path) ?? []));
});

test("can be closed at any moment", async () => {
  const index = startIndexThread(OPTIONS);
  for (const { page, article } of CORPUS) index.add(page, Buffer.from(article));
  await index.close();
  await expect(index.files()).rejects.toThrow("The thread of the search index ended.");
});
