/** What checking a call gives: typed arguments with ranges, or every finding with its place. */
import { describe, expect, test } from "vitest";
import { parse } from "../../src/shortcodes/parse.ts";
import type { CallNode, ParameterSpec, ShortcodeDefinition } from "../../src/shortcodes/types.ts";
import { type CheckedArguments, checkBody, checkCall } from "../../src/shortcodes/validate.ts";
import { MappedText } from "../../src/text/mapped.ts";
import { Source } from "../../src/text/source.ts";
import { findingLine } from "../helpers/outline.ts";

type Parts = Pick<ShortcodeDefinition, "parameters"> & Partial<ShortcodeDefinition>;

function define(parts: Parts): ShortcodeDefinition {
  const render = () => ({ type: "failed" }) as const;
  return { name: "x", doc: "A test's.", body: "none", output: "nodes", render, ...parts };
}

const spec = (type: ParameterSpec["type"], rest: Partial<ParameterSpec> = {}): ParameterSpec => ({
  type,
  doc: "A test's.",
  ...rest,
});

const DEFINITION = define({
  parameters: {
    title: spec("string", { position: 0 }),
    open: spec("boolean", { position: 1 }),
    level: spec("integer", { default: 2 }),
    ratio: spec("number"),
    kind: spec("string", { values: ["note", "tip", "warning"] }),
  },
});

interface Checked {
  readonly result: CheckedArguments | undefined;
  readonly findings: readonly string[];
}

function firstCall(source: Source): CallNode {
  const { nodes } = parse(
    MappedText.of(source),
    () => undefined,
    () => undefined,
  );
  const call = nodes.find((node) => node.type === "call");
  if (call === undefined) throw new Error("The test's text has no call.");
  return call;
}

function checked(tag: string, definition = DEFINITION): Checked {
  const source = new Source("page.md", tag);
  const findings: string[] = [];
  const result = checkCall(firstCall(source), definition, (finding) => {
    findings.push(findingLine(source, finding));
  });
  return { result, findings };
}

function argumentsOf(tag: string, definition = DEFINITION): unknown {
  const { result, findings } = checked(tag, definition);
  expect(findings).toEqual([]);
  return result?.arguments;
}

describe("arguments", () => {
  test.each<[string, string, object]>([
    ["defaults are filled in", "{{< x >}}", { level: 2 }],
    ["a positional one has its name", '{{< x "T" >}}', { title: "T", level: 2 }],
    ["positional ones count from 0", "{{< x T true >}}", { title: "T", open: true, level: 2 }],
    ["named ones", "{{< x title=T level=3 >}}", { title: "T", level: 3 }],
    ["text stays text, bare or not", "{{< x title=1.10 >}}", { title: "1.10", level: 2 }],
    ["a boolean in quotes", '{{< x open="false" >}}', { open: false, level: 2 }],
    ["a whole number in quotes, with its sign", '{{< x level="-07" >}}', { level: -7 }],
    ["a number without a whole part", "{{< x ratio=+.5 >}}", { ratio: 0.5, level: 2 }],
    ["a number that is whole", "{{< x ratio=3 >}}", { ratio: 3, level: 2 }],
    ["an allowed value", "{{< x kind=`tip` >}}", { kind: "tip", level: 2 }],
    ["the last of several with one name", "{{< x level=perhaps level=5 >}}", { level: 5 }],
    ["empty text", '{{< x "" >}}', { title: "", level: 2 }],
  ])("%s", (_, tag, expected) => {
    expect(argumentsOf(tag)).toEqual(expected);
  });

  test("ranges are those of the values as given, without quotes", () => {
    const { result } = checked('{{< x title="A b" level=3 >}}');
    expect([...(result?.ranges ?? [])]).toEqual([
      ["title", { start: 13, end: 16 }],
      ["level", { start: 24, end: 25 }],
    ]);
  });

  test("positional ones are typed as written: bare ones only, whole numbers if they fit", () => {
    const open = define({ parameters: {}, openParameters: true });
    const tag = '{{< x true "true" 12 -3 1.50 `4` v1 1e3 True 9007199254740993 >}}';
    expect(checked(tag, open).result?.positional).toEqual([
      ...[true, "true", 12, -3, 1.5, "4", "v1", "1e3", "True", "9007199254740993"],
    ]);
  });

  test("open parameters let any name through, typed as written", () => {
    const open = define({ parameters: { a: spec("string") }, openParameters: true });
    const expected = Object.fromEntries([
      ["a", "1"],
      ["b", 1],
      ["c", "1"],
      ["__proto__", true],
    ]);
    expect(argumentsOf('{{< x a=1 b=1 c="1" __proto__=true >}}', open)).toEqual(expected);
  });
});

const REQUIRED = define({
  parameters: {
    file: spec("string", { position: 0, required: true }),
    name: spec("string", { required: true }),
  },
});

const NONE = define({ parameters: {} });

