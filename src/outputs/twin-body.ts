/** What a page says, as Markdown: what its layout shows around the article too. */
import type { PhrasingContent, RootContent } from "mdast";
import { toMarkdown } from "../markdown/to-markdown.ts";
import { table } from "../shortcodes/nodes/table.ts";
import { homePartsOf } from "../site/home-parts.ts";
import { portable } from "../site/portable.ts";
import { type SectionList, sectionList } from "../site/section-list.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { pageView } from "../site/view.ts";
import type { OutputPage } from "./types.ts";

/** A link with a line about it. */
interface Item {
  readonly title: string;
  readonly url: string;
  readonly description: string | undefined;
}

/** A page's twin and the list of all texts have the same. */
const known = new WeakMap<OutputPage, string>();

/** Title, description, article, and the lists that the layout adds. Ends with a line break. */
export function twinBody(site: Site, page: OutputPage): string {
  const body = known.get(page) ?? written(site, page);
  known.set(page, body);
  return body;
}

function written(site: Site, { page, article, markdown }: OutputPage): string {
  const write = (children: readonly RootContent[]): string =>
    toMarkdown({ type: "root", children: [...children] }, (url) => portable(site, url));
  const isHome = page.kind === "home";
  const { description } = page.frontMatter;
  const list = isHome ? undefined : sectionList(site, page);
  // The home page's own words say what the site is.
  const about = isHome || description === undefined ? [] : [paragraph([text(description)])];
  const parts = [
    write([heading(1, [text(page.title)]), ...about]),
    markdown,
    isHome ? write(homeBlocks(site, page, pageView(site, page, article).children)) : "",
    list === undefined ? "" : write(listBlocks(list)),
  ];
  return parts.filter((part) => part.trim() !== "").join("\n");
}

/** The parts of the home page in their order; without groups, the pages below it. */
function homeBlocks(site: Site, page: Page, children: readonly Item[]): RootContent[] {
  const { steps, often, groups } = homePartsOf(site, page);
  const shown =
    groups.length === 0 && children.length > 0
      ? [{ title: "Contents", text: undefined, cards: children }]
      : groups;
  return [
    ...(often.length === 0
      ? []
      : [paragraph([text("Often looked for: "), ...often.flatMap(withComma)])]),
    ...(steps.length === 0 ? [] : [stepList(steps)]),
    ...shown.flatMap(({ title, text: about, cards }) => [
      heading(2, [text(title)]),
      ...(about === undefined ? [] : [paragraph([text(about)])]),
      ...itemList(cards),
    ]),
  ];
}

function withComma(item: Item, index: number): PhrasingContent[] {
  return [...(index === 0 ? [] : [text(", ")]), link(item)];
}

function stepList(steps: ReturnType<typeof homePartsOf>["steps"]): RootContent {
  return bullets(
    steps.map(({ waypoint, title, text: about }) => [
      text(`${waypoint} `),
      { type: "strong", children: [text(title)] },
      text(` ${about}`),
    ]),
  );
}

function listBlocks({ form, columns, groups }: SectionList): RootContent[] {
  return groups.flatMap(({ heading: title, rows }) => {
    const head =
      title === undefined ? [] : [heading(2, [link({ ...title, description: undefined })])];
    if (form === "cards") return [...head, ...itemList(rows)];
    const names = columns.map(({ label }) => [text(label)]);
    const cells = rows.map(({ url, cells: values }) =>
      values.map((value, index) =>
        columns[index]?.name === "title"
          ? [link({ title: value, url, description: undefined })]
          : [text(value)],
      ),
    );
    return [...head, table(names, cells)];
  });
}

/** Links, the line about each below it. */
function itemList(items: readonly Item[]): RootContent[] {
  if (items.length === 0) return [];
  return [
    bullets(
      items.map((item) =>
        item.description === undefined ? [link(item)] : [link(item), text(`\n${item.description}`)],
      ),
    ),
  ];
}

function bullets(items: readonly PhrasingContent[][]): RootContent {
  return {
    type: "list",
    spread: false,
    children: items.map((children) => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children }],
    })),
  };
}

function heading(depth: 1 | 2, children: PhrasingContent[]): RootContent {
  return { type: "heading", depth, children };
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: "paragraph", children };
}

function link({ title, url }: Item): PhrasingContent {
  return { type: "link", url, children: [text(title)] };
}

function text(value: string): PhrasingContent {
  return { type: "text", value };
}
