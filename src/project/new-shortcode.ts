/** What `new` makes of a built-in shortcode: its definition, its cases, its part in the manual. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT_IN } from "../shortcodes/definitions/index.ts";
import { titleOfName } from "../site/page.ts";
import type { NewFile, Plan } from "./new-content.ts";

const DEFINITIONS = "src/shortcodes/definitions";
const CASES = "tests/shortcodes/definitions";
const MANUAL = "content/authoring/shortcodes";

/** Words that no constant can have as its name (ECMA-262: reserved words). */
const RESERVED = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

/** A change of a file that is there. */
export interface Change extends NewFile {
  readonly before: string;
}

/** New files, and the registry and the manual's list with one line more. */
export type ShortcodePlan =
  | (Extract<Plan, { ok: true }> & { readonly changes: readonly Change[] })
  | Extract<Plan, { ok: false }>;

/** A shortcode of the Waymark in the folder `home`. */
export function newShortcode(name: string, home: string): ShortcodePlan {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    const reason = `Unexpected name "${name}", expected small letters, digits and hyphens.`;
    return { ok: false, reason };
  }
  if (BUILT_IN.has(name))
    return { ok: false, reason: `Unexpected name "${name}", which a shortcode has already.` };
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const constant = RESERVED.has(camel) ? `${camel}Shortcode` : camel;
  const title = titleOfName(name);
  const call = `{{< ${name} "Hello" >}}`;
  const files = [
    { path: `${DEFINITIONS}/${name}.ts`, text: definition(name, constant) },
    {
      path: `${CASES}/${name}/good/input.md`,
      text: `${call}\n\nA line with {{< ${name} "a word" >}}.\n`,
    },
    {
      path: `${CASES}/${name}/good/output.html`,
      text: "<p>Hello</p>\n<p>A line with a word.</p>\n",
    },
    { path: `${CASES}/${name}/broken/input.md`, text: `{{< ${name} >}}\n` },
    {
      path: `${CASES}/${name}/broken/messages.txt`,
      text: `content/input.md:1:1: error: Unexpected "${name}" without "text", expected this parameter [parameter-missing]\n`,
    },
    { path: `${MANUAL}/${name}.md`, text: manualPage(name, title, call) },
  ];
  const change = (path: string, edit: (text: string) => string): Change => {
    const before = readFileSync(join(home, path), "utf8");
    return { path, before, text: edit(before) };
  };
  const changes = [
    change(`${DEFINITIONS}/index.ts`, (text) => registered(text, name, constant)),
    change(`${MANUAL}/_index.md`, (text) => listed(text, name, title)),
  ];
  const next = `Write render in ${DEFINITIONS}/${name}.ts, then UPDATE=1 npx vitest run tests/shortcodes/definitions.test.ts -t ${name}`;
  return { ok: true, files, changes, next };
}

function definition(name: string, constant: string): string {
  return `import type { ShortcodeDefinition } from "../types.ts";
import { textArgument } from "./shared/inline.ts";

/** \`${name}\`: a text. */
export const ${constant}: ShortcodeDefinition = {
  name: "${name}",
  doc: "Shows a text.",
  parameters: {
    text: { type: "string", position: 0, required: true, doc: "The text to show." },
  },
  body: "none",
  output: "nodes",
  render: (call) => ({ type: "text", value: textArgument(call, "text") ?? "" }),
};
`;
}

function manualPage(name: string, title: string, call: string): string {
  return `---
title: ${title}
description: What the shortcode ${name} is for.
weight: 90
menu:
  main:
    parent: authoring-shortcodes
    identifier: authoring-shortcodes-${name}
    name: ${title}
---

Say what the shortcode is for.

## \`${name}\` {#${name}}

{{< shortcode-reference "${name}" >}}

{{< example >}}
${call}
{{< /example >}}
`;
}

/** The registry with the shortcode: imports in order of their files, the list at its end. */
function registered(text: string, name: string, constant: string): string {
  const line = `import { ${constant} } from "./${name}.ts";\n`;
  const imports = [...text.matchAll(/^import \{ \w+ \} from "\.\/([\w-]+)\.ts";\n/gm)];
  const after = imports.find(([, other = ""]) => other > name);
  const last = imports.at(-1);
  const at = after?.index ?? (last === undefined ? 0 : last.index + last[0].length);
  const withImport = text.slice(0, at) + line + text.slice(at);
  return withImport.replace(/^(const DEFINITIONS[^;]*?)^\];/m, `$1  ${constant},\n];`);
}

/** The manual's list of all shortcodes with a part for this one. */
function listed(text: string, name: string, title: string): string {
  const part = `### ${title} {#all-${name}}

{{< shortcode-list names="${name}" page="/authoring/shortcodes/${name}/" >}}

`;
  return text.replace(/^### Text partials$/m, `${part}### Text partials`);
}
