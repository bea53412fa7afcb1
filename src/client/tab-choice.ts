/** Which tab was chosen in which kind of group; kept by key, so that order does not matter. */

const STORAGE_KEY = "tabs";

/** How many choices are kept; the oldest go first. */
const MAX_CHOICES = 24;

/** Choices by group, the last one last: a group's keys in order of choosing. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** The choices after another one. */
export function withChoice(choices: Choices, group: string, key: string): Choices {
  const before = keysOf(choices, group).filter((other) => other !== key);
  return { ...choices, [group]: [...before, key].slice(-MAX_CHOICES) };
}

/** The key that was chosen last among those that a group offers. */
export function chosenKey(
  choices: Choices,
  group: string,
  offered: readonly string[],
): string | undefined {
  return keysOf(choices, group).findLast((key) => offered.includes(key));
}

/** Authors name groups: one can be called like what every object has. */
function keysOf(choices: Choices, group: string): readonly string[] {
  return Object.hasOwn(choices, group) ? (choices[group] ?? []) : [];
}

/** The tab that a key press leads to; undefined for other keys (WAI-ARIA: tabs pattern). */
export function tabAfterKey(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** What storage holds; nothing if it is off or damaged. */
export function readChoices(): Choices {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}");
    return isChoices(value) ? value : {};
  } catch {
    return {};
  }
}

/** Keeps choices for later pages. */
export function writeChoices(choices: Choices): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(choices));
  } catch {
    // Storage can be switched off; the choice then lasts for this page.
  }
}

function isChoices(value: unknown): value is Choices {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(
    (keys) => Array.isArray(keys) && keys.every((key) => typeof key === "string"),
  );
}
