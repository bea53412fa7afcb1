import { admonitionShortcode } from "./shared/admonition.ts";

/** `note`: an admonition. */
export const note = admonitionShortcode(
  "note",
  "A remark beside the text: what is worth knowing, but can be skipped.",
);
