/** Admonitions: notes, tips and warnings beside the text. */
import type { Paragraph, Parent, RootContent } from "mdast";

export type AdmonitionKind = "note" | "tip" | "important" | "warning" | "caution";

/** An aside with a label; stock remark-rehype renders it from its `data`. */
export interface Admonition extends Parent {
  readonly type: "admonition";
  readonly kind: AdmonitionKind;
  readonly title: string;
  /** The label's paragraph, then the content. */
  children: RootContent[];
}

declare module "mdast" {
  interface RootContentMap {
    admonition: Admonition;
  }
  interface BlockContentMap {
    admonition: Admonition;
  }
}

/** The title of an admonition that names none. */
export const ADMONITION_TITLES: Readonly<Record<AdmonitionKind, string>> = {
  note: "Note",
  tip: "Tip",
  important: "Important",
  warning: "Warning",
  caution: "Caution",
};

/**
 * An admonition around `children`. It becomes an `aside` whose accessible name is
 * the title (HTML-AAM: `aside` with a name is a complementary region).
 */
export function admonition(
  kind: AdmonitionKind,
  title: string,
  children: readonly RootContent[],
): Admonition {
  const label: Paragraph = {
    type: "paragraph",
    data: { hProperties: { className: ["note-label"] } },
    children: [{ type: "text", value: title }],
  };
  return {
    type: "admonition",
    kind,
    title,
    // A note is no landmark: a page has many of them, and many have the same name.
    data: {
      hName: "aside",
      hProperties: { className: [...new Set(["note", kind])], role: "note", ariaLabel: title },
    },
    children: [label, ...children],
  };
}
