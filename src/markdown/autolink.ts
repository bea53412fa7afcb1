/** Autolinks (CommonMark 6.5, GFM 6.9): links whose text is their address. */
import type { Link } from "mdast";

/** Whether a link was written as its bare address, with or without `<` and `>`. */
export function isAutolink({ url, children }: Link): boolean {
  const [only, ...more] = children;
  if (only?.type !== "text" || more.length > 0) return false;
  const { value } = only;
  return [value, `mailto:${value}`, `http://${value}`, `https://${value}`].includes(url);
}
