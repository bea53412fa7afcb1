import { refShortcode } from "./shared/ref.ts";

/** `ref`: the address of a page, with the site's address. */
export const ref = refShortcode(
  "ref",
  "absolute",
  "The address of a page, with the site's address, as text: for link targets.",
);
