/** The lists of `data/site.yml`: links of header and footer, and the upstream site. */
import { namesOf } from "../data/field-table.ts";
import { nearest } from "../text/nearest.ts";
import { type Fields, textOf } from "./fields.ts";
import { LINK, UPSTREAM } from "./settings-table.ts";
import type { SettingsLink, Upstream } from "./types.ts";

/** A list of links; an item without name or address is told and left out. */
export function readLinks(fields: Fields, list: "header" | "footer"): SettingsLink[] {
  return fields.items(list).flatMap((item): SettingsLink[] => {
    checkItem(item, list, namesOf(LINK));
    const [name, url] = [item.text("name"), item.text("url")];
    return name === undefined || url === undefined ? [] : [{ name, url }];
  });
}

/** Where links go that this site has no page for; faulty items are told and left out. */
export function readUpstream(fields: Fields): Upstream[] {
  return fields.items("upstream").flatMap((item): Upstream[] => {
    checkItem(item, "upstream", namesOf(UPSTREAM));
    const [prefix, url] = [item.text("prefix"), item.text("url")];
    if (prefix === undefined || url === undefined) return [];
    const node = item.node("url");
    if (node !== undefined && !/^https?:\/\//i.test(url)) {
      item.wrong("url", node, "an absolute address");
      return [];
    }
    return [{ prefix: folder(prefix), url: url.replace(/\/+$/, "") }];
  });
}

/** Names for the same thing, for search: `search.synonyms`, a list of lists of names. */
export function readSynonyms(fields: Fields): string[][] {
  const search = fields.inner("search");
  if (search === undefined) return [];
  for (const { key, keyRange } of search.layers.flatMap(({ pairs }) => pairs)) {
    if (key.toLowerCase() === "synonyms") continue;
    const message = `Unexpected setting "${key}" in "search", expected synonyms`;
    search.complain(key, "settings-unknown", message, keyRange, nearest(key, ["synonyms"]));
  }
  return search.list("synonyms").flatMap((node): string[][] => {
    const names = node.kind === "list" ? node.items.map(textOf) : [];
    const known = names.filter((name) => name !== undefined);
    if (known.length > 1 && known.length === names.length) return [known];
    search.wrong("synonyms", node, "a list of two names or more for the same thing");
    return [];
  });
}

/** A path with both slashes. */
function folder(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, "/");
}

/** Tells of required keys that are not there, and of keys that nothing reads. */
function checkItem(item: Fields, list: string, known: readonly string[]): void {
  const pairs = item.layers[0]?.pairs ?? [];
  const [first] = pairs;
  for (const name of known) {
    if (item.field(name) !== undefined || first === undefined) continue;
    const message = `Unexpected item of "${list}" without "${name}", expected ${known.join(" and ")}`;
    item.complain(name, "settings-type", message, first.keyRange);
  }
  for (const { key, keyRange } of pairs) {
    if (known.includes(key.toLowerCase())) continue;
    const message = `Unexpected setting "${key}" in "${list}", expected ${known.join(", ")}`;
    item.complain(key, "settings-unknown", message, keyRange, nearest(key, known));
  }
}