describe("findings", () => {
  test.each<[string, ShortcodeDefinition, string, string[]]>([
    [
      "a name that is none, with the nearest",
      DEFINITION,
      "\n{{< x lvel=1 >}}",
      [
        '2:7-2:11: Unexpected parameter "lvel" of "x", expected "title", "open", "level", "ratio" or "kind" (level) [parameter-unknown]',
      ],
    ],
    [
      "a name in another case",
      DEFINITION,
      "{{< x Title=1 >}}",
      [
        '1:7-1:12: Unexpected parameter "Title" of "x", expected "title", "open", "level", "ratio" or "kind" (title) [parameter-unknown]',
      ],
    ],
    [
      "a name that every object has",
      NONE,
      "{{< x constructor=1 >}}",
      ['1:7-1:18: Unexpected parameter "constructor" of "x", expected none [parameter-unknown]'],
    ],
    [
      "too many positional ones, each",
      DEFINITION,
      '{{< x "a" true "b" c >}}',
      [
        '1:16-1:19: Unexpected positional parameter "b" of "x", expected at most 2 [parameter-unknown]',
        '1:20-1:21: Unexpected positional parameter "c" of "x", expected at most 2 [parameter-unknown]',
      ],
    ],
    [
      "a positional one where there are none",
      NONE,
      "{{< x a >}}",
      ['1:7-1:8: Unexpected positional parameter "a" of "x", expected none [parameter-unknown]'],
    ],
    [
      "missing ones, each, at the tag",
      REQUIRED,
      "a {{< x >}}",
      [
        '1:3-1:12: Unexpected "x" without "file", expected this parameter [parameter-missing]',
        '1:3-1:12: Unexpected "x" without "name", expected this parameter [parameter-missing]',
      ],
    ],
    [
      "a misspelt name is not missing too",
      REQUIRED,
      "{{< x fiel=a name=b >}}",
      [
        '1:7-1:11: Unexpected parameter "fiel" of "x", expected "file" or "name" (file) [parameter-unknown]',
      ],
    ],
    [
      "types, at the values",
      DEFINITION,
      '{{< x open=yes level="1.5" ratio="" >}}',
      [
        '1:12-1:15: Unexpected "yes" as "open", expected true or false [parameter-type]',
        '1:23-1:26: Unexpected "1.5" as "level", expected a whole number [parameter-type]',
        '1:35-1:35: Unexpected "" as "ratio", expected a number [parameter-type]',
      ],
    ],
    [
      "values that are not allowed, with the nearest",
      DEFINITION,
      '{{< x kind="warnign" >}}',
      [
        '1:13-1:20: Unexpected "warnign" as "kind", expected "note", "tip" or "warning" (warning) [parameter-value]',
      ],
    ],
    [
      "values that are not allowed, far from any",
      DEFINITION,
      "{{< x kind=Nothing >}}",
      [
        '1:12-1:19: Unexpected "Nothing" as "kind", expected "note", "tip" or "warning" [parameter-value]',
      ],
    ],
    [
      "all at once",
      DEFINITION,
      "{{< x open=1 kind=tpi size=3 >}}",
      [
        '1:12-1:13: Unexpected "1" as "open", expected true or false [parameter-type]',
        '1:19-1:22: Unexpected "tpi" as "kind", expected "note", "tip" or "warning" (tip) [parameter-value]',
        '1:23-1:27: Unexpected parameter "size" of "x", expected "title", "open", "level", "ratio" or "kind" [parameter-unknown]',
      ],
    ],
    ["a tag that parsing found broken is not looked at", REQUIRED, "{{< x fiel=a b ! >}}", []],
    [
      "a long value is cut",
      DEFINITION,
      `{{< x open=${"ab".repeat(50)} >}}`,
      [
        `1:12-1:112: Unexpected "${"ab".repeat(30)}…" as "open", expected true or false [parameter-type]`,
      ],
    ],
  ])("%s", (_, definition, tag, findings) => {
    expect(checked(tag, definition)).toEqual({ result: undefined, findings });
  });
});

describe("bodies", () => {
  const withBody = (body: ShortcodeDefinition["body"]) => define({ parameters: {}, body });

  test.each<[string, ShortcodeDefinition["body"], string, string[]]>([
    ["required and there", "required", "{{< x >}}a{{< /x >}}", []],
    ["required, self-closing", "required", "{{< x />}}", []],
    [
      "required and missing",
      "required",
      "{{< x >}}a",
      ['1:1-1:10: Unexpected "x" without a body, expected a closing tag [shortcode-needs-body]'],
    ],
    ["optional and there", "optional", "{{< x >}}a{{< /x >}}", []],
    ["optional and missing", "optional", "{{< x >}}", []],
    ["none", "none", "{{< x >}}", []],
    ["none, self-closing", "none", "{{< x />}}", []],
    [
      "none and there",
      "none",
      "{{< x >}}a{{< /x >}}",
      ['1:11-1:21: Unexpected body of "x", expected no closing tag [shortcode-no-body]'],
    ],
  ])("%s", (_, body, text, findings) => {
    const result = checked(text, withBody(body));
    expect(result.findings).toEqual(findings);
    expect(result.result === undefined).toBe(findings.length > 0);
  });

  test("a body that parsing gave to a call without a closing tag is not reported again", () => {
    const source = new Source("page.md", "{{< x >}}a");
    const { nodes } = parse(
      MappedText.of(source),
      () => "required",
      () => undefined,
    );
    const [call] = nodes;
    if (call?.type !== "call") throw new Error("The test's text starts with a call.");
    expect(call.closeRange).toBeUndefined();
    expect(checkBody(call, withBody("required"), () => expect.unreachable())).toBe(true);
  });
});
