/** What a site of the benchmark consists of, before it is written in a dialect of Markdown. */

export interface CodeBlock {
  readonly kind: "code";
  readonly language: string;
  readonly text: string;
}

/** A text that stands in a file of its own and is shown by many pages. */
export interface Snippet {
  /** An entry with Markdown, an example with code, or a Markdown file. */
  readonly form: "entry" | "example" | "file";
  /** The file without its extension: `data/steps/set-01`, `shared/part-01`. */
  readonly file: string;
  /** The entry's name; empty for a file. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** A block of text. Links to pages are written as `[text](page:12)`. */
export type Block =
  | CodeBlock
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "heading"; readonly depth: number; readonly text: string }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  /** The first row is the head. */
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "callout"; readonly name: Callout; readonly body: readonly Block[] }
  | { readonly kind: "tabs"; readonly tabs: readonly Tab[] }
  | { readonly kind: "include"; readonly snippet: Snippet };

export type Callout = "note" | "tip" | "warning";

export interface Tab {
  readonly label: string;
  readonly body: readonly Block[];
}

/** A section of guides, or a part that holds sections. */
export interface Section {
  readonly slug: string;
  readonly title: string;
  /** The part that it stands in. */
  readonly part: Section | undefined;
  /** Its place among its neighbors, from 1. */
  readonly order: number;
}

export interface Guide {
  readonly index: number;
  readonly title: string;
  /** With slashes around: `/part-01/section-03/drain-a-queue-0047/`. */
  readonly url: string;
  readonly section: Section;
  readonly order: number;
}

export interface Outline {
  readonly parts: readonly Section[];
  readonly sections: readonly Section[];
  readonly guides: readonly Guide[];
}

/** Where a section stands: `/part-01/section-03/`. */
export function sectionUrl({ part, slug }: Section): string {
  return part === undefined ? `/${slug}/` : `${sectionUrl(part)}${slug}/`;
}
