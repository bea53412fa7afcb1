/**
 * Runs first on every page of a copy: answers in place of a server, from scripts that
 * each bring one file, and mends links that scripts add to the page.
 */
import { CopiedFiles } from "./files.ts";
import { mendLinks } from "./links.ts";

const { currentScript } = document;
if (!(currentScript instanceof HTMLScriptElement)) throw new Error("A plain script knows itself.");

const root = new URL("../", currentScript.src);
const base = currentScript.dataset.base ?? "/";
const files = new CopiedFiles(root, base);

Object.assign(globalThis, { waymarkOffline: files.toInterface() });
mendLinks(root, base);
