/** Lists of sections: what front matter asks for, and what is wrong with it. */
import { describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { type SectionList, sectionList } from "../../src/site/section-list.ts";
import { withSite } from "../helpers/case.ts";

const PAGE = (title: string, rest = ""): string => `---\ntitle: ${title}\n${rest}---\nText.\n`;

const PAGES = {
  "content/_index.md": PAGE("Home"),
  "content/tools/cut.md": PAGE("Cut", "weight: 1\nsince: v1.10\nfree: true\ndescription: Cuts.\n"),
  "content/tools/bend.md": PAGE("Bend", "weight: 2\ncard: Bends it.\ndate: 2026-05-01\n"),
  "content/tools/heavy/_index.md": PAGE("Heavy tools", "weight: 3\n"),
  "content/tools/heavy/press.md": PAGE("Press", "os: [Linux, macOS]\n"),
};

async function list(
  matter: string,
): Promise<{ list: SectionList | undefined; messages: string[] }> {
  const files = { ...PAGES, "content/tools/_index.md": PAGE("Tools", matter) };
  return withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    const section = project.site.byUrl.get("/tools/");
    if (section === undefined) throw new Error("The section is a page.");
    return {
      list: sectionList(project.site, section),
      messages: project.diagnostics().map(headline),
    };
  });
}

describe("the list of a section", () => {
  test.each(["", "list: cards\n"])("is cards: %j", async (matter) => {
    const { list: found, messages } = await list(matter);
    expect(messages).toEqual([]);
    expect(found?.form).toBe("cards");
    expect(found?.groups).toHaveLength(1);
    expect(found?.groups[0]?.rows.map(({ title, description }) => [title, description])).toEqual([
      ["Cut", "Cuts."],
      ["Bend", "Bends it."],
      ["Heavy tools", undefined],
    ]);
  });

  test("is a table of fields and parameters", async () => {
    const columns = "columns: [since, title, { free: Free of charge }, date, description]";
    const { list: found, messages } = await list(`list: table\n${columns}\n`);
    expect(messages).toEqual([]);
    expect(found?.columns.map(({ label }) => label)).toEqual([
      "Since",
      "Title",
      "Free of charge",
      "Date",
      "Description",
    ]);
    expect(found?.groups[0]?.rows.map(({ cells }) => cells)).toEqual([
      ["v1.10", "Cut", "Yes", "", "Cuts."],
      ["", "Bend", "", "May 1, 2026", "Bends it."],
      ["", "Heavy tools", "", "", ""],
    ]);
  });

  test("has groups of subsections, and a title in each table", async () => {
    const { list: found, messages } = await list("columns: [os]\nlist_groups: true\n");
    expect(messages).toEqual([]);
    expect(found?.form).toBe("table");
    expect(found?.groups).toEqual([
      { heading: undefined, rows: [expect.anything(), expect.anything()] },
      {
        heading: { id: "pages-heavy", title: "Heavy tools", url: "/tools/heavy/" },
        rows: [expect.objectContaining({ cells: ["Press", "Linux, macOS"] })],
      },
    ]);
  });

  test.each(["list: none\n", "list: false\n", "disable_list: true\nlist: table\n"])(
    "is left out: %j",
    async (matter) => {
      expect(await list(matter)).toEqual({ list: undefined, messages: [] });
    },
  );

  test.each([
    ["list: tabel\n", '3:7: error: Unexpected "tabel" in "list", expected cards, table, none'],
    ["list: table\ncolumns: [sinze]\n", '4:11: warning: Unexpected column "sinze"'],
    [
      "list: table\ncolumns: title\n",
      '4:10: error: Unexpected "title" in "columns", expected a list',
    ],
    ["columns: [[a]]\n", '3:11: error: Unexpected list in "columns"'],
    ["columns: [{ title: [a] }]\n", "3:11: error: Unexpected map"],
  ])("with a fault is told: %j", async (matter, message) => {
    const { messages } = await list(matter);
    expect(messages).toEqual([expect.stringContaining(`content/tools/_index.md:${message}`)]);
  });
});
