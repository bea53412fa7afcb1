import { refShortcode } from "./shared/ref.ts";

/** `relref`: the address of a page, from the site's root. */
export const relref = refShortcode(
  "relref",
  "relative",
  "The address of a page, from the site's root, as text: for link targets.",
);
