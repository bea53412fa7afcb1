/** The headings of a section's list, for the table of contents. */
import type { SectionList } from "../site/section-list.ts";
import type { TocItem } from "../site/types.ts";

/** An entry for each subsection whose pages stand in a group. */
export function listToc(list: SectionList | undefined): TocItem[] {
  return (list?.groups ?? []).flatMap(({ heading }): TocItem[] =>
    heading === undefined
      ? []
      : [
          {
            id: heading.id,
            text: heading.title,
            waypoint: undefined,
            depth: 2,
            tabs: [],
            children: [],
          },
        ],
  );
}
