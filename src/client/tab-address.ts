/** The address of a page with what was chosen on it, as short as it can be. */
import { placeOf } from "./hash.ts";
import {
  type Choices,
  choiceIn,
  choicesOfQuery,
  lastChoice,
  withChoice,
  withQueryChoices,
} from "./tab-choice.ts";
import { keyOf, type TabGroup } from "./tab-group.ts";

/**
 * The address after the choice of `key` in `group`. The group is named only where the key
 * alone would change another group; choices that no group follows are left out, and so is
 * a fragment whose place is closed now.
 */
export function addressAfter(key: string, group: TabGroup, groups: readonly TabGroup[]): string {
  const wouldChange = groups.some(
    ({ name, keys, chosen }) =>
      name !== group.name && keys.includes(key) && (chosen === undefined || keyOf(chosen) !== key),
  );
  const choice = wouldChange ? choiceIn(group.name, key) : key;
  const choices = withChoice(choicesOfQuery(location.search), choice);
  const query = withQueryChoices(location.search, followed(choices, groups));
  const place = placeOf(location.hash);
  const hash = place?.closest(".panel[hidden]") === null ? location.hash : "";
  return `${location.pathname}${query}${hash}`;
}

/** The choices that count for some group. */
function followed(choices: Choices, groups: readonly TabGroup[]): Choices {
  const counting = new Set(groups.map(({ name, keys }) => lastChoice(choices, name, keys)));
  return choices.filter((_, at) => counting.has(at));
}
