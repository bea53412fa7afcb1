/** What private-preview and public-preview have in common. */
import type { PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { inlineElement, lineElement } from "../../nodes/elements.ts";
import type { Call, Context, ShortcodeDefinition } from "../../types.ts";
import { inlineMarkdown } from "./inline.ts";

/** One stage of a feature before its release. */
export interface Stage {
  readonly name: string;
  readonly doc: string;
  /** The badge. */
  readonly label: string;
  /** The badge's class beside `tag` and `preview`. */
  readonly className: string;
  /** What follows the feature's name. */
  readonly predicate: string;
}

/** The shortcode of a stage. */
export function previewShortcode(stage: Stage): ShortcodeDefinition {
  return {
    name: stage.name,
    doc: `${stage.doc} A body names the feature, or says it in sentences of its own. Within a line, the badge alone.`,
    parameters: {
      feature: {
        type: "string",
        position: 0,
        default: "This feature",
        doc: "What is in preview, a line of Markdown.",
      },
    },
    body: "optional",
    output: "nodes",
    render: (call, context) => {
      const badge = inlineElement("span", { className: ["tag", "preview", stage.className] }, [
        { type: "text", value: stage.label },
      ]);
      if (!call.isBlock) return { type: "nodes", nodes: [badge] };
      return { type: "nodes", nodes: lines(stage, badge, call, context) };
    },
  };
}

function lines(stage: Stage, badge: PhrasingContent, call: Call, context: Context): RootContent[] {
  const body = call.bodyNodes();
  const [first, ...rest] = body;
  const line = (content: readonly PhrasingContent[]): RootContent =>
    lineElement("p", { className: ["preview-line"] }, [badge, word(" "), ...content]);
  if (first === undefined) {
    return [line([...inlineMarkdown(call, "feature", context), word(stage.predicate)])];
  }
  if (first.type !== "paragraph") return [line([word(`This feature${stage.predicate}`)]), ...body];
  const isName = rest.length === 0 && !/[.!?:]\s*$/.test(textOf(first));
  return [line(isName ? [...first.children, word(stage.predicate)] : first.children), ...rest];
}

function word(value: string): PhrasingContent {
  return { type: "text", value };
}
