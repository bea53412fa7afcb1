import type { ShortcodeDefinition } from "../types.ts";

/** `param`: a parameter of the page or the site. */
export const param: ShortcodeDefinition = {
  name: "param",
  doc: "A parameter of the page's front matter or, if that has none, of the site's settings, as text.",
  parameters: {
    key: {
      type: "string",
      names: "parameter",
      position: 0,
      required: true,
      doc: "The parameter's name; dots lead into maps.",
    },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const value = context.siteParameter(call, "key");
    return value === undefined ? { type: "failed" } : { type: "text", value };
  },
};
