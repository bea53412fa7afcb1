/**
 * Which tabs were chosen: a list of choices in the order of choosing, kept by key and never
 * by position. A choice is `group:key`; in an address also `key` alone, for every group
 * that offers it. layouts/first-script.ts reads the same list before the first paint.
 */

/** Where choices are kept, for all windows of the browser. */
export const STORAGE_KEY = "tabs";

/** The parameter of an address: `?tabs=cloud,ssh-tunnel`. */
const PARAMETER = "tabs";

/** How many choices are kept; the oldest go first. */
const MAX_CHOICES = 60;

/** Choices in the order of choosing, the last one last. */
export type Choices = readonly string[];

/** A choice that is meant for one group alone. */
export function choiceIn(group: string, key: string): string {
  return `${group}:${key}`;
}

/** The choices after another one. */
export function withChoice(choices: Choices, choice: string): Choices {
  return [...choices.filter((other) => other !== choice), choice].slice(-MAX_CHOICES);
}

/** The place of the choice that counts for a group among those that it offers; -1 for none. */
export function lastChoice(choices: Choices, group: string, offered: readonly string[]): number {
  const known = new Set(offered.flatMap((key) => [key, choiceIn(group, key)]));
  return choices.findLastIndex((choice) => known.has(choice));
}

/** The key that was chosen last among those that a group offers. */
export function chosenKey(
  choices: Choices,
  group: string,
  offered: readonly string[],
): string | undefined {
  const choice = choices[lastChoice(choices, group, offered)];
  return (
    offered.find((key) => key === choice) ?? offered.find((key) => choiceIn(group, key) === choice)
  );
}

/** What storage holds; nothing if it is off or damaged. */
export function readChoices(): Choices {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
    if (!Array.isArray(value)) return [];
    return value.filter((choice) => typeof choice === "string");
  } catch {
    return [];
  }
}

/** Keeps a choice for later pages, beside what other windows have kept since. */
export function keepChoice(choice: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(withChoice(readChoices(), choice)));
  } catch {
    // Storage can be switched off; the choice then lasts for this page.
  }
}

/** The choices in the query of an address. */
export function choicesOfQuery(query: string): Choices {
  const value = new URLSearchParams(query).get(PARAMETER) ?? "";
  return value.split(",").filter((choice) => choice !== "");
}

/** A query with these choices, and else as it was. */
export function withQueryChoices(query: string, choices: Choices): string {
  const others = query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "" && part.split("=", 1)[0] !== PARAMETER);
  const value = choices.map(readable).join(",");
  const parts = value === "" ? others : [...others, `${PARAMETER}=${value}`];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Escaped as little as a query allows. */
function readable(choice: string): string {
  return encodeURIComponent(choice).replace(/%(?:3A|2F|40|24|3B)/g, decodeURIComponent);
}
