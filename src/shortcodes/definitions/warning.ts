import { admonitionShortcode } from "./shared/admonition.ts";

/** `warning`: an admonition. */
export const warning = admonitionShortcode(
  "warning",
  "What can lose data, cost money or break something that runs.",
);
