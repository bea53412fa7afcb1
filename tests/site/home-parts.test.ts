/** The parts of the home page. */
import { expect, test } from "vitest";
import { type HomeCard, homeParts } from "../../src/site/home-parts.ts";

test("reads steps, links and groups of cards", () => {
  const params = {
    steps: [{ waypoint: "A", title: "Begin", text: "First." }],
    often: [{ title: "Tunnel", url: "/a/#b" }],
    groups: [
      { title: "Where", text: "Pick one.", cards: [{ title: "Here", url: "/h/", text: 11 }] },
      { title: "How" },
      { title: "All", section: "/g/", having: "card" },
    ],
  };
  const pagesOf = (section: string, having: string | undefined): HomeCard[] => [
    { title: `Page of ${section} with ${having}`, url: "/g/a/", description: undefined },
  ];
  expect(homeParts(params, "/docs/", pagesOf)).toEqual({
    steps: [{ waypoint: "A", title: "Begin", text: "First." }],
    often: [{ title: "Tunnel", url: "/docs/a/#b", description: undefined }],
    groups: [
      {
        title: "Where",
        text: "Pick one.",
        cards: [{ title: "Here", url: "/docs/h/", description: "11" }],
      },
      { title: "How", text: undefined, cards: [] },
      {
        title: "All",
        text: undefined,
        cards: [{ title: "Page of /g/ with card", url: "/docs/g/a/", description: undefined }],
      },
    ],
  });
});

test("leaves out what has another shape", () => {
  const params = { steps: "A", often: [null, 7, "x"], groups: { title: "x" } };
  expect(homeParts(params, "/", () => [])).toEqual({ steps: [], often: [], groups: [] });
});
