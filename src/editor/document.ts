/** A document of the editor, as a question about it needs it. */
import type { Position } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Project } from "../project/project.ts";
import type { Host } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import { MappedText } from "../text/mapped.ts";
import { Source } from "../text/source.ts";
import { type CallInText, callsOf } from "./call-at.ts";
import { type FieldText, fieldTextAt } from "./field-place.ts";
import type { Sites } from "./sites.ts";
import { type FileText, offsetIn, textsOf } from "./texts.ts";

/** A place in a document of a site. */
export interface Asked {
  readonly project: Project;
  readonly root: string;
  /** The text as the editor has it. */
  readonly source: Source;
  readonly offset: number;
  /** The page that the document is; undefined for other files. */
  readonly page: Page | undefined;
  /** The pages that were seen to show the file; it alone, if it is one. */
  readonly shownOn: readonly Page[];
  readonly host: Host;
  /** The front matter or the settings that the place is in. */
  readonly fields: FieldText | undefined;
  /** The text with shortcodes that the place is in, and the place in it. */
  readonly around: FileText & { readonly at: number };
  readonly calls: readonly CallInText[];
}

/** What is asked about; undefined for a document of no site. */
export async function askedOf(
  sites: Sites,
  document: TextDocument | undefined,
  position: Position = { line: 0, character: 0 },
): Promise<Asked | undefined> {
  const file = document && sites.find(document.uri);
  if (document === undefined || file === undefined) return undefined;
  const { session, path } = file;
  const project = await session.projectFor(path);
  const source = new Source(path, document.getText());
  const page = project.site.allPages.find((candidate) => candidate.path === path);
  const host = project.host(page);
  const offset = document.offsetAt(position);
  return {
    project,
    root: session.root,
    source,
    offset,
    page,
    shownOn: page === undefined ? session.seenPagesOf(project, path) : [page],
    host,
    ...contextOf(source, offset, host),
  };
}

/** The texts of a file, and the place in them. */
function contextOf(
  source: Source,
  offset: number,
  host: Host,
): Pick<Asked, "fields" | "around" | "calls"> {
  const texts = textsOf(source);
  const calls = texts.flatMap(({ text }) => callsOf(text, host));
  const fields = fieldTextAt(source, offset);
  for (const file of texts) {
    const at = offsetIn(file.text, offset);
    if (at !== undefined) return { fields, around: { ...file, at }, calls };
  }
  const whole = MappedText.of(source, 0);
  return { fields, around: { text: whole, written: (text) => text, at: offset }, calls };
}
