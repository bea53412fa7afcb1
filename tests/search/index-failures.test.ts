/** What the index step says when Pagefind does not do its part. */
import { beforeEach, expect, test, vi } from "vitest";
import { createSearchIndex } from "../../src/search/index-site.ts";
import { PagefindRun } from "../../src/search/pagefind-run.ts";

const pagefind = vi.hoisted(() => ({
  createIndex: vi.fn(),
  close: vi.fn(async () => null),
}));
vi.mock("pagefind", () => pagefind);

const index = {
  addHTMLFile: vi.fn(),
  getFiles: vi.fn(),
  deleteIndex: vi.fn(async () => null),
};

beforeEach(() => {
  vi.clearAllMocks();
  pagefind.createIndex.mockResolvedValue({ errors: [], index });
  index.addHTMLFile.mockResolvedValue({ errors: [] });
});

/** What an index of one page fails with. */
async function failure(language = "en"): Promise<string> {
  const made = createSearchIndex({ language });
  made.add({ url: "/a/", title: "A", trail: [] }, Buffer.from("x"));
  const reason = await made.files().then(
    () => "nothing",
    (error: Error) => error.message,
  );
  await made.close();
  await made.close();
  return reason;
}

test("a start that fails ends the process", async () => {
  pagefind.createIndex.mockResolvedValue({ errors: ["no program", "no way"] });
  expect(await failure()).toBe("The search index cannot be made (start): no program; no way");
  expect(pagefind.close).toHaveBeenCalledTimes(1);
});

test("a start without an index or an error is a failure too", async () => {
  pagefind.createIndex.mockResolvedValue({ errors: [] });
  expect(await failure()).toBe("The search index cannot be made (start): Pagefind gave no index");
});

test("a page that is refused is named", async () => {
  index.addHTMLFile.mockResolvedValue({ errors: ["not HTML"] });
  expect(await failure("en-US")).toBe("The search index cannot be made (/a/): not HTML");
  expect(pagefind.createIndex).toHaveBeenCalledWith({ forceLanguage: "en-us", keepIndexUrl: true });
  expect(pagefind.close).toHaveBeenCalledTimes(1);
});

test("files that cannot be had are told", async () => {
  index.getFiles.mockResolvedValue({ errors: ["no memory"] });
  expect(await failure()).toBe("The search index cannot be made (files): no memory");
});

test("rejections that are texts become errors", async () => {
  index.getFiles.mockRejectedValue("broken pipe");
  expect(await failure()).toBe("The search index cannot be made (files): broken pipe");
  expect(pagefind.close).toHaveBeenCalledTimes(1);
});

test("of two indexes that share the process, the first that is closed goes alone", async () => {
  const [a, b] = [await PagefindRun.open("en"), await PagefindRun.open("de")];
  await a.close();
  expect(index.deleteIndex).toHaveBeenCalledTimes(1);
  expect(pagefind.close).not.toHaveBeenCalled();
  await b.close();
  await b.close();
  expect(pagefind.close).toHaveBeenCalledTimes(1);
});
