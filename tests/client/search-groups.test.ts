/** From a page that Pagefind found to the rows that are shown. */
import { describe, expect, test } from "vitest";
import { type Group, groupOf, groupsInOrder } from "../../src/client/search-groups.ts";
import type { Anchor, Fragment, SubResult } from "../../src/client/search-types.ts";
import { encodePlaces } from "../../src/search/places.ts";

const CONTENT =
  "Guide. About all. Part. part text. Step. step text. Cloud › SSH tunnel. tab text. Check. check text. Next.";

const anchor = (element: string, id: string, text: string, location: number): Anchor => ({
  element,
  id,
  text,
  location,
});
const ANCHORS = [
  anchor("h3", "step", "Step", 6),
  anchor("h2", "part", "Part", 3),
  anchor("h4", "tab", "Cloud › SSH tunnel", 9),
  anchor("h4", "check", "Check", 15),
  anchor("h2", "next", "Next", 18),
  anchor("p", "no-heading", "x", 4),
  anchor("h2", "empty", " ", 4),
];
const PLACES = encodePlaces({ trail: ["A b", "C"], parents: [-1, 0, 1, 2, -1], tabs: [2] });

const hit = (id: string | undefined, ...locations: number[]): SubResult => ({
  url: `/g/${id === undefined ? "" : `#${id}`}`,
  ...(id === undefined ? {} : { anchor: anchor("h2", id, id, 0) }),
  weighted_locations: locations.map((location) => ({ location, balanced_score: 1 })),
});

const fragment = (sub_results: readonly SubResult[], places = PLACES): Fragment => ({
  url: "/g/",
  raw_content: CONTENT,
  meta: { title: "Guide" },
  anchors: [...ANCHORS, anchor("data", places, "", 0)],
  sub_results,
});

/** Rows as `href | headings | tab | excerpt`. */
const shown = ({ rows }: Group): string[] =>
  rows.map(({ href, headings, tab, excerpt }) =>
    [href, headings.join(" > "), tab ?? "-", excerpt.map(({ text }) => text).join("")].join(" | "),
  );

describe("a page's group", () => {
  test("names the page and what is above it", () => {
    const { title, trail } = groupOf(fragment([hit("part", 4)]), "part");
    expect({ title, trail }).toEqual({ title: "Guide", trail: ["A b", "C"] });
  });

  test("rows say heading path and tab path", () => {
    const found = ["step", "tab", "check", "next"].map((id, index) =>
      hit(id, [7, 13, 16, 18][index] ?? 0),
    );
    expect(shown(groupOf(fragment(found), "zzz"))).toEqual([
      "/g/#step | Part > Step | - | step text.",
      "/g/#tab | Part > Step | Cloud › SSH tunnel | tab text.",
      "/g/#check | Part > Step > Check | Cloud › SSH tunnel | check text.",
      "/g/#next | Next | - | ",
    ]);
  });

  test("the first lines of a page go under its title", () => {
    expect(shown(groupOf(fragment([hit(undefined, 0)]), "guide"))).toEqual([
      "/g/ | Guide | - | About all.",
    ]);
  });

  test("the best row stands first, and four are enough", () => {
    const found = ["part", "step", "tab", "check", "next"].map((id) => hit(id, 4));
    expect(shown(groupOf(fragment(found), "check")).map((row) => row.split(" ")[0])).toEqual([
      "/g/#check",
      "/g/#part",
      "/g/#step",
      "/g/#tab",
    ]);
  });

  test("a heading without own text shows what is below it, not what follows", () => {
    const bare: Fragment = {
      ...fragment([hit("part", 3)]),
      raw_content: "Guide. Part. Step. text. Next. no.",
      anchors: [
        anchor("h2", "part", "Part", 1),
        anchor("h3", "step", "Step", 2),
        anchor("h2", "next", "Next", 4),
        anchor("data", encodePlaces({ trail: [], parents: [-1, 0, -1], tabs: [] }), "", 0),
      ],
    };
    expect(shown(groupOf(bare, "part"))).toEqual(["/g/#part | Part | - | Step. text."]);
  });

  test.each(["", "[[],[0,1,2,3,4],[]]", "[[],[4,4,4,4,4],[]]", "[[],[99],[7]]"])(
    "places that are damaged (%j) cost paths, not results",
    (places) => {
      const rows = groupOf(fragment([hit("step", 7)], places), "step").rows;
      expect(rows.map(({ href }) => href)).toEqual(["/g/#step"]);
      expect(rows[0]?.headings.at(-1)).toBe("Step");
    },
  );
});

test("groups whose best section covers more go first, others stay", () => {
  const group = (title: string, terms: number, isTitle = false): Group => ({
    title,
    trail: [],
    rows: [],
    best: { isTitle, terms, titleTerms: 0, weight: 0 },
  });
  const groups = [group("a", 1), group("b", 2), group("c", 2), group("d", 0, true)];
  expect(groups.sort(groupsInOrder).map(({ title }) => title)).toEqual(["d", "b", "c", "a"]);
});
