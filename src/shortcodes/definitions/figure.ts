import type { Image, Link, PhrasingContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { blockElement, lineElement } from "../nodes/elements.ts";
import type { Call, Context, ParameterSpec, ShortcodeDefinition } from "../types.ts";
import { inlineMarkdown, textArgument } from "./shared/inline.ts";

const text = (doc: string): ParameterSpec => ({ type: "string", doc });

/** `figure`: an image with a caption (Hugo: embedded shortcode `figure`). */
export const figure: ShortcodeDefinition = {
  name: "figure",
  doc: "An image with a title, a caption and an attribution, each if it is given. Within a line, the image alone.",
  parameters: {
    src: {
      type: "string",
      names: "image",
      position: 0,
      required: true,
      doc: "The image's address.",
    },
    alt: {
      ...text("What the image shows, for those who do not see it; by default the caption."),
      isAdvised: true,
    },
    caption: text("A line of Markdown below the image."),
    title: text("A line of Markdown before the caption."),
    attr: text("Whose image it is, a line of Markdown after the caption."),
    attrlink: text("Where the attribution leads."),
    link: text("Where a click on the image leads."),
    target: text("The link's browsing context, such as `_blank`."),
    rel: text("The link's relation, such as `noopener`."),
    width: text("The image's width in pixels."),
    height: text("The image's height in pixels."),
    loading: { type: "string", values: ["lazy", "eager"], doc: "When to load the image." },
    class: text("Classes of the figure, with blanks between them."),
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const caption = inlineMarkdown(call, "caption", context);
    const image = imageOf(call, textArgument(call, "alt") ?? textOf(caption));
    if (!call.isBlock) return { type: "nodes", nodes: [image] };
    const lines = captionLines(caption, call, context);
    const children = lines.length === 0 ? [] : [blockElement("figcaption", {}, lines)];
    const className = textArgument(call, "class")?.split(/\s+/);
    return { type: "nodes", nodes: [blockElement("figure", { className }, [image, ...children])] };
  },
};

function imageOf(call: Call, alt: string): Image | Link {
  const hProperties = given(call, ["width", "height", "loading"]);
  const url = textArgument(call, "src") ?? "";
  const image: Image = { type: "image", url, title: null, alt, data: { hProperties } };
  const link = textArgument(call, "link");
  if (link === undefined) return image;
  const data = { hProperties: given(call, ["target", "rel"]) };
  return { type: "link", url: link, title: null, data, children: [image] };
}

function given(call: Call, names: readonly string[]): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const name of names) {
    const value = textArgument(call, name);
    if (value !== undefined) properties[name] = value;
  }
  return properties;
}

/** A title's line, and a line of caption and attribution. */
function captionLines(caption: readonly PhrasingContent[], call: Call, context: Context) {
  const title = inlineMarkdown(call, "title", context);
  const attribution = linked(inlineMarkdown(call, "attr", context), textArgument(call, "attrlink"));
  const isBoth = caption.length > 0 && attribution.length > 0;
  const gap: PhrasingContent[] = isBoth ? [{ type: "text", value: " " }] : [];
  const line = [...caption, ...gap, ...attribution];
  const lines = [];
  // Hugo makes the title a heading; it would join the page's outline and skip levels there.
  if (title.length > 0) lines.push(lineElement("p", {}, [{ type: "strong", children: title }]));
  if (line.length > 0) lines.push(lineElement("p", {}, line));
  return lines;
}

function linked(content: PhrasingContent[], url: string | undefined): PhrasingContent[] {
  if (url === undefined || content.length === 0) return content;
  return [{ type: "link", url, title: null, children: content }];
}
