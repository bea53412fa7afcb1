/** What Pagefind's browser interface gives, as far as the dialog uses it. */

/** An element with an id; `location` is the number of its first word. */
export interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  readonly location: number;
}

/** A word that was found, and how much it counts. */
export interface Location {
  readonly location: number;
  readonly balanced_score: number;
}

/** A page with what was found on it. */
export interface Fragment {
  readonly url: string;
  /** The page's words, with `<` and `>` escaped; blanks or zero-width spaces between them. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly Anchor[];
}

export interface Result {
  /** Of the page: the same for all queries. */
  readonly id: string;
  readonly data: () => Promise<Fragment>;
}

/** How many pages have a filter's value. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Response {
  readonly results: readonly Result[];
  readonly filters: FilterCounts;
}

export interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(
    query: string,
    options?: { readonly filters?: Readonly<Record<string, string>> },
  ): Promise<Response>;
}
