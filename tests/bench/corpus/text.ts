/** Sentences, paragraphs and code of guides. */
import type { CodeBlock, Outline } from "./model.ts";
import type { Random } from "./random.ts";
import {
  COLUMNS,
  GERUNDS,
  MEASURES,
  OCCASIONS,
  PEOPLE,
  PRODUCT,
  QUALITIES,
  REASONS,
  SETTINGS,
  SYSTEMS,
  TABLES,
  THINGS,
  TYPES,
  VERBS,
} from "./words.ts";

type Writer = (random: Random, outline: Outline) => string;

/** `an idle queue` */
export function withArticle(words: string): string {
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const thing = (random: Random): string => `${random.pick(QUALITIES)} ${random.pick(THINGS)}`;
const setting = (random: Random): string => `\`${random.pick(SETTINGS)}\``;
const reference = (random: Random, { guides }: Outline): string => {
  const { index, title } = random.pick(guides);
  return `[${title}](page:${index})`;
};

const SENTENCES: readonly Writer[] = [
  (r) => `${r.pick(OCCASIONS)}, ${r.pick(VERBS)} the ${thing(r)} ${r.pick(REASONS)}.`,
  (r) => `${PRODUCT} keeps the ${r.pick(MEASURES)} of each ${thing(r)} for ${r.whole(2, 30)} days.`,
  (r) =>
    `Set ${setting(r)} to **${r.whole(2, 900)}** if the ${r.pick(MEASURES)} grows faster than the ${r.pick(MEASURES)}.`,
  (r, o) => `How to do this by hand is told in ${reference(r, o)}.`,
  (r) =>
    `${capital(r.pick(GERUNDS))} ${withArticle(thing(r))} takes about ${r.whole(2, 50)} seconds for a million rows of \`${r.pick(TABLES)}\`.`,
  (r) => `Only ${withArticle(r.pick(PEOPLE))} may ${r.pick(VERBS)} the ${thing(r)}.`,
  (r) =>
    `The ${thing(r)} reads from ${r.pick(SYSTEMS)} and writes to \`${r.pick(TABLES)}\`, ${r.pick(REASONS)}.`,
  (r, o) =>
    `If ${setting(r)} and ${setting(r)} contradict each other, the first one counts; see ${reference(r, o)} for the order.`,
  (r) => `A ${r.pick(THINGS)} that is *${r.pick(QUALITIES)}* does not count for the quota.`,
  (r) =>
    `${r.pick(OCCASIONS)}, compare the ${r.pick(MEASURES)} with that of the day before; more than ${r.whole(5, 60)}% is worth a look.`,
  (r) => `Run \`tide ${r.pick(VERBS)} --help\` for all options of the ${r.pick(THINGS)}.`,
  (r) => `This works with ${r.pick(SYSTEMS)} ${r.whole(8, 18)} and later, ${r.pick(REASONS)}.`,
];

export function sentence(random: Random, outline: Outline): string {
  return random.pick(SENTENCES)(random, outline);
}

export function paragraph(random: Random, outline: Outline, least: number, most: number): string {
  const count = random.whole(least, most);
  return Array.from({ length: count }, () => sentence(random, outline)).join(" ");
}

const CODE: Readonly<Record<string, readonly ((random: Random) => string)[]>> = {
  sql: [
    (r) => {
      const columns = r.sample(COLUMNS, r.whole(4, 7));
      const rows = columns.map(
        (name, at) => `  ${name} ${r.pick(TYPES)}${at === 0 ? " NOT NULL" : ""}`,
      );
      return `CREATE TABLE ${r.pick(TABLES)}_${r.whole(1, 99)} (\n${rows.join(",\n")},\n  PRIMARY KEY (${columns[0]})\n);`;
    },
    (r) => {
      const [key = "id", at = "left_at", other = "state"] = r.sample(COLUMNS, 3);
      return `-- what came in within ${r.whole(2, 72)} hours\nSELECT ${key}, count(*) AS n, max(${at}) AS last\nFROM ${r.pick(TABLES)} AS a\nJOIN ${r.pick(TABLES)} AS b USING (${key})\nWHERE a.${other} = '${r.pick(QUALITIES)}'\n  AND b.${at} > now() - INTERVAL '${r.whole(2, 72)} hours'\nGROUP BY ${key}\nORDER BY n DESC\nLIMIT ${r.whole(5, 200)};`;
    },
    (r) =>
      `ALTER SYSTEM SET ${r.pick(SETTINGS)} = '${r.whole(1, 4000)}';\nSELECT pg_reload_conf();\nSHOW ${r.pick(SETTINGS)};`,
    (r) => {
      const table = r.pick(TABLES);
      return `CREATE MATERIALIZED VIEW ${table}_by_${r.pick(COLUMNS)} AS\nSELECT ${r.sample(COLUMNS, 4).join(", ")}\nFROM ${table}\nWHERE ${r.pick(COLUMNS)} IS NOT NULL;\n\nCREATE INDEX ON ${table} (${r.pick(COLUMNS)});`;
    },
  ],
  bash: [
    (r) =>
      `export TIDE_HARBOR="${r.pick(TABLES)}.example.com"\ntide ${r.pick(VERBS)} --from "$TIDE_HARBOR" \\\n  --${r.pick(SETTINGS).replaceAll("_", "-")}=${r.whole(1, 600)} \\\n  | tee ${r.pick(TABLES)}-${r.whole(100, 999)}.log`,
    (r) =>
      `# keep a copy first\npg_dump --table=${r.pick(TABLES)} "$DATABASE_URL" > copy-${r.whole(10, 99)}.sql\nif [ -s copy.sql ]; then\n  gzip -9 copy-*.sql && ls -l\nfi`,
    (r) =>
      `kubectl logs deploy/tide-${r.pick(TABLES)} --since=${r.whole(5, 90)}m | grep -c ${r.pick(QUALITIES)}\nkubectl rollout status deploy/tide-${r.pick(TABLES)}`,
  ],
  json: [
    (r) =>
      JSON.stringify(
        {
          basin: r.pick(TABLES),
          version: r.whole(1, 20),
          sealed: r.isLikely(0.5),
          limits: Object.fromEntries(r.sample(SETTINGS, 4).map((name) => [name, r.whole(1, 9000)])),
          readers: r.sample(TABLES, 3),
        },
        undefined,
        2,
      ),
  ],
  yaml: [
    (r) =>
      `# the ${thing(r)}\nharbor:\n  name: ${r.pick(TABLES)}\n  port: ${r.whole(1024, 9000)}\n  gates:\n${r
        .sample(TABLES, 3)
        .map((name) => `    - name: ${name}\n      ${r.pick(SETTINGS)}: ${r.whole(1, 500)}`)
        .join("\n")}\n  options:\n    ${r.pick(SETTINGS)}: "${r.pick(QUALITIES)}"`,
  ],
};

/** As in guides about databases: half of the code is SQL. */
const LANGUAGES = ["sql", "sql", "sql", "bash", "json", "yaml"] as const;

export function code(random: Random, language: string = random.pick(LANGUAGES)): CodeBlock {
  return { kind: "code", language, text: random.pick(CODE[language] ?? [])(random) };
}
