/** The placeholders of a page, where its text shows them. */

/** One name with all the places of the page that show it, in order. */
export interface PlacedName {
  readonly name: string;
  readonly places: readonly HTMLElement[];
  readonly description: string | undefined;
  readonly example: string | undefined;
  /** What its field holds until the reader says otherwise. */
  readonly initial: string | undefined;
  readonly isSecret: boolean;
}

/** Finds a place from anything within it. */
export const PLACE = "var.ph[data-name]";

/** What a place holds while it is not filled in; search may have marked words in it. */
const originals = new WeakMap<HTMLElement, readonly Node[]>();

/** The names of the page in order of first use, closed panels included. */
export function placedNames(): PlacedName[] {
  const byName = Map.groupBy(
    document.querySelectorAll<HTMLElement>(PLACE),
    ({ dataset }) => dataset.name ?? "",
  );
  return Array.from(byName, ([name, places]) => {
    const said = (key: "about" | "example" | "default"): string | undefined =>
      places.find(({ dataset }) => dataset[key] !== undefined)?.dataset[key];
    const isSecret = places.some(({ dataset }) => dataset.secret !== undefined);
    return {
      name,
      places,
      description: said("about"),
      example: said("example"),
      initial: said("default"),
      isSecret,
    };
  });
}

/** Shows a value in all places of a name, as plain text; an empty one restores them. */
export function showValue({ name, places }: PlacedName, value: string): void {
  for (const place of places) {
    const original = originals.get(place) ?? [...place.childNodes];
    originals.set(place, original);
    if (value === "") place.replaceChildren(...original);
    else place.textContent = value;
    place.classList.toggle("set", value !== "");
    if (value === "") place.removeAttribute("title");
    else place.title = `<${name}>`;
  }
}

/** The quote mark of the value that also encloses one of its places in code; it may end the text there. */
export function clashingQuote({ places }: PlacedName, value: string): string | undefined {
  const quotes = ["'", '"', "`"].filter((quote) => value.includes(quote));
  if (quotes.length === 0) return undefined;
  return quotes.find((quote) => places.some((place) => textBefore(place).endsWith(quote)));
}

/** The text of the place's line up to it. */
function textBefore(place: HTMLElement): string {
  const line = place.closest(".line");
  if (line === null) return "";
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEndBefore(place);
  return range.toString();
}
