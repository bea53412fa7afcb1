/** What can be told of one page's text without knowing the others. */
import type { Rendering } from "../markdown/pipeline.ts";
import { type Diagnostic, Diagnostics } from "../messages/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { checkEncoding } from "./encoding.ts";
import { checkHeadings } from "./headings.ts";
import { checkHtmlIds } from "./html-ids.ts";
import { checkProse } from "./prose.ts";
import { checkReferences } from "./references.ts";
import { checkTables } from "./tables.ts";

/** A rendered text; `isPage`: a layout shows a title above it. */
interface CheckedText extends Rendering {
  readonly source: Source;
  readonly isPage: boolean;
}

/** A rendering's diagnostics, and those of its outline, links, images and characters. */
export function checkPage({
  source,
  isPage,
  tree,
  origin,
  diagnostics,
}: CheckedText): Diagnostic[] {
  const all = new Diagnostics();
  all.addAll(diagnostics);
  const findings = [
    ...checkEncoding(source),
    ...checkHeadings(tree, origin, { hasTitle: isPage, known: diagnostics }),
    ...checkProse(tree, origin),
    ...checkHtmlIds(tree, origin),
    ...checkReferences(tree, origin),
    ...checkTables(tree, origin),
  ];
  all.addAll(findings);
  return all.list();
}
