/**
 * Placeholders in text: names in angle brackets that readers replace by values of
 * their own, such as `<host>`. What merely looks like one is left alone: tags,
 * types (`Vec<T>`), comparisons, redirections, header files, addresses.
 */

/** What angle brackets mean in a text. */
export type TextKind =
  /** SQL, shell, configuration: nothing but placeholders. */
  | "script"
  /** Prose, inline code, blocks without a language: now and then the name of a tag. */
  | "plain"
  /** Languages with types or tags in brackets: placeholders stand in strings and comments. */
  | "typed"
  /** HTML and what holds it: tags. */
  | "markup";

/** A candidate: where it stands, and whether it needs more to be believed. */
export interface Candidate {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** It counts only if the page or the site's data uses the name elsewhere. */
  readonly isDoubtful: boolean;
}

const WORD = String.raw`[\p{L}\p{N}_.-]{0,63}`;
const CANDIDATE = new RegExp(String.raw`<(\p{L}${WORD}(?: [\p{L}\p{N}]${WORD}){0,5})>`, "gu");
const CLOSING_TAG = new RegExp(String.raw`</(\p{L}${WORD})`, "gu");
const NAME = new RegExp(`^${CANDIDATE.source.slice(1, -1)}$`, "u");

/** HTML: the names of elements, and of those of SVG that guides speak of. */
const ELEMENTS = new Set(
  (
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas " +
    "caption circle cite code col colgroup data datalist dd del details dfn dialog div dl dt em " +
    "embed fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hgroup hr html i " +
    "iframe img input ins kbd label legend li line link main map mark menu meta meter nav noscript " +
    "object ol optgroup option output p path picture pre progress q rect rp rt ruby s samp script " +
    "search section select slot small source span strong style sub summary sup svg table tbody td " +
    "template textarea text tfoot th thead time title tr track u ul use var video wbr"
  ).split(" "),
);
/** Elements that stand alone, in strings of any language. */
const VOID_ELEMENTS = new Set(["br", "hr", "img", "wbr"]);

/** Words in brackets with which programs say that there is nothing to show. */
const PROGRAM_WORDS = new Set(
  (
    "anonymous cr empty eof init invalid lambda lf module nil nobody none null redacted stderr stdin " +
    "stdout undefined unknown unset"
  ).split(" "),
);
/** Between words, these make a condition: `a <b and c> d`. */
const CONNECTIVES = new Set("and between in is like not or xor".split(" "));

/** The placeholders of a text, in order, and what may be some. */
export function findCandidates(text: string, kind: TextKind): Candidate[] {
  if (kind === "markup" || !text.includes("<")) return [];
  const closed = new Set(Array.from(text.matchAll(CLOSING_TAG), ([, name]) => name));
  const candidates = Array.from(text.matchAll(CANDIDATE)).flatMap((found): Candidate[] => {
    const [whole, name = ""] = found;
    const start = found.index;
    const end = start + whole.length;
    if (closed.has(name.split(" ", 1)[0]) || !isPossible(text, name, start, end, kind)) return [];
    return [{ name, start, end, isDoubtful: isDoubtful(text, name, start, kind) }];
  });
  return kind === "plain"
    ? candidates.map((one, at) => besideOthers(one, candidates[at - 1], candidates[at + 1], text))
    : candidates;
}

/** `<schema>.<table>`: beside a placeholder, the name of an element is one as well. */
function besideOthers(
  candidate: Candidate,
  previous: Candidate | undefined,
  next: Candidate | undefined,
  text: string,
): Candidate {
  if (!candidate.isDoubtful || !ELEMENTS.has(candidate.name)) return candidate;
  const isJoined = (first: Candidate, second: Candidate): boolean =>
    /^[^\s<>]{1,3}$/.test(text.slice(first.end, second.start));
  const isSure =
    (previous?.isDoubtful === false && isJoined(previous, candidate)) ||
    (next?.isDoubtful === false && isJoined(candidate, next));
  return isSure ? { ...candidate, isDoubtful: false } : candidate;
}

/** Whether a placeholder can have this name. */
export function isPlaceholderName(name: string): boolean {
  return NAME.test(name) && !/[.-]$/.test(name);
}

function isPossible(
  text: string,
  name: string,
  start: number,
  end: number,
  kind: TextKind,
): boolean {
  if (/[.-](?: |$)/.test(name) || /^www\./i.test(name) || /\.h(?:h|pp|xx)?$/.test(name)) {
    return false;
  }
  const before = text.slice(Math.max(0, start - 16), start);
  // Here-documents and shifts, groups of regular expressions, header files.
  if (/<$|\(\?P?$|#\s*(?:include|import)\s*$/.test(before)) return false;
  if (kind === "typed" && /[\p{L}\p{N}_]$/u.test(before)) return false;
  if (VOID_ELEMENTS.has(name)) return false;
  const words = name.toLowerCase().split(" ");
  if (words.length === 1) return true;
  // With blanks it must stand by itself: `a <b and c> d` and `mail <in out>log` do not.
  return !words.some((word) => CONNECTIVES.has(word)) && !/^[\p{L}\p{N}]/u.test(text.slice(end));
}

function isDoubtful(text: string, name: string, start: number, kind: TextKind): boolean {
  if (/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (/^\p{Lu}$/u.test(name)) return true;
  return kind !== "script" && (ELEMENTS.has(name) || PROGRAM_WORDS.has(name));
}
