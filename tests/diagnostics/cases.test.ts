/** Broken input of every kind, each with all messages that it must give. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { placeOf } from "../../src/messages/frame.ts";
import { headline } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { readCase, withSite, writeCase } from "../helpers/case.ts";

const FOLDER = join(import.meta.dirname, "cases");
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));

async function messagesOf(files: ReadonlyMap<string, string>): Promise<string> {
  return withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    project.checkUnused();
    const lines = project
      .diagnostics({ allData: true })
      .flatMap((diagnostic) => [
        headline(diagnostic),
        ...diagnostic.chain.map((span) => `  included at ${placeOf(span)}`),
        ...(diagnostic.related ?? []).flatMap(({ what, span, chain = [] }) => [
          `  ${what}: ${placeOf(span)}`,
          ...chain.map((call) => `    included at ${placeOf(call)}`),
        ]),
        ...(diagnostic.pages.length > 1 ? [`  in ${diagnostic.pages.join(", ")}`] : []),
      ]);
    return lines.map((line) => `${line}\n`).join("");
  });
}

describe("diagnostics", () => {
  test("there are at least 40 kinds of broken input", () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(40);
  });

  test.each(NAMES)("%s", async (name) => {
    const path = join(FOLDER, name);
    const broken = readCase(path);
    const messages = await messagesOf(broken.files);
    if (process.env.UPDATE === "1") writeCase(path, broken, messages);
    else expect(messages).toBe(broken.messages);
    expect(messages).not.toBe("");
  });
});
