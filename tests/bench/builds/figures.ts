/** Figures of the manual as data files: data/manual-inside/ and a chart in public/diagrams/. */
import { chartOf } from "./chart.ts";
import { type BuildResult, figuresOf, medianStages } from "./results.ts";

/** A table for `yaml-table`: names and headers of columns, then rows by name. */
export function tableFile(
  comment: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly string[])[],
): string {
  const names = Object.keys(columns);
  const head = names.flatMap((name) => [
    `  - column: ${name}`,
    `    header: ${quoted(columns[name])}`,
  ]);
  const body = rows.flatMap((row) =>
    names.map((name, at) => `${at === 0 ? "  - " : "    "}${name}: ${quoted(row[at])}`),
  );
  return [`# ${comment}`, "columns:", ...head, "rows:", ...body, ""].join("\n");
}

function quoted(text = ""): string {
  return JSON.stringify(text);
}

/** What is written for results, by path from the repository. The first subject is our own. */
export function figureFiles(results: readonly BuildResult[]): ReadonlyMap<string, string> {
  const [first] = results;
  if (first === undefined) return new Map();
  const own = results.filter(({ subject }) => subject === first.subject);
  const files = new Map([["data/manual-inside/build-times.yml", buildTimes(own)]]);
  const largest = own.at(-1);
  if (largest !== undefined) files.set("data/manual-inside/build-parts.yml", buildParts(largest));
  const compared = largestCompared(results, own);
  if (compared.length > 1) {
    files.set("data/manual-inside/build-peers.yml", buildPeers(compared));
    files.set("public/diagrams/build-speed.svg", speedChart(compared));
  }
  return files;
}

/** All subjects with the greatest number of pages that any other subject built too. */
function largestCompared(
  results: readonly BuildResult[],
  own: readonly BuildResult[],
): readonly BuildResult[] {
  const others = results.filter((result) => !own.includes(result));
  const pages = Math.max(...others.map((other) => other.pages));
  return results.filter((result) => result.pages === pages);
}

function buildTimes(own: readonly BuildResult[]): string {
  const one = figuresOf(own[0]?.runs.cold ?? []).wallSeconds;
  const columns = {
    site: "Site",
    cold: "First build",
    unchanged: "Nothing changed",
    edited: "One page changed",
    memory: "Largest memory, first build",
    output: "Output",
  };
  const rows = own.map(({ pages, runs, outputBytes }) => {
    const cold = figuresOf(runs.cold);
    return [
      `${pages.toLocaleString("en-US")} guides`,
      multiple(cold.wallSeconds / one),
      share(figuresOf(runs.unchanged).wallSeconds / cold.wallSeconds),
      share(figuresOf(runs.edited).wallSeconds / cold.wallSeconds),
      `${(Math.round(cold.peakMiB / 10) * 10).toLocaleString("en-US")} MiB`,
      `${(outputBytes / 1e6).toFixed(0)} MB`,
    ];
  });
  return tableFile(
    "Written by `npm run bench -- --write`. First builds as multiples of the first row's, others in parts of their own first build.",
    columns,
    rows,
  );
}

const PARTS: Readonly<Record<string, string>> = {
  read: "Reading settings, content, front matter and data",
  parse: "Markdown to syntax trees",
  resolve: "Shortcodes, includes, headings, links and their checks",
  highlight: "The colors of code",
  render: "Syntax trees to HTML",
  search: "Records for the search index, and waiting for it",
  write: "Page layout, and all files",
  other: "All else",
};

function buildParts({ pages, runs }: BuildResult): string {
  const stages = medianStages(runs.cold);
  const all = stages.all ?? Number.NaN;
  const rows = Object.entries(PARTS).map(([name, title]) => [
    `\`${name}\``,
    title,
    share((stages[name] ?? Number.NaN) / all),
  ]);
  return tableFile(
    `Written by \`npm run bench -- --write\`: a first build of ${pages} guides.`,
    { phase: "Phase", part: "Part", time: "Time" },
    rows,
  );
}

function buildPeers(compared: readonly BuildResult[]): string {
  const own = figuresOf(compared[0]?.runs.cold ?? []);
  const rows = compared.map(({ subject, runs, outputBytes }) => {
    const cold = figuresOf(runs.cold);
    return [
      subject,
      multiple(cold.wallSeconds / own.wallSeconds),
      multiple(cold.cpuSeconds / own.cpuSeconds),
      multiple(figuresOf(runs.edited).wallSeconds / own.wallSeconds),
      `${(Math.round(cold.peakMiB / 10) * 10).toLocaleString("en-US")} MiB`,
      `${(outputBytes / 1e6).toFixed(0)} MB`,
    ];
  });
  return tableFile(
    `Written by \`npm run bench -- --write\`: ${compared[0]?.pages} guides, multiples of Waymark's first build.`,
    {
      generator: "Generator",
      cold: "First build",
      cpu: "Its processor time",
      edited: "After one edit",
      memory: "Largest memory",
      output: "Output",
    },
    rows,
  );
}

function speedChart(compared: readonly BuildResult[]): string {
  const pages = (compared[0]?.pages ?? 0).toLocaleString("en-US");
  const rows = compared.map(({ subject, runs }) => ({
    name: subject,
    cold: figuresOf(runs.cold).wallSeconds,
    edited: figuresOf(runs.edited).wallSeconds,
  }));
  return chartOf(`Time to build ${pages} guides, in multiples of Waymark's first build`, rows);
}

function multiple(value: number): string {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : "–";
}

function share(value: number): string {
  return Number.isFinite(value) ? `${Math.round(100 * value)} %` : "–";
}
