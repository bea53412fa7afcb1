/** How long an author waits: for the server, and for a browser to show what was saved. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { launchBrowser } from "../helpers/browser.ts";
import { inRepository } from "../helpers/repository.ts";
import type { Corpus } from "./corpus/write.ts";

/** Milliseconds, one for each time. */
export interface DevTimes {
  /** From the start of the command to the first answer, with nothing kept. */
  readonly start: number;
  /** The same with what the time before has kept. */
  readonly warmStart: number;
  /** From saving a page to its text in the browser. */
  readonly page: readonly number[];
  /** The same for an entry of a data file. */
  readonly snippet: readonly number[];
}

/** Saves of each kind, and one before that does not count: the browser connects. */
const SAVES = 5;

const POLL_MS = 100;

/** An author looks before saving again; meanwhile the server makes the other pages. */
const PAUSE_MS = 1_500;

/** Serves the corpus in `root` and measures, with a cache of its own. */
export async function devTimes(root: string, { firstFile, firstUrl }: Corpus): Promise<DevTimes> {
  const cache = mkdtempSync(join(tmpdir(), "waymark-bench-"));
  try {
    const start = await withServer(root, cache, firstUrl, async (url, time) => {
      await made(url);
      return time;
    });
    return await withServer(root, cache, firstUrl, async (url, warmStart) => {
      await made(url);
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage();
        await page.goto(url, { waitUntil: "networkidle" });
        return {
          start,
          warmStart,
          page: await saves(page, (mark) => append(join(root, firstFile), `\n${mark}\n`)),
          snippet: await saves(page, snippetSaver(root, firstFile)),
        };
      } finally {
        await browser.close();
      }
    });
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Starts the server; `use` gets the page's address and how long its first answer took. */
async function withServer<T>(
  root: string,
  cache: string,
  path: string,
  use: (url: string, time: number) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const arguments_ = [inRepository("src/launch.mjs"), "dev", "--site", root, "--cache", cache];
  const server = spawn(process.execPath, arguments_, {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const url = new URL(path.slice(1), await addressOf(server)).href;
    await (await fetch(url)).text();
    return await use(url, performance.now() - started);
  } finally {
    server.kill();
    await once(server, "exit");
  }
}

/** Waits until all pages are made. */
async function made(url: string): Promise<void> {
  for (;;) {
    const state = await (await fetch(new URL("/_waymark/state.json", url))).json();
    if ((state as { isWhole: boolean }).isWhole) return;
    await setTimeout(POLL_MS);
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
    await setTimeout(PAUSE_MS);
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
    if (!original.includes(entry)) throw new Error(`Expected the entry ${name} in ${path}.`);
    return (mark) => writeFileSync(path, original.replace(entry, `${entry}    ${mark}\n\n`));
  }
  if (file === undefined) throw new Error(`Expected an include in ${pageFile}.`);
  return (mark) => append(join(root, file), `\n${mark}\n`);
}

function append(file: string, text: string): void {
  writeFileSync(file, readFileSync(file, "utf8") + text);
}
