/**
 * The calls of all texts of a site as they are written, also of drafts and of texts that no page
 * shows. What they use is known without making a page; what a partial puts together is not.
 */
import { setImmediate } from "node:timers/promises";
import type { Project } from "../project/project.ts";
import type { Use } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";
import { type CallInText, callsOf } from "./call-at.ts";
import { parameterTarget } from "./targets.ts";
import { textsOf } from "./texts.ts";

/** A call, and the text that it stands in. */
export interface WrittenCall {
  readonly source: Source;
  readonly page: Page | undefined;
  readonly call: CallInText;
  /** Writes what goes into the call as it has to stand in the file. */
  readonly written: (text: string) => string;
}

/** Files after which other questions have their turn. */
const AT_ONCE = 50;

/** All calls of a site. `current`: a text as it is written, which goes before that of its file. */
export async function writtenCalls(project: Project, current?: Source): Promise<WrittenCall[]> {
  const calls: WrittenCall[] = [];
  let count = 0;
  for (const { source, page } of textFiles(project, current)) {
    if (!/\{\{[<%]/.test(source.text)) continue;
    const host = project.host(page);
    for (const { text, written } of textsOf(source))
      for (const call of callsOf(text, host)) calls.push({ source, page, call, written });
    if (++count % AT_ONCE === 0) await setImmediate();
  }
  return calls;
}

/** What the calls name, as pages note it when they are made. */
export function usesOfCall(project: Project, { source, page, call }: WrittenCall): Use[] {
  const span = { source, ...call.openRange, frame: undefined };
  const { definition } = call;
  const own: Use[] = [{ kind: "shortcode", target: definition?.name ?? call.name, span }];
  const partial = definition?.source?.path;
  if (partial !== undefined) own.push({ kind: "partial", target: partial, span });
  const named = call.parameters.flatMap((parameter): Use[] => {
    const names = parameter.spec?.names;
    const kind = names === "entry" ? "entry" : names === "data" ? "data" : "file";
    const isUse = ["data", "entry", "file", "page", "section", "diagram"].includes(names ?? "");
    const found = isUse ? parameterTarget({ project, page, source }, call, parameter) : undefined;
    return found?.use === undefined ? [] : [{ kind, target: found.use, span }];
  });
  return [...own, ...named];
}

interface TextFile {
  readonly source: Source;
  readonly page: Page | undefined;
}

/** The files that can hold calls: pages, drafts too, data, partials and Markdown to include. */
function textFiles(project: Project, current: Source | undefined): Iterable<TextFile> {
  const { allPages, left } = project.site;
  const pages = [...allPages, ...left.map(({ page }) => page)];
  const included = [...new Set(project.texts.includePaths())].flatMap(
    (path) => project.texts.file(path) ?? [],
  );
  const others = [
    ...project.data.files().map(({ source }) => source),
    ...project.texts.partials().values(),
    ...included,
  ];
  const files = new Map<string, TextFile>();
  for (const page of pages)
    if (page.source !== undefined) files.set(page.path, { source: page.source, page });
  for (const source of others)
    if (!files.has(source.path)) files.set(source.path, { source, page: undefined });
  if (current !== undefined)
    files.set(current.path, { source: current, page: files.get(current.path)?.page });
  return files.values();
}
