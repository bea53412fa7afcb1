/** A host of a few words, for tests of the resolver. */
import type { RootContent } from "mdast";
import type { Found, Host, ShortcodeDefinition } from "../../src/shortcodes/types.ts";
import { MappedText } from "../../src/text/mapped.ts";
import { Source } from "../../src/text/source.ts";

const NOT_HERE: Found<never> = {
  ok: false,
  complaint: { id: "include-missing", message: "Unexpected name, expected one of the test's" },
};

/** A definition that gives the Markdown of `texts[name]`, whatever the delimiter. */
function snippet(name: string, text: string): ShortcodeDefinition {
  return {
    name,
    doc: "A test's text.",
    parameters: {},
    body: "none",
    output: "markdown",
    render: () => ({
      type: "markdown",
      text: MappedText.of(new Source(`${name}.md`, text)),
      target: `${name}.md`,
    }),
  };
}

const BOX: ShortcodeDefinition = {
  name: "box",
  doc: "A test's box.",
  parameters: { title: { type: "string", position: 0, doc: "Its title." } },
  body: "required",
  output: "nodes",
  render: (call) => {
    const box = {
      type: "blockquote",
      data: { hName: "section", hProperties: { title: call.arguments.title } },
      children: call.bodyNodes(),
    };
    return { type: "nodes", nodes: [box as RootContent] };
  },
};

const WORD: ShortcodeDefinition = {
  name: "word",
  doc: "A test's word.",
  parameters: { value: { type: "string", position: 0, required: true, doc: "The word." } },
  body: "none",
  output: "nodes",
  render: (call) => ({ type: "text", value: String(call.arguments.value) }),
};

/** A host that knows `box`, `word` and the given snippets. */
export function testHost(texts: Readonly<Record<string, string>> = {}): Host {
  const definitions = new Map<string, ShortcodeDefinition>([
    ["box", BOX],
    ["word", WORD],
    ...Object.entries(texts).map(([name, text]) => [name, snippet(name, text)] as const),
  ]);
  return {
    definition: (name) => definitions.get(name.toLowerCase()),
    names: () => definitions.keys(),
    entry: () => NOT_HERE,
    data: () => NOT_HERE,
    file: () => NOT_HERE,
    page: () => NOT_HERE,
    pages: () => NOT_HERE,
    ref: () => NOT_HERE,
    siteParameter: () => NOT_HERE,
    tabKey: () => undefined,
    diagram: () => NOT_HERE,
  };
}
