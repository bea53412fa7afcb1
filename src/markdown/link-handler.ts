/** How links become HTML: as mdast-util-to-hast does it, which looks at each character of an address. */
import type { Element } from "hast";
import type { Link } from "mdast";
import { defaultHandlers, type Handler } from "mdast-util-to-hast";

/** Addresses that are written as they are (micromark-util-sanitize-uri: `normalizeUri`). */
const PLAIN = /^[\w!#$&-;=?-Z~]*$/;

/** The handler of `link`. */
export const linkHandler: Handler = (state, node: Link) => {
  const { url, title } = node;
  if (!PLAIN.test(url)) return defaultHandlers.link(state, node);
  const properties = title == null ? { href: url } : { href: url, title };
  const element: Element = { type: "element", tagName: "a", properties, children: state.all(node) };
  state.patch(node, element);
  return state.applyData(node, element);
};
