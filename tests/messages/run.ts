/** What `check` tells of a site in files. */
import type { Diagnostic } from "../../src/messages/diagnostic.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

/** Files by path; text, or bytes that are none. */
export type Files = Readonly<Record<string, string>>;

/** All that `npm run check` tells of these files; `prepare` may change the folder before. */
export function check(
  files: Files,
  prepare: (root: string) => void = () => {},
): Promise<Diagnostic[]> {
  return withSite(files, async (root) => {
    prepare(root);
    const project = await Project.open(root);
    await project.renderAll();
    project.checkUnused();
    return project.diagnostics({ allData: true });
  });
}

/** A diagnostic as the catalog shows it: message and suggestion, without place and id. */
export function sentenceOf({ message, suggestion }: Diagnostic): string {
  return suggestion === undefined ? message : `${message}; did you mean "${suggestion}"?`;
}
