/** What the index step says when Pagefind does not do its part. */
import { beforeEach, expect, test, vi } from "vitest";
import { createSearchIndex } from "../../src/search/index-site.ts";

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
});

test("a start that fails ends the process", async () => {
  pagefind.createIndex.mockResolvedValue({ errors: ["no program", "no way"] });
  await expect(createSearchIndex({ language: "en" })).rejects.toThrow(
    "The search index cannot be made (start): no program; no way",
  );
  expect(pagefind.close).toHaveBeenCalledTimes(1);
});

test("a start without an index or an error is a failure too", async () => {
  pagefind.createIndex.mockResolvedValue({ errors: [] });
  await expect(createSearchIndex({ language: "en" })).rejects.toThrow(
    "The search index cannot be made (start): Pagefind gave no index",
  );
});

test("a page that is refused is named", async () => {
  index.addHTMLFile.mockResolvedValue({ errors: ["not HTML"] });
  const made = await createSearchIndex({ language: "en-US" });
  await expect(made.add({ url: "/a/", title: "A", trail: [] }, "x")).rejects.toThrow(
    "The search index cannot be made (/a/): not HTML",
  );
  expect(pagefind.createIndex).toHaveBeenCalledWith({ forceLanguage: "en-us", keepIndexUrl: true });
  await made.close();
  expect(index.deleteIndex).toHaveBeenCalledTimes(1);
});

test("rejections that are texts become errors", async () => {
  index.getFiles.mockRejectedValue("broken pipe");
  const made = await createSearchIndex({ language: "en" });
  await expect(made.files()).rejects.toThrow(
    "The search index cannot be made (files): broken pipe",
  );
  await made.close();
  await made.close();
  expect(pagefind.close).toHaveBeenCalledTimes(1);
});
