import { textShortcode } from "./shared/text.ts";

/** `create-source/intro`: what a source is, then the body. */
export const createSourceIntro = textShortcode(
  "create-source/intro",
  "A paragraph that says what a source is, and the body after it.",
  `\`CREATE SOURCE\` names an outside system, tells Materialize how to reach it, and
says how to read what arrives. What it reads is then there to be queried.

{{ .Inner }}
`,
);
