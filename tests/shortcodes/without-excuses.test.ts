/** Comments that excuse diagnostics leave no trace in pages, wherever they stand. */
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const COMMENT = "<!-- waymark-ignore link-missing: comes next week -->";

/** Texts with `@` for a line or a word that is a comment. */
const TEXTS: Readonly<Record<string, string>> = {
  "before a paragraph": "@\nText\n",
  "within a paragraph": "One\n@\ntwo\n",
  "at the end of a line": "One @\ntwo\n",
  "between words": "One @ two and one@two\n",
  "at the start of a line": "@ One\n",
  "between items": "- One\n@\n- Two\n  @\n  more\n- Three\n",
  "in an item": "1. @\n   One\n1. Two @\n",
  "in a nested item": "- A\n  - B\n\n    @\n    C\n- D\n",
  "alone in an item": "- @\n- Two\n",
  "in a quote": "> One\n> @\n> two\n",
  "in an alert": "> [!NOTE]\n> @\n> Text\n",
  "between rows": "| A | B |\n| --- | --- |\n@\n| a | b |\n| c | d | @\n| e | f @ |\n",
  "in a heading": "# One @\n\n@\n## Two {#two}\n",
  "before a fence": "@\n```sql\nSELECT 1;\n```\n",
  "in tabs":
    '{{< tabs >}}\n@\n{{< tab "A" >}}\n@\nText\n{{< /tab >}}\n@\n{{< tab "B" >}}Text @{{< /tab >}}\n{{< /tabs >}}\n',
  "in a note": "{{< note >}}\n@\n- Text\n@\n- Text\n{{< /note >}}\n",
  "beside a call": '@\n{{% include-md "part.md" %}}\n\nOne {{< version-added "1" >}} @\n',
  "in a definition list": "Term\n: One\n@\n: Two @\n",
  "with line breaks of Windows": "One\r\n@\r\n- two\r\n@\r\n- three\r\n",
  "at the end of a file": "One\n\n@",
};

async function htmlOf(text: string, parser: string): Promise<string> {
  const files = {
    "data/site.yml": `parser: ${parser}\n`,
    "data/part.md": text.includes("waymark") ? `${COMMENT}\n- A\n${COMMENT}\n- B\n` : "- A\n- B\n",
    "content/page.md": text,
  };
  return withSite(files, async (root) => {
    const project = await Project.open(root);
    const page = project.site.pages.find(({ path }) => path === "content/page.md");
    if (page === undefined) throw new Error("No page.");
    const { html, toc } = project.article(page);
    return JSON.stringify([page.title, html, toc], null, 2).replaceAll("\\n", "\n");
  });
}

/** As if nobody had written the comments: lines of them alone are not there. */
function without(text: string): string {
  return text
    .replace(/^([ \t>]*)@(?:\r\n|\n|$)/gm, "")
    .replace(/^(1\. )@\s+/gm, "$1")
    .replace(/^@ /gm, "")
    .replace(/[ \t]*@(?=\r?$)/gm, "")
    .replace(/ @ /g, " ")
    .replaceAll("@", "");
}

describe.each(["satteri", "remark"])("with %s, a comment", (parser) => {
  test.each(Object.entries(TEXTS))("%s leaves no trace", async (_, text) => {
    const html = await htmlOf(text.replaceAll("@", COMMENT), parser);
    expect(html).not.toContain("waymark-ignore");
    expect(html).toBe(await htmlOf(without(text), parser));
  });

  test.each([
    ["a code span", `Write \`${COMMENT}\`.\n`],
    ["a fence", `\`\`\`md\n${COMMENT}\n\`\`\`\n`],
    ["a fence in an item", `- Write\n\n  ~~~md\n  ${COMMENT}\n  ~~~\n`],
    ["a call of highlight", `{{< highlight html >}}\n${COMMENT}\n{{< /highlight >}}\n`],
  ])("in %s is shown", async (_, text) => {
    expect(await htmlOf(text, parser)).toContain("waymark-ignore link-missing");
  });
});
