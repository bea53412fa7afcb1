/** A little site that puts all that Markdown and shortcodes have into each other. */

const TABS = `{{< tabs >}}
{{< tab "One & <two>" >}}
Text.

| a | b |
| :-: | --: |
| 1 | |
{{< /tab >}}
{{< tab "Three" >}}
{{< tabs >}}
{{< tab "Inner" >}}
{{< note >}}
A note.
{{< /note >}}
{{< /tab >}}
{{< tab "One & <two>" >}}
\`\`\`sql
SELECT 1;
\`\`\`
{{< /tab >}}
{{< /tabs >}}
{{< /tab >}}
{{< /tabs >}}
`;

const NOTE = `{{< warning >}}
Mind the [link](#here).

- a list
{{< /warning >}}
`;

const CODE = `\`\`\`sh {title="a & <b>"}
$ echo "<&>"
<&>
\`\`\`
`;

const TABLE = `| | \`b\` | c |
| :-- | :-: | --: |
| 1 | **2** | <b>3</b> |
`;

const indented = (text: string, by: number): string =>
  text.replace(/^(?=.)/gm, " ".repeat(by)).trimStart();

const ALL = { TABS, NOTE, CODE, TABLE };

const everyIn = (wrap: (part: string, name: string) => string): string =>
  Object.entries(ALL)
    .map(([name, part]) => wrap(part, name))
    .join("\n\n");

const page = (title: string, body: string, more = ""): string =>
  `---\ntitle: ${JSON.stringify(title)}\n${more}---\n\n${body}\n`;

/** Its files by path. */
export const ODD_SITE: Readonly<Record<string, string>> = {
  "data/site.yml": `title: 'A & B <"C">'\nurl: https://docs.example.com/\n`,
  "content/_index.md": page(
    "Home & <away>",
    "Text.\n\nMore *text*.\n\n- a list",
    "description: 'A \"b\" & <c>'\n",
  ),
  "content/section/_index.md": page("A section", "## Here\n\nText.", "weight: 1\n"),
  "content/section/empty.md": page("Empty", "", "aliases: [/old/, '/older/a & b/']\n"),
  "content/section/lists.md": page(
    "In lists",
    [
      "## Here",
      everyIn((part, name) => `1. ${name}\n\n   ${indented(part, 3)}`),
      everyIn((part, name) => `- [ ] ${name}\n\n  - ${indented(part, 4)}`),
      everyIn((part, name) => `Term ${name}\n: ${indented(part, 2)}`),
      "7) seven\n8) eight\n",
    ].join("\n\n"),
  ),
  "content/section/quotes.md": page(
    "In quotes",
    [
      "## Here",
      everyIn((part) => `> ${part.replaceAll("\n", "\n> ")}`),
      everyIn((part) => `> [!TIP] A \`title\` & more\n> ${part.replaceAll("\n", "\n> ")}`),
      everyIn((part, name) => `Note[^${name}]\n\n[^${name}]: ${indented(part, 4)}`),
      everyIn((part) => `<details>\n<summary>More</summary>\n\n${part}\n</details>`),
    ].join("\n\n"),
  ),
  "content/section/headings.md": page(
    "`<x>` & [a link](/x/)",
    [
      "## Here",
      "## [A link](/section/) and ![an image](pixel.png)",
      "## <kbd>K</kbd> `code` *emphasis*",
      "### A. Way (Optional)",
      "#### 1. 日本語 & <b>bold</b>",
      "##### five\n###### six",
      "## Here\n\n## Here",
      "## Note[^n]\n\n[^n]: Text.",
      "## <a id='named'></a>Raw",
    ].join("\n\n"),
  ),
  "content/section/inline.md": page(
    "Inline",
    [
      "## Here",
      "A <https://example.com/?a=1&b=2> and [one [nested] *link*](</section/> 'A \"title\"').",
      "[![c](pixel.png)](/section/) ![a & b](pixel.png 'Title')",
      "Text with {{< note >}}a note{{< /note >}} within.",
      "| `a` <br> b |\n| --- |\n| {{< tip >}}in a cell{{< /tip >}} |",
      "<div><p>Raw</p>\n\n*Markdown*\n\n</div>",
      "<table><tr><th>a</th><td align='right'>b</td></tr></table>",
      "H<sub>2</sub>O <ins>new</ins> <abbr title='x'>y</abbr>",
      '~~gone~~ "quoted" it\'s -- ...',
      "***\n\nText  \nbroken\\\nlines",
    ].join("\n\n"),
  ),
  "content/section/pixel.png": "",
};
