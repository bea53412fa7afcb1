/** A site of its own, in German, built below a base path and served: what search does on its pages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";
import { serve } from "../helpers/serve.ts";

const FILLER = Array.from({ length: 40 }, (_, at) => `Zeile ${at + 1} füllt die Seite.`).join(
  "\n\n",
);

const page = (title: string, body: string, fields = ""): string =>
  `---\ntitle: ${title}\n${fields}---\n\n${body}\n`;

/** Pages of a little site; others can be added. */
export const GERMAN_SITE: Readonly<Record<string, string>> = {
  "data/site.yml": "title: Handbuch\nlanguage: de\nbaseURL: https://docs.example/docs/\n",
  "content/_index.md": page("Handbuch", "Willkommen."),
  "content/anleitung/_index.md": page("Anleitung", "Alles der Reihe nach.", "weight: 1\n"),
  "content/anleitung/aurora.md": page(
    "Aurora",
    `Der Anfang.

## Netz absichern

{{< tabs >}}
{{< tab "Cloud" >}}

{{< tabs >}}
{{< tab "Freigabe" >}}
Adressen werden freigegeben.
{{< /tab >}}
{{< tab "SSH-Tunnel" >}}
Die Brücke führt durch \`sshd_config\` hindurch.

\`\`\`sql
ALTER SYSTEM SET rds.logical_replication = 1; -- größe
SHOW wal_level;
\`\`\`
{{< /tab >}}
{{< /tabs >}}

{{< /tab >}}
{{< tab "Selbst" >}}
Selbst gemacht.
{{< /tab >}}
{{< /tabs >}}

## Größe ändern

${FILLER}

Die Größe ändert ein Kolibri.
`,
  ),
  "content/anleitung/tabellen.md": page("Tabellen", "Ein Kolibri in Tabellen, und die Brücke."),
  "content/nachschlagen/_index.md": page("Nachschlagen", "Von A bis Z.", "weight: 2\n"),
  "content/nachschlagen/befehle.md": page(
    "Befehle",
    "Ein Kolibri für `CREATE SOURCE` und SOURCE CREATE.",
  ),
};

export interface BuiltSite {
  /** Address of the site's root, with the base path. */
  readonly url: string;
  readonly requests: readonly string[];
  /** The folder of the built files. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Builds and serves a site below `/docs/`; throws if its content has errors. */
export async function builtSite(
  files: Readonly<Record<string, string>> = GERMAN_SITE,
): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-search-"));
  await withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    const errors = project.diagnostics().filter(({ level }) => level === "error");
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
    await buildSite(project, join(folder, "site"));
  });
  const { url, requests, close } = await serve(join(folder, "site"), "/docs/");
  return {
    url,
    requests,
    folder: join(folder, "site"),
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
