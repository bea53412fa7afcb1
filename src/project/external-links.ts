/** Asks for a site's links to other hosts, and keeps good answers where builds keep theirs. */
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import { checkExternal, type ExternalResult } from "../checks/external/check.ts";
import { beginStep, pageDone } from "../timing/steps.ts";
import type { Project } from "./project.ts";

/** Adds to the project what its links to other hosts came to. */
export async function askOtherHosts(
  project: Project,
  cache: Store | undefined,
): Promise<ExternalResult> {
  const result = await checkExternal(project.links.external(), {
    settings: project.site.settings.externalLinks,
    memory: cache,
    keyOf: (url) => digestOf("external link", url),
    onStart: (count) => beginStep("Asking other hosts", count),
    onAnswer: pageDone,
  });
  project.addExternal(result);
  return result;
}
