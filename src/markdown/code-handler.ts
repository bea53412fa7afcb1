/** Code blocks as figures: a label for the place where the code runs, and its lines. */
import type { Element, ElementContent, Properties } from "hast";
import type { Code } from "mdast";
import type { Handler } from "mdast-util-to-hast";
import { forNode } from "../timing/recorder.ts";
import { codeLanguage } from "./code-languages.ts";
import { type CodeLine, codeLines, plainLines } from "./code-lines.ts";
import { type CodeRow, codeText } from "./code-text.ts";
import type { Fence } from "./fences.ts";
import type { Highlighter } from "./highlight.ts";
import { propertiesOf } from "./properties.ts";
import { fenceOf } from "./remark-fences.ts";

/**
 * The handler of `code` nodes for remark-rehype. The block takes focus, so that it scrolls
 * by keyboard (WCAG 2.1.1).
 */
export function codeHandler(highlighter: Highlighter): Handler {
  return (state, code: Code) => {
    const fence = fenceOf(code);
    const isOutput = fence.isOutput || code.data?.output === true;
    const lines = forNode(code, () =>
      isOutput
        ? plainLines(highlighter, code.value)
        : codeLines(code.value, fence.language, highlighter),
    );
    const pre = element("pre", { tabIndex: 0 }, [
      element("code", languageClass(fence.language), [codeText(rowsOf(lines, fence))]),
    ]);
    const figure = element("figure", figureProperties(fence, isOutput), [
      element("figcaption", { className: ["code-head"] }, caption(fence, isOutput)),
      pre,
    ]);
    state.patch(code, figure);
    return state.applyData(code, figure);
  };
}

function rowsOf(lines: readonly CodeLine[], fence: Fence): CodeRow[] {
  return lines.map((line, index): CodeRow => {
    const className = ["line", ...marksOf(line, index + 1, fence)];
    const number = fence.lineNumbers ? String(fence.start + index) : undefined;
    return { tagName: tagName(className), className, number, tokens: line.content };
  });
}

/** The classes of a line that is more than a line. */
function marksOf({ change, isAnswer }: CodeLine, number: number, fence: Fence): string[] {
  const marks: (readonly [name: string, is: boolean])[] = [
    ["hl", fence.highlighted.has(number)],
    ["added", fence.inserted.has(number)],
    ["removed", fence.deleted.has(number)],
    ["focus", fence.focused.has(number)],
    ["plus", change === "plus"],
    ["minus", change === "minus"],
    ["answer", isAnswer],
  ];
  return marks.filter(([, is]) => is).map(([name]) => name);
}

/** HTML: `ins` and `del` say to everyone what colour says to some. */
function tagName(classes: readonly string[]): "del" | "ins" | "span" {
  if (classes.includes("removed") || classes.includes("minus")) return "del";
  return classes.includes("added") || classes.includes("plus") ? "ins" : "span";
}

function caption({ language, title }: Fence, isOutput: boolean): ElementContent[] {
  const { label, grammar, session } = codeLanguage(language);
  const isPlain = grammar === undefined && session === undefined;
  const file =
    title === undefined
      ? []
      : [element("span", { className: ["code-title"] }, [{ type: "text", value: title }])];
  // A file's name says more than "Text".
  if (isPlain && !isOutput && title !== undefined) return file;
  const place = isOutput ? "Output" : label;
  // In Markdown the language stands in the fence; the title is text there too.
  const name = element("span", { dataMarkdownIgnore: "" }, [{ type: "text", value: place }]);
  return file.length === 0 ? [name] : [name, { type: "text", value: " " }, ...file];
}

function figureProperties(fence: Fence, isOutput: boolean): Properties {
  const { className, ...properties } = propertiesOf(fence.attributes);
  const own = [
    "code",
    ...(isOutput ? ["out"] : []),
    ...(fence.lineNumbers ? ["numbers"] : []),
    ...(fence.focused.size > 0 ? ["focused"] : []),
  ];
  const switched = fence.hasPlaceholders;
  const placeholders = switched === undefined ? {} : { dataPlaceholders: String(switched) };
  return {
    ...properties,
    ...placeholders,
    className: [...own, ...(Array.isArray(className) ? className : [])],
  };
}

function languageClass(language: string): Properties {
  return language === "" ? {} : { className: [`language-${language}`] };
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
