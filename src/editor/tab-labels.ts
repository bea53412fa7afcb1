/** The labels of tabs that a site has, so that the same choice is named the same everywhere. */
import type { Project } from "../project/project.ts";
import type { Source } from "../text/source.ts";
import { callsOf } from "./call-at.ts";
import { textsOf } from "./texts.ts";

/** What cannot hold a tab is not read. */
const TAB = /\{\{[<%]\s*tab\b/i;

const known = new WeakMap<Source, readonly string[]>();

/** Each label with the first file that has it, in order. `current`: a text as it is written. */
export function tabLabels(project: Project, current: Source): [label: string, path: string][] {
  const pages = project.site.allPages.flatMap(({ source }) => source ?? []);
  const others = [
    ...project.data.files().map(({ source }) => source),
    ...project.texts.partials().values(),
  ];
  const sources = [...pages, ...others].map((source) =>
    source.path === current.path ? current : source,
  );
  const found = new Map<string, string>();
  for (const source of sources)
    for (const label of labelsOf(project, source))
      if (!found.has(label)) found.set(label, source.path);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function labelsOf(project: Project, source: Source): readonly string[] {
  const kept = known.get(source);
  if (kept !== undefined) return kept;
  const host = project.host(undefined);
  const calls = TAB.test(source.text)
    ? textsOf(source).flatMap(({ text }) => callsOf(text, host))
    : [];
  const labels = calls.flatMap(({ parameters }) =>
    parameters.filter(({ spec }) => spec?.names === "tab").map(({ value }) => value.trim()),
  );
  // What is being typed is no label yet: an unfinished tag is no call.
  const own = labels.filter((label) => label !== "");
  known.set(source, own);
  return own;
}
