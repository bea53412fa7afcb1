/** Tabs: ids, HTML, contents, Markdown. */
import type { Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { remarkHeadingIds } from "../../src/markdown/heading-ids.ts";
import { createParser } from "../../src/markdown/parser.ts";
import { panelIdOf, remarkTabIds } from "../../src/markdown/tab-ids.ts";
import { toMarkdown } from "../../src/markdown/to-markdown.ts";
import { tableOfContents } from "../../src/markdown/toc.ts";
import { tab, tabKey, tabs } from "../../src/shortcodes/nodes/tabs.ts";
import { Source } from "../../src/text/source.ts";
import { htmlOf, through } from "./helpers.ts";

const parse = createParser("satteri");
const SPAN = { source: new Source("page.md", ""), start: 0, end: 0, frame: undefined };

function md(text: string): RootContent[] {
  return parse(text).children;
}

function group(
  panels: Readonly<Record<string, RootContent[]>>,
  name?: string,
  label?: string,
): RootContent {
  const children = Object.entries(panels).map(([title, content]) =>
    tab({ label: title, key: tabKey(title) }, content, SPAN),
  );
  return tabs(children, name, label);
}

/** A tree with ids, as the pipeline makes it. */
function page(...children: RootContent[]): Root {
  const { tree } = through(
    "",
    () => (root) => {
      root.children = children;
    },
    remarkHeadingIds,
    remarkTabIds,
  );
  return tree;
}

function ids(tree: Root): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  visit(tree, "tab", (node) => {
    found.push(panelIdOf(node));
  });
  return found;
}

describe("ids of panels", () => {
  test("without a heading before, the label alone", () => {
    expect(ids(page(group({ Cloud: [], "Self-Managed": [] })))).toEqual(["cloud", "self-managed"]);
  });

  test("the nearest heading before is the base, also in an item", () => {
    const tree = page(
      ...md("## B. Network\n"),
      group({ Cloud: [] }),
      ...md("- ### Inner\n"),
      group({ Cloud: [] }),
    );
    expect(ids(tree)).toEqual(["b-network-cloud", "inner-cloud"]);
  });

  test("inside of a panel only its own headings count, then the panel", () => {
    const inner = group({ "SSH tunnel": [] });
    const after = group({ Later: [] });
    const tree = page(
      ...md("## Top\n"),
      group({ Cloud: [inner, ...md("### Own\n"), after], Self: [group({ "SSH tunnel": [] })] }),
      group({ End: [] }),
    );
    expect(ids(tree)).toEqual([
      "top-cloud",
      "top-cloud-ssh-tunnel",
      "own-later",
      "top-self",
      "top-self-ssh-tunnel",
      "top-end",
    ]);
  });

  test("a taken id gets a number; headings keep theirs, also later ones", () => {
    const tree = page(
      ...md("## A\n"),
      group({ b: [] }),
      group({ b: [] }),
      ...md("## A b\n\n## A {#a-b-1}\n"),
    );
    expect(ids(tree)).toEqual(["a-b-1", "a-b-2"]);
  });

  test("another tab before changes no id", () => {
    const [, second] = ids(page(group({ New: [], Old: [] })));
    expect(second).toBe(ids(page(group({ Old: [] })))[0]);
  });
});

describe("HTML", () => {
  test("a list of links, then panels under their paths", () => {
    const inner = group({ "SSH <x>": md("Text.\n") }, "network", "Way in");
    expect(htmlOf(page(group({ Cloud: [inner], Self: md("*a*\n") })))).toBe(
      '<div class="tabs" data-sync="tabs" data-label="Choose Cloud or Self"><div class="tablist" data-markdown-ignore=""><a class="tab" href="#cloud" data-key="cloud">Cloud</a><a class="tab" href="#self" data-key="self">Self</a></div>' +
        '<section class="panel" id="cloud" data-key="cloud"><p class="panel-title">Cloud</p>\n' +
        '<div class="tabs" data-sync="network" data-label="Way in"><div class="tablist" data-markdown-ignore=""><a class="tab" href="#cloud-ssh-x" data-key="ssh-x">SSH &#x3C;x></a></div>' +
        '<section class="panel" id="cloud-ssh-x" data-key="ssh-x"><p class="panel-title">Cloud › SSH &#x3C;x></p>\n<p>Text.</p></section></div></section>' +
        '<section class="panel" id="self" data-key="self"><p class="panel-title">Self</p>\n<p><em>a</em></p></section></div>',
    );
  });

  test("the default label names all choices", () => {
    expect(htmlOf(page(group({ A: [], B: [], C: [] })))).toContain('data-label="Choose A, B or C"');
    expect(htmlOf(page(group({ A: [] })))).toContain('data-label="Choose A"');
  });
});

test("headings in tabs are in the table of contents, with the labels", () => {
  const inner = group({ SSH: md("### Check\n") });
  const tree = page(
    ...md("## B. Net *work*\n"),
    group({ Cloud: [inner] }),
    ...md("- #### 1. Step `x`\n"),
  );
  expect(tableOfContents(tree)).toEqual([
    {
      id: "b-net-work",
      text: "Net work",
      waypoint: "B",
      depth: 2,
      tabs: [],
      children: [
        {
          id: "check",
          text: "Check",
          waypoint: undefined,
          depth: 3,
          tabs: ["Cloud", "SSH"],
          children: [
            { id: "1-step-x", text: "Step x", waypoint: "1", depth: 4, tabs: [], children: [] },
          ],
        },
      ],
    },
  ]);
});

test("Markdown: sections under their labels", () => {
  const inner = group({ SSH: md("Text.\n"), IPs: md("```sql\nSELECT 1;\n```\n") });
  const list: RootContent = {
    type: "list",
    ordered: true,
    start: 3,
    children: [
      {
        type: "listItem",
        children: [
          { type: "paragraph", children: [{ type: "text", value: "Do" }] },
          group({ Cloud: [inner] }) as never,
        ],
      },
    ],
  };
  expect(toMarkdown(page(list))).toBe(
    "3. Do\n\n   **Cloud**\n\n   **Cloud › SSH**\n\n   Text.\n\n   **Cloud › IPs**\n\n   ```sql\n   SELECT 1;\n   ```\n",
  );
});
