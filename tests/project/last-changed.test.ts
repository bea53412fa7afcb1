/** The last change of a page: what git knows, and what front matter says over it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeDates } from "../../src/project/last-changed.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const PAGE = "content/größe é.md";

function git(root: string, day: number, ...args: string[]): void {
  const date = `2026-03-${String(day).padStart(2, "0")}T10:00:00Z`;
  const person = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.com" };
  const other = { GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.com" };
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const env = { ...process.env, ...person, ...other, ...dates };
  execFileSync("git", ["-C", root, ...args], { stdio: "ignore", env });
}

function commit(root: string, day: number): void {
  git(root, day, "add", "--all");
  git(root, day, "commit", "--message", `Day ${day}`);
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The days of all files that have a date. */
function days(root: string): Record<string, string> {
  const entries = [...changeDates(root)].map(([path, date]) => [
    path,
    date.toISOString().slice(0, 10),
  ]);
  return Object.fromEntries(entries);
}

/** The day of one page as the site shows it. */
async function dayOf(root: string, path: string): Promise<string | undefined> {
  const project = await Project.open(root);
  const page = project.site.pages.find((candidate) => candidate.path === path);
  return page && project.lastChanged(page)?.toISOString().slice(0, 10);
}

/** A site in a folder of a repository, with two commits. */
async function withHistory(use: (root: string, repository: string) => Promise<void>) {
  await withSite({ "docs/content/_index.md": "Home.\n" }, async (repository) => {
    const root = join(repository, "docs");
    git(repository, 1, "init");
    write(root, PAGE, "One.\n");
    commit(repository, 1);
    write(root, PAGE, "Two.\n");
    write(repository, "README.md", "Beside the site.\n");
    commit(repository, 2);
    await use(root, repository);
  });
}

describe("dates from git", () => {
  test("are those of the last commit that changed the file, whatever its name", async () => {
    await withHistory(async (root) => {
      expect(days(root)).toEqual({ "content/_index.md": "2026-03-01", [PAGE]: "2026-03-02" });
    });
  });

  test("outlive a move, and not a change", async () => {
    await withHistory(async (root, repository) => {
      mkdirSync(join(root, "content/new"));
      renameSync(join(root, PAGE), join(root, "content/new/a.md"));
      commit(repository, 5);
      write(root, PAGE, "Another page in the old place.\n");
      commit(repository, 6);
      expect(days(root)).toMatchObject({
        "content/new/a.md": "2026-03-02",
        [PAGE]: "2026-03-06",
      });
      write(root, "content/new/a.md", "Three.\n");
      commit(repository, 7);
      expect(days(root)).toMatchObject({ "content/new/a.md": "2026-03-07" });
    });
  });

  test("are unknown where a shallow clone is cut, and known after that", async () => {
    await withHistory(async (_root, repository) => {
      await withSite({}, async (target) => {
        const clone = join(target, "clone");
        git(repository, 2, "clone", "--depth", "1", `file://${repository}`, clone);
        expect(days(join(clone, "docs"))).toEqual({});
        write(clone, "docs/content/b.md", "New.\n");
        commit(clone, 9);
        expect(days(join(clone, "docs"))).toEqual({ "content/b.md": "2026-03-09" });
      });
    });
  });

  test("are missing without a repository, and before the first commit", async () => {
    await withSite({ "content/_index.md": "Home.\n" }, async (root) => {
      expect(days(root)).toEqual({});
      git(root, 1, "init");
      expect(days(root)).toEqual({});
    });
  });
});

describe("the last change of a page", () => {
  test("is what front matter says, else that of git, else its date", async () => {
    await withHistory(async (root, repository) => {
      write(root, "content/said.md", "---\ntitle: A\nlastmod: 2026-02-01\n---\n");
      write(root, "content/dated.md", "---\ntitle: A\ndate: 2026-01-01\n---\n");
      commit(repository, 3);
      write(root, "content/new.md", "---\ntitle: A\ndate: 2026-01-01\n---\n");
      write(root, "content/bare.md", "New.\n");
      expect(await dayOf(root, "content/said.md")).toBe("2026-02-01");
      expect(await dayOf(root, "content/dated.md")).toBe("2026-03-03");
      expect(await dayOf(root, "content/new.md")).toBe("2026-01-01");
      expect(await dayOf(root, "content/bare.md")).toBeUndefined();
    });
  });

  test("counts the texts that the page includes, not its data", async () => {
    await withHistory(async (root, repository) => {
      write(root, "data/note.md", "A note.\n");
      write(root, "data/facts.yml", "port: 1\n");
      write(root, "content/p.md", '{{< include-md file="note.md" >}}\n');
      commit(repository, 3);
      write(root, "data/note.md", "A better note.\n");
      commit(repository, 4);
      write(root, "data/facts.yml", "port: 2\n");
      commit(repository, 5);
      expect(await dayOf(root, "content/p.md")).toBe("2026-03-04");
      expect(await dayOf(root, PAGE)).toBe("2026-03-02");
    });
  });

  test("does not ask git if the configuration says so", async () => {
    await withHistory(async (root) => {
      expect(await dayOf(root, PAGE)).toBe("2026-03-02");
      write(root, "hugo.toml", "enableGitInfo = false\n");
      expect(await dayOf(root, PAGE)).toBeUndefined();
    });
  });
});
