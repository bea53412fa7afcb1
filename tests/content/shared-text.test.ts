/** What pages have in common stands once: no long text stands twice in content/ and data/. */
import { describe, expect, test } from "vitest";
import { describeDuplicate, duplicatesOf, keyOf } from "./lib/duplicates.ts";
import { blocksIn, blocksOf, type TextBlock } from "./lib/text-blocks.ts";

/** What may stand twice, and why. Each has to stand twice still. */
const ALLOWED: readonly string[] = [
  // The same front matter in each of its formats: that it is the same is what the tabs show.
  "content/authoring/front-matter.md and content/authoring/front-matter.md: title restore a table weight",
  // The connector of each generation of Debezium: one file, which readers copy as a whole.
  "data/examples/debezium/postgres.yml and data/examples/debezium/postgres.yml: name shop connector config connector",
];

const LONG =
  "A publication names the tables whose changes leave the database, and every reader of\n" +
  "it gets all of them. Include only what you need, since each change of each table is\n" +
  "sent, decoded and thrown away again by readers that have no use for it. You can change\n" +
  "it at any time without a restart.\n";

const CODE = "SELECT a,\n       b,\n       c\nFROM t\nWHERE d;\n";

const found = (...files: [string, string][]): string[] =>
  duplicatesOf(files.flatMap(([path, text]): TextBlock[] => blocksIn(path, text))).map(
    ({ first, second }) => `${first.place} ${second.place}`,
  );

describe("a text that stands twice is found", () => {
  test("as prose, wherever it stands and however it is wrapped", () => {
    const entry = `- name: a\n  content: |\n    ${LONG.replaceAll("\n", " ")}\n`;
    expect(found(["a.md", `---\ntitle: A\n---\n\nText.\n\n${LONG}`], ["b.yml", entry])).toEqual([
      "a.md:7 b.yml:3",
    ]);
    expect(found(["a.md", `${LONG}\n- ${LONG.replaceAll("\n", "\n  ")}\n`])).toEqual([
      "a.md:1 a.md:6",
    ]);
  });

  test("with a word changed, and with a call in it", () => {
    const changed = LONG.replace("decoded", "read").replace("database", "{{% param db %}}");
    expect(found(["a.md", LONG], ["b.md", changed])).toEqual(["a.md:1 b.md:1"]);
  });

  test("as code, in a fence or an entry", () => {
    const fence = `\`\`\`sql\n${CODE}\`\`\`\n`;
    const entry = `- name: a\n  code: |\n    ${CODE.replaceAll("\n", "\n    ")}\n`;
    expect(found(["a.md", fence], ["b.yml", entry])).toEqual(["a.md:1 b.yml:3"]);
  });

  test("as code with other case and signs, or another value", () => {
    const code =
      "CREATE CONNECTION shop TO POSTGRES (\n    HOST '<host>',\n    USER 'materialize',\n" +
      "    PASSWORD SECRET pgpass,\n    PORT 5432,\n    SSL MODE 'require',\n    DATABASE 'shop'\n);\n";
    const other = code.toLowerCase().replaceAll("'", '"').replaceAll("    ", " ");
    const fence = (text: string): string => `~~~mzsql\n${text}~~~\n`;
    expect(found(["a.md", fence(code)], ["b.md", fence(other)])).toEqual(["a.md:1 b.md:1"]);
    const changed = code.replace("pgpass", "password");
    expect(found(["a.md", fence(code)], ["b.md", fence(changed)])).toEqual(["a.md:1 b.md:1"]);
  });

  test("with its words and links on fewer lines", () => {
    const text =
      "Reading takes [a slot](/a/), and the slot keeps the log until all of it is read. ";
    const more = `${text}Look for slots that nobody reads, and drop them as soon as you can.\n`;
    expect(found(["a.md", more], ["b.md", more.replace("/a/", "/b/")])).toEqual(["a.md:1 b.md:1"]);
  });
});

describe("what may stand twice is", () => {
  test("a short text, and code of three lines", () => {
    const short = "A publication names the tables\nwhose changes leave the database.\n";
    const code = "```sql\nSELECT a\nFROM t\nWHERE d;\n```\n";
    expect(found(["a.md", short + code], ["b.md", short + code])).toEqual([]);
  });

  test("a text on the same subject in other words", () => {
    const other =
      "Readers get the changes of all tables in a publication, so put in no more than you\n" +
      "need: what a reader has no use for is sent and decoded all the same, and only then\n" +
      "discarded. No restart is needed to change the list, and you can do so whenever you\n" +
      "like.\n";
    expect(found(["a.md", LONG], ["b.md", other])).toEqual([]);
  });
});

test("no long text stands twice in content/ and data/", () => {
  const duplicates = duplicatesOf(blocksOf("content", "data"));
  const others = duplicates.filter((duplicate) => !ALLOWED.includes(keyOf(duplicate)));
  expect(others.map(describeDuplicate)).toEqual([]);
  const keys = duplicates.map(keyOf);
  expect(ALLOWED.filter((key) => !keys.includes(key))).toEqual([]);
});
