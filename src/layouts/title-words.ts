/** Titles that break between words only. */

/** The longest word that is held together: it fits a line of a narrow phone. */
const MAX_LENGTH = 16;

/** A part of a title; the parts together are the title. */
export interface TitlePart {
  readonly text: string;
  /** A word with a hyphen, at which no line may break. */
  readonly isWhole: boolean;
}

/** Cuts a title at its short words with hyphens: "self-hosted" reads badly on two lines. */
export function titleParts(title: string): TitlePart[] {
  return title
    .split(/([^\s-]+(?:-[^\s-]+)+)/)
    .map((text, index) => ({ text, isWhole: index % 2 === 1 && text.length <= MAX_LENGTH }))
    .filter(({ text }) => text !== "");
}
