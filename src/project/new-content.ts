/** What `new` makes in a site: pages, snippets and partials that pass every check. */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { titleOfName } from "../site/page.ts";
import type { Project } from "./project.ts";

/** A file to write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** What stands in the file, if it only gets more. */
  readonly before?: string;
}

/** What is to be made, or why it cannot be, as a sentence. */
export type Plan =
  | { readonly ok: true; readonly files: readonly NewFile[]; readonly next: string }
  | { readonly ok: false; readonly reason: string };

/** A name in a path: letters of any alphabet, digits, and the signs that addresses keep. */
const PART = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.~+@-]*$/u;

/** A name that a call can have: see the lexer of tags. */
const CALLED = /^[\p{L}\p{Nd}_][\p{L}\p{Nd}_.-]*$/u;

/** The name of an entry: what can stand in a call and in a comment. */
const ENTRY = /^[^\s\p{C}"`#](?:[^\p{C}"`#]*[^\s\p{C}"`#])?$/u;

/** Endings of other kinds of files. */
const EXTENSION = /\.(?:html?|ya?ml|json|toml|txt|mdx|markdown|md|csv|tsx?|jsx?|astro)$/i;

/** A page below content/; `NAME/` makes a section, `NAME/_index.md` too. */
export function newPage(name: string): Plan {
  const path = name.replace(/^\/?(?:content\/)?/, "").replace(/\.(?:md|markdown)$/, "");
  const isSection = path === "" || path.endsWith("/");
  const file = isSection ? `${path}_index` : path;
  if (!isPath(file)) return wrongName(name, file);
  const title = titleOfName(posix.basename(file.replace(/\/?_?index$/, "")) || "home");
  const text = `---\ntitle: ${scalar(title)}\ndescription: What this page is about.\n---\n\nThe first paragraph.\n`;
  return made(`content/${file}.md`, text, "Write its text. npm run dev shows the page.");
}

/** An entry of a data file: `NAME` or `FILE#ENTRY`. It joins the entries of a file that is there. */
export function newSnippet(name: string, { data, site }: Project): Plan {
  const [written = "", own, ...more] = name.split("#");
  const file = written.replace(/^\/?(?:data\/)?/, "").replace(/\.ya?ml$/, "");
  const entry = own ?? posix.basename(file);
  if (!isPath(file)) return wrongName(name, file);
  if (!ENTRY.test(entry) || more.length > 0)
    return refused(`Unexpected name "${[entry, ...more].join("#")}", expected one for an entry.`);
  const other = OTHER_DATA.find(({ files }) => files.test(file));
  if (other !== undefined) return refused(`Unexpected name "${name}", ${other.reason}.`);
  const call = `{{% include-example file="${file}" example="${entry}" %}}`;
  const next = `Write its text, and include it in a page: ${call}`;
  const text = `- name: ${scalar(entry)}\n  description: |\n    The text of the snippet.\n`;
  const path = `data/${file}.yml`;
  const known = data.files().find((listed) => listed.path === path);
  if (own === undefined || known === undefined) return made(path, text, next);
  if (data.entry(file, entry).ok)
    return refused(`Unexpected name "${entry}", which an entry of ${path} has already.`);
  // Not the text of the store: a byte order mark stays.
  const before = readFileSync(join(site.root, path), "utf8");
  const lineEnd = before.includes("\r\n") ? "\r\n" : "\n";
  const gap = before.endsWith("\n") ? lineEnd : lineEnd.repeat(2);
  const whole = `${before}${gap}${text.replaceAll("\n", lineEnd)}`;
  return { ok: true, files: [{ path, text: whole, before }], next };
}

/** Files of data that are no entries. */
const OTHER_DATA = [
  { files: /^site$/i, reason: "which is that of the settings" },
  { files: /^placeholders$/i, reason: "which is that of the placeholders" },
  { files: /^diagrams\//i, reason: "expected another folder: diagrams/ holds grammars" },
  { files: /^partials\//i, reason: "expected another folder: `new partial` makes partials" },
];

/** A partial, in the folder that the site has for them. */
export function newPartial(name: string, project: Project): Plan {
  const folders = ["layouts/_shortcodes", "layouts/shortcodes", "data/partials"];
  const { root } = project.site;
  const folder = folders.find((path) => existsSync(join(root, path))) ?? "data/partials";
  const path = folders
    .reduce((at, prefix) => at.replace(new RegExp(`^/?${prefix}/`), ""), name)
    .replace(/\.md$/, "");
  if (!isPath(path, CALLED)) return wrongName(name, path);
  const known = [...project.host(undefined).names()].map((other) => other.toLowerCase());
  if (known.includes(path.toLowerCase()))
    return refused(`Unexpected name "${path}", which a shortcode has already.`);
  const next = `Write its text, and call it in a page: {{% ${path} %}}`;
  return made(`${folder}/${path}.md`, "The text of the partial.\n", next);
}

function made(path: string, text: string, next: string): Plan {
  return { ok: true, files: [{ path, text }], next };
}

function refused(reason: string): Plan {
  return { ok: false, reason };
}

/** Says what is wrong with a name, and what it could be instead. */
function wrongName(name: string, path: string): Plan {
  const extension = EXTENSION.exec(path)?.[0];
  if (extension !== undefined)
    return refused(`Unexpected name "${name}", expected one without "${extension}".`);
  const near = path
    .split("/")
    .map((part) => part.replace(/[^\p{L}\p{N}\p{M}_.-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, ""))
    .filter((part) => part !== "")
    .join("/");
  const isBetter = near !== path && isPath(near);
  const hint = isBetter ? `; did you mean "${near}"?` : ".";
  return refused(
    `Unexpected name "${name}", expected letters, digits and hyphens, with slashes between folders${hint}`,
  );
}

function isPath(path: string, part = PART): boolean {
  return path.split("/").every((name) => part.test(name)) && !EXTENSION.test(path);
}

/** A text as a scalar of YAML, quoted where it would be something else. */
function scalar(text: string): string {
  const isWord = /^\p{L}[\p{L}\p{N}\p{M} _-]*$/u.test(text);
  return isWord && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
