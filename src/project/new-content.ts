/** What `new` makes in a site: pages, snippets and partials that pass every check. */
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { titleOfName } from "../site/page.ts";
import type { Project } from "./project.ts";

/** A file to write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** What is to be made, or why it cannot be, as a sentence. */
export type Plan =
  | { readonly ok: true; readonly files: readonly NewFile[]; readonly next: string }
  | { readonly ok: false; readonly reason: string };

/** A name in a path: letters of any alphabet, digits, and the signs that addresses keep. */
const PART = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.~+@-]*$/u;

/** A page below content/; `NAME/` makes a section, `NAME/_index.md` too. */
export function newPage(name: string): Plan {
  const path = name.replace(/^\/?(?:content\/)?/, "").replace(/\.(?:md|markdown)$/, "");
  const isSection = path === "" || path.endsWith("/");
  const file = isSection ? `${path}_index` : path;
  if (!isPath(file)) return wrongName(name);
  const title = titleOfName(posix.basename(file.replace(/\/?_?index$/, "")) || "home");
  const text = `---\ntitle: ${scalar(title)}\ndescription: What this page is about.\n---\n\nThe first paragraph.\n`;
  return made(`content/${file}.md`, text, "Write its text. npm run dev shows the page.");
}

/** A data file with one entry: `NAME` or `FILE#ENTRY`. */
export function newSnippet(name: string): Plan {
  const [written = "", own] = name.split("#");
  const file = written.replace(/^\/?(?:data\/)?/, "").replace(/\.ya?ml$/, "");
  const entry = own ?? posix.basename(file);
  if (!isPath(file) || !PART.test(entry)) return wrongName(name);
  if (file === "site" || file.startsWith("partials/")) return wrongName(name);
  const text = `- name: ${scalar(entry)}\n  description: |\n    The text of the snippet.\n`;
  const call = `{{% include-example file="${file}" example="${entry}" %}}`;
  return made(`data/${file}.yml`, text, `Write its text, and include it in a page: ${call}`);
}

/** A partial, in the folder that the site has for them. */
export function newPartial(name: string, project: Project): Plan {
  const folders = ["layouts/_shortcodes", "layouts/shortcodes", "data/partials"];
  const { root } = project.site;
  const folder = folders.find((path) => existsSync(join(root, path))) ?? "data/partials";
  const path = folders
    .reduce((at, prefix) => at.replace(new RegExp(`^/?${prefix}/`), ""), name)
    .replace(/\.md$/, "");
  if (!isPath(path)) return wrongName(name);
  const known = [...project.host(undefined).names()].map((other) => other.toLowerCase());
  if (known.includes(path.toLowerCase()))
    return { ok: false, reason: `Unexpected name "${path}", which a shortcode has already.` };
  const next = `Write its text, and call it in a page: {{% ${path} %}}`;
  return made(`${folder}/${path}.md`, "The text of the partial.\n", next);
}

function made(path: string, text: string, next: string): Plan {
  return { ok: true, files: [{ path, text }], next };
}

function wrongName(name: string): Plan {
  const reason = `Unexpected name "${name}", expected letters, digits and hyphens, with slashes between folders.`;
  return { ok: false, reason };
}

function isPath(path: string): boolean {
  return path.split("/").every((part) => PART.test(part));
}

/** A text as a scalar of YAML, quoted where it would be something else. */
function scalar(text: string): string {
  const isWord = /^\p{L}[\p{L}\p{N}\p{M} _-]*$/u.test(text);
  return isWord && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
