/** Text directives of addresses. */
import { expect, test } from "vitest";
import { directivesOf } from "../../src/client/text-fragment.ts";

const only = (start: string) => ({ prefix: "", start, end: "", suffix: "" });

test.each([
  ["", []],
  ["https://a.example/#id", []],
  ["#:~:text=a%20walrus", [only("a walrus")]],
  ["#id:~:text=one&other=x&text=two", [only("one"), only("two")]],
  ["#:~:text=be-,from,to,-af", [{ prefix: "be", start: "from", end: "to", suffix: "af" }]],
  ["#:~:text=be-,from", [{ prefix: "be", start: "from", end: "", suffix: "" }]],
  ["#:~:text=from,-af", [{ prefix: "", start: "from", end: "", suffix: "af" }]],
  ["#:~:text=a%2Cb%2D", [only("a,b-")]],
  ["#:~:text=%E9&text=b", [only("b")]],
])("%s", (address, expected) => {
  expect(directivesOf(address)).toEqual(expected);
});
