/** Code blocks as figures: a label for the place where the code runs, and its lines. */
import type { Element, ElementContent, Properties } from "hast";
import type { Code } from "mdast";
import type { Handler } from "mdast-util-to-hast";
import { codeLanguage } from "./code-languages.ts";
import type { Fence } from "./fences.ts";
import type { Highlighter, Line } from "./highlight.ts";
import { propertiesOf } from "./properties.ts";
import { fenceOf } from "./remark-fences.ts";

/** A shell's prompt at the start of a line: shown, but no part of the command. */
const PROMPT = /^\$ /gm;

/**
 * The handler of `code` nodes for remark-rehype. Between the lines stands a real
 * line break, so that neighbouring words stay apart in what reads text only. The
 * block takes focus, so that it scrolls by keyboard (WCAG 2.1.1).
 */
export function codeHandler(highlighter: Highlighter): Handler {
  return (state, code: Code) => {
    const fence = fenceOf(code);
    const isOutput = fence.isOutput || code.data?.output === true;
    const lines = isOutput
      ? highlighter.highlight(code.value, "text")
      : linesOf(code.value, fence.language, highlighter);
    const pre = element("pre", { tabIndex: 0 }, [
      element("code", languageClass(fence.language), joinLines(lines, fence)),
    ]);
    const figure = element("figure", figureProperties(fence, isOutput), [
      element("figcaption", { className: ["code-head"] }, caption(fence, isOutput)),
      pre,
    ]);
    state.patch(code, figure);
    return state.applyData(code, figure);
  };
}

function linesOf(code: string, language: string, highlighter: Highlighter): Line[] {
  if (!codeLanguage(language).hasPrompts) return highlighter.highlight(code, language);
  const prompted = new Set<number>();
  for (const [index, line] of code.split(/\r\n|\n|\r/).entries()) {
    if (line.startsWith("$ ")) prompted.add(index);
  }
  const lines = highlighter.highlight(code.replace(PROMPT, ""), language);
  return lines.map((line, index) => (prompted.has(index) ? [prompt(), ...line] : line));
}

function prompt(): Element {
  return element("span", { className: ["prompt"] }, [{ type: "text", value: "$ " }]);
}

function joinLines(lines: readonly Line[], fence: Fence): ElementContent[] {
  return lines.flatMap((line, index): ElementContent[] => {
    const className = fence.highlighted.has(index + 1) ? ["line", "hl"] : ["line"];
    const number = fence.lineNumbers ? { dataN: String(fence.start + index) } : {};
    const span = element("span", { className, ...number }, line);
    return index === 0 ? [span] : [{ type: "text", value: "\n" }, span];
  });
}

function caption({ language, title }: Fence, isOutput: boolean): ElementContent[] {
  const { label, grammar, hasPrompts } = codeLanguage(language);
  const isPlain = grammar === undefined && !hasPrompts;
  const file =
    title === undefined
      ? []
      : [element("span", { className: ["code-title"] }, [{ type: "text", value: title }])];
  // A file's name says more than "Text".
  if (isPlain && !isOutput && title !== undefined) return file;
  const place = isOutput ? "Output" : label;
  return [element("span", {}, [{ type: "text", value: place }]), ...file];
}

function figureProperties(fence: Fence, isOutput: boolean): Properties {
  const { className, ...properties } = propertiesOf(fence.attributes);
  const own = ["code", ...(isOutput ? ["out"] : []), ...(fence.lineNumbers ? ["numbers"] : [])];
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
