import { blockElement, lineElement } from "../nodes/elements.ts";
import type { ShortcodeDefinition } from "../types.ts";

/** `diagram`: a syntax diagram. */
export const diagram: ShortcodeDefinition = {
  name: "diagram",
  doc: "A syntax diagram with the same syntax as text below it. It is drawn from a grammar in `data/diagrams/`, or it is an SVG file of the site.",
  parameters: {
    name: {
      type: "string",
      names: "diagram",
      position: 0,
      required: true,
      doc: "The diagram's name, with or without `.svg`.",
    },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const drawn = context.diagram(call, "name");
    if (drawn === undefined) return { type: "failed" };
    const { svg, alternative } = drawn;
    const words = lineElement("p", {}, [{ type: "text", value: alternative }]);
    const children = [
      { type: "html" as const, value: svg },
      blockElement("figcaption", {}, [words]),
    ];
    // It scrolls when it is wider than the page, by keyboard too (WCAG 2.1.1).
    const properties = { className: ["diagram"], tabIndex: 0 };
    return { type: "nodes", nodes: [blockElement("figure", properties, children)] };
  },
};
