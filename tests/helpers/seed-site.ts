/** The documents that describe the system, as a site of their own with this repository's data. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inRepository } from "./repository.ts";

/** Where each seed's front matter and links say that it stands. */
export const SEED_PLACES = {
  "000_": "content/ingest-data/postgres/self-hosted.md",
  "001_": "content/ingest-data/postgres-archive/self-hosted.md",
  "002_": "content/ingest-data/postgres/_index.md",
  "003_": "content/sql/create-source/postgres-legacy.md",
  "004_": "content/ingest-data/postgres/alloydb.md",
} as const;

/** Writes the site of the seeds in `seeds` to a new folder, which the caller removes. */
export function writeSeedSite(seeds: string): string {
  const root = mkdtempSync(join(tmpdir(), "waymark-seeds-"));
  cpSync(inRepository("data"), join(root, "data"), { recursive: true });
  for (const [prefix, path] of Object.entries(SEED_PLACES)) {
    const name = readdirSync(seeds).find((file) => file.startsWith(prefix)) ?? "";
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), readFileSync(join(seeds, name)));
  }
  return root;
}
