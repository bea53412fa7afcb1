/**
 * Goldmark's typographer: which characters replace what stands at a place of a
 * text. Quotes are judged as CommonMark judges emphasis (6.2, flanking).
 */

/** What replaces how many characters. */
export interface Replacement {
  readonly length: number;
  readonly text: string;
}

/** Opening quotes that wait for their closing ones; starts anew with each block. */
export interface OpenQuotes {
  single: number;
  double: number;
}

const SPACE = /\s/u;
/** Punctuation for flanking includes symbols, elsewhere it does not. */
const PUNCTUATION_OR_SYMBOL = /[\p{P}\p{S}]/u;
const PUNCTUATION = /\p{P}/u;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** `'90s`: a decade; followed by a blank, punctuation or the end of the line. */
const DECADE = /'\d\ds(?![^\s\p{P}\p{S}])/uy;
/** Words that lose their start: 'twas, 'em, 'n, 'long. */
const CLIPPED = /[tenl]/;
/** What follows the apostrophe of a word's ending: I'm, don't, you're, I'll, we've. */
const ENDING = /'(?:[smtd]|ve|ll|re)(?![^\s!-/:-@[-`{-~])/y;

/** The characters at which a replacement can start. Most full stops and hyphens stand alone. */
export const TRIGGERS = /['"]|-(?=-)|\.(?=\.\.)|<(?=<)|>(?=>)/g;

const FIXED: readonly (readonly [string, string])[] = [
  ["---", "—"],
  ["--", "–"],
  ["...", "…"],
  ["<<", "«"],
  [">>", "»"],
];

/** What replaces the text at `at`; undefined where the text stays. Updates `open`. */
export function replacementAt(text: string, at: number, open: OpenQuotes): Replacement | undefined {
  const character = text[at];
  if (character === "'") return single(neighbours(text, at), open);
  if (character === '"') return double(neighbours(text, at), open);
  const fixed = FIXED.find(([from]) => text.startsWith(from, at));
  return fixed && { length: fixed[0].length, text: fixed[1] };
}

/** A quote with what stands around it. */
interface Place {
  readonly text: string;
  readonly at: number;
  /** The code points before and after; a line break at the ends of the text. */
  readonly before: string;
  readonly after: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

function neighbours(text: string, at: number): Place {
  const before = characterBefore(text, at);
  const after = characterAt(text, at + 1);
  const [spaceBefore, spaceAfter] = [SPACE.test(before), SPACE.test(after)];
  const [markBefore, markAfter] = [
    PUNCTUATION_OR_SYMBOL.test(before),
    PUNCTUATION_OR_SYMBOL.test(after),
  ];
  return {
    text,
    at,
    before,
    after,
    canOpen: !spaceAfter && (!markAfter || spaceBefore || markBefore),
    canClose: !spaceBefore && (!markBefore || spaceAfter || markAfter),
  };
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "\n" : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const isPair = /[\udc00-\udfff]/.test(text[at - 1] ?? "");
  return at === 0 ? "\n" : characterAt(text, at - (isPair ? 2 : 1));
}

function single(place: Place, open: OpenQuotes): Replacement | undefined {
  const { canOpen, canClose } = place;
  if (!canOpen && !canClose) return undefined;
  if (isApostrophe(place)) return one("’");
  if (canOpen && !canClose) {
    if (matches(ENDING, place)) return one("’");
    open.single++;
    return one("‘");
  }
  // Smiths', doin': whatever follows but a digit.
  if (hasTwoMore(place) && !/\p{Nd}/u.test(place.after)) return one("’");
  if (open.single === 0 || !closes(place)) return undefined;
  open.single--;
  return one("’");
}

function isApostrophe(place: Place): boolean {
  const { before, after, canOpen, canClose } = place;
  if (canOpen && !canClose && matches(DECADE, place)) return true;
  if ((SPACE.test(before) || PUNCTUATION.test(before)) && CLIPPED.test(after)) return true;
  return LETTER_OR_DIGIT.test(before) && LETTER.test(after);
}

function double(place: Place, open: OpenQuotes): Replacement | undefined {
  const { canOpen, canClose, before, after } = place;
  if (canOpen && !canClose) {
    open.double++;
    return one("“");
  }
  if (open.double === 0 || !closes(place)) return undefined;
  // Inches within quotes: the first of the two marks is not the closing one.
  if (after === '"' && /\p{Nd}/u.test(before)) return undefined;
  open.double--;
  return one("”");
}

/** Whether a quote closes: at the end of a word, or before more than one mark. */
function closes({ text, at, after, canOpen, canClose }: Place): boolean {
  if (!canClose || !canOpen) return canClose;
  if (!PUNCTUATION.test(after)) return false;
  const second = text[at + 2] ?? "\n";
  return SPACE.test(second) || ASCII_PUNCTUATION.test(second);
}

/** Whether the line goes on for two more characters, of which its break may be one. */
function hasTwoMore({ text, at }: Place): boolean {
  return at + 2 < text.length && text[at + 1] !== "\n";
}

function matches(pattern: RegExp, { text, at }: Place): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function one(text: string): Replacement {
  return { length: 1, text };
}
