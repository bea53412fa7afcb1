/** A real browser for tests: it comes with the packages, nothing else is installed. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type LaunchOptions } from "playwright-core";

/**
 * The package's own arguments are for a place without processes: there, closing one
 * page ends the browser. Containers have no user namespaces, hence no sandbox.
 */
const ARGUMENTS = ["--no-sandbox", "--disable-setuid-sandbox", "--font-render-hinting=none"];

/** Unpacked once per machine; another version of the package has another folder. */
const FOLDER = join(tmpdir(), `waymark-chromium-${process.getuid?.() ?? 0}-${packageVersion()}`);

let launched: Promise<Browser> | undefined;

/** Chromium without a window, launched once per test file; close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  launched ??= launch();
  const browser = await launched;
  if (browser.isConnected()) return browser;
  launched = launch();
  return launched;
}

async function launch(): Promise<Browser> {
  return driver.launch({ headless: true, ...(await program()) });
}

/** The package holds a program for Linux; elsewhere an installed Chrome has to do. */
async function program(): Promise<LaunchOptions> {
  if (process.platform !== "linux") return { channel: "chrome" };
  return { executablePath: await unpacked(), args: ARGUMENTS };
}

/**
 * The path of the program. Test files start together and the package writes in place,
 * so each unpacks for itself and the first one to finish wins the name.
 */
async function unpacked(): Promise<string> {
  const path = join(FOLDER, "chromium");
  if (existsSync(path)) return path;
  const own = mkdtempSync(`${FOLDER}-`);
  const { TMPDIR } = process.env;
  try {
    process.env.TMPDIR = own;
    await chromium.executablePath();
    rename(own);
    return path;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(own, { recursive: true, force: true });
  }
}

function rename(own: string): void {
  try {
    renameSync(own, FOLDER);
  } catch (error) {
    if (!existsSync(join(FOLDER, "chromium"))) throw error;
  }
}

function packageVersion(): string {
  const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const text = readFileSync(join(dirname(main), "../package.json"), "utf8");
  return String((JSON.parse(text) as { version: string }).version);
}
