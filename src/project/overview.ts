/** What `/_waymark` shows while writing: snippets with their users, shortcodes, diagnostics. */
import type { Diagnostic } from "../messages/diagnostic.ts";
import { type ShownDiagnostic, shownDiagnostic } from "./dev-state.ts";
import { type ShownThing, shownThing } from "./overview-thing.ts";
import { type ListedFile, type ListedThing, OverviewThings } from "./overview-things.ts";
import { type ListPart, listPart, type OverviewView, type ShownList } from "./overview-view.ts";
import type { Project } from "./project.ts";

/** The beginning of a list, or a page of it: all are short, whatever the site's size. */
export interface Overview {
  readonly view: OverviewView;
  /** How long each list is, with what the view leaves out. */
  readonly counts: Readonly<Record<ShownList, number>>;
  /** Whether all pages are made: before, users and messages are missing. */
  readonly isWhole: boolean;
  readonly messages: ListPart<ShownDiagnostic> | undefined;
  readonly files: ListPart<ListedFile> | undefined;
  readonly snippets: ListPart<ShownThing> | undefined;
  readonly shortcodes: ListPart<ShownThing> | undefined;
  /** All shortcodes by name, where no list of them is shown. */
  readonly names: readonly { readonly name: string; readonly uses: number }[];
}

/** Items of a list on a page of its own. */
const PAGE = { messages: 50, files: 100, things: 20 };

/** Items of each list where several are shown. */
const BEGINNING = 10;

/** Users that are shown of a thing in a list, and of one by itself. */
const LISTED = { pages: 20, calls: 20 };
const ALONE = { pages: 200, calls: 500 };

/** Pages that one view may render again: about a tenth of a second. */
const BUDGET = { listed: 30, alone: 100 };

const LEVELS: readonly Diagnostic["level"][] = ["error", "warning", "info"];

interface Known {
  readonly isWhole: boolean;
  readonly things: OverviewThings;
  readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<Project, Known>();

/** The view of a project; what all views have in common is made once. */
export function overviewOf(project: Project, view: OverviewView): Overview {
  const { things, diagnostics, isWhole } = knownOf(project);
  const { snippets, shortcodes } = things;
  const unused = snippets.filter(({ pages }) => pages.length === 0);
  const budget = { left: BUDGET.listed };
  const { show, file, name, words, page } = view;
  const shows = (...lists: (ShownList | undefined)[]): boolean =>
    name === undefined && lists.includes(show);
  /** A page of what is left by the view, each item made ready to be shown. */
  const part = <T, S>(
    list: readonly T[],
    isFound: (item: T) => boolean,
    size: number,
    made: (item: T) => S,
  ): ListPart<S> => {
    const found = words.length === 0 ? list : list.filter(isFound);
    const isAlone = show !== undefined;
    const some = listPart(found, isAlone ? page : 1, isAlone ? size : Math.min(BEGINNING, size));
    return { ...some, items: some.items.map(made) };
  };
  const thingPart = (list: readonly ListedThing[]): ListPart<ShownThing> =>
    part(
      list,
      (listed) => things.holds(listed, words),
      PAGE.things,
      (listed) => shownThing(project, things, listed, { ...LISTED, budget }),
    );
  const isStart = shows(undefined) && words.length === 0;
  const messages = (): ListPart<ShownDiagnostic> =>
    part(
      diagnostics,
      (diagnostic) => holds(diagnostic, words),
      PAGE.messages,
      (diagnostic) => shownDiagnostic(project, diagnostic),
    );
  return {
    view,
    counts: {
      messages: diagnostics.length,
      snippets: snippets.length,
      unused: unused.length,
      shortcodes: shortcodes.length,
    },
    isWhole,
    messages: shows("messages", undefined) ? messages() : undefined,
    files: isStart ? listPart(things.files(), page, PAGE.files) : undefined,
    snippets:
      name !== undefined
        ? alone(project, things, name)
        : !isStart && shows("snippets", "unused", undefined)
          ? thingPart(show === "unused" ? unused : snippets.filter((one) => isIn(one, file)))
          : undefined,
    shortcodes: !isStart && shows("shortcodes", undefined) ? thingPart(shortcodes) : undefined,
    names: isStart ? shortcodes.map(({ name, pages }) => ({ name, uses: pages.length })) : [],
  };
}

function knownOf(project: Project): Known {
  const made = known.get(project);
  // Pages that were made since have brought users and messages.
  if (made?.isWhole === true) return made;
  const found = project.diagnostics();
  const now = {
    isWhole: project.isRendered,
    things: new OverviewThings(project),
    diagnostics: LEVELS.flatMap((level) => found.filter((one) => one.level === level)),
  };
  known.set(project, now);
  return now;
}

/** One snippet or shortcode with all its users. */
function alone(project: Project, things: OverviewThings, name: string): ListPart<ShownThing> {
  const found = [...things.snippets, ...things.shortcodes].filter(
    ({ thing }) => thing.target === name,
  );
  const limits = { ...ALONE, budget: { left: BUDGET.alone } };
  const { items, ...part } = listPart(found, 1, PAGE.things);
  return { ...part, items: items.map((one) => shownThing(project, things, one, limits)) };
}

function isIn(listed: ListedThing, file: string | undefined): boolean {
  return file === undefined || listed.file === file;
}

function holds({ id, level, message, span }: Diagnostic, words: readonly string[]): boolean {
  const text = `${level} ${id} ${message} ${span.source.path}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
