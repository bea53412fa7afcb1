/** How long an author waits: for the server, and for a browser to show what was saved. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../helpers/browser.ts";
import { inRepository } from "../helpers/repository.ts";
import type { Corpus } from "./corpus/write.ts";

/** Milliseconds, one for each time. */
export interface DevTimes {
  /** From the start of the command to the first answer. */
  readonly start: number;
  /** From saving a page to its text in the browser. */
  readonly page: readonly number[];
  /** The same for an entry of a data file. */
  readonly snippet: readonly number[];
}

/** Saves of each kind, and one before that does not count: the browser connects. */
const SAVES = 5;

/** Serves the corpus in `root` and measures. */
export async function devTimes(root: string, { firstFile, firstUrl }: Corpus): Promise<DevTimes> {
  const started = performance.now();
  const server = spawn(process.execPath, [inRepository("src/cli.ts"), "dev", "--site", root], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const url = new URL(firstUrl.slice(1), await addressOf(server));
    await (await fetch(url)).text();
    const start = performance.now() - started;
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(url.href, { waitUntil: "networkidle" });
      return {
        start,
        page: await saves(page, (mark) => append(join(root, firstFile), `\n${mark}\n`)),
        snippet: await saves(page, snippetSaver(root, firstFile)),
      };
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
    await once(server, "exit");
  }
}

/** What the command prints when it serves. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdout?.on("data", (part) => {
      text += String(part);
      const address = /^Serving (\S+)$/m.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", () => reject(new Error("The server has stopped.")));
  });
}

async function saves(page: Page, save: (mark: string) => void): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count <= SAVES; count++) {
    const mark = `mark${Math.random().toString(36).slice(2)}`;
    const start = performance.now();
    save(mark);
    // A page that is loaded anew ends what was asked of the old one.
    await page.getByText(mark).first().waitFor({ state: "attached", timeout: 60_000 });
    if (count > 0) times.push(performance.now() - start);
  }
  return times;
}

/** Changes the text of the first file that the page includes with `include-from-yaml` or as a file. */
function snippetSaver(root: string, pageFile: string): (mark: string) => void {
  const text = readFileSync(join(root, pageFile), "utf8");
  const [, data, name] = /include-from-yaml data="([^"]+)" name="([^"]+)"/.exec(text) ?? [];
  const [, file] = /include-md file="([^"]+)"/.exec(text) ?? [];
  if (data !== undefined) {
    const path = join(root, "data", `${data}.yml`);
    const original = readFileSync(path, "utf8");
    const entry = `- name: ${name}\n  content: |-\n`;
    return (mark) => writeFileSync(path, original.replace(entry, `${entry}    ${mark}\n\n`));
  }
  if (file === undefined) throw new Error(`Expected an include in ${pageFile}.`);
  return (mark) => append(join(root, file), `\n${mark}\n`);
}

function append(file: string, text: string): void {
  writeFileSync(file, readFileSync(file, "utf8") + text);
}
