/** Files of addresses. */
import { expect, test } from "vitest";
import { fileNames } from "../../src/project/page-addresses.ts";

test.each([
  ["/", "index.html"],
  ["/a/", "a/index.html"],
  ["/a/b.html", "a/b.html"],
  ["/v1.2/größe", "v1.2/größe"],
  ["/taken", "taken/index.html"],
])("the file of %s is %s", (url, file) => {
  expect(fileNames([url, "/taken/by/a/page/"])(url)).toBe(file);
});
