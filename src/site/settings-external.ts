/** `externalLinks` of `data/site.yml`: how `check --external` asks for links to other hosts. */
import { namesOf } from "../data/field-table.ts";
import { nearest } from "../text/nearest.ts";
import { type Fields, textOf } from "./fields.ts";
import { EXTERNAL_LINKS } from "./settings-table.ts";
import type { ExternalLinkSettings } from "./types.ts";

const DEFAULT_TIMEOUT = 20;
const DEFAULT_DAYS = 7;

/** The settings, with what counts where nothing is said; faults are told. */
export function readExternalLinks(fields: Fields): ExternalLinkSettings {
  const own = fields.inner("externalLinks");
  const names = namesOf(EXTERNAL_LINKS);
  for (const { key, keyRange } of own?.layers.flatMap(({ pairs }) => pairs) ?? []) {
    if (names.some((name) => name.toLowerCase() === key.toLowerCase())) continue;
    const message = `Unexpected setting "${key}" in "externalLinks", expected ${names.join(", ")}`;
    own?.complain(key, "settings-unknown", message, keyRange, nearest(key, names));
  }
  return {
    ignore: own?.texts("ignore").flatMap((node) => textOf(node)?.trim() || []) ?? [],
    private: own?.boolean("private") ?? false,
    timeout: atLeast(own, "timeout", 1) ?? DEFAULT_TIMEOUT,
    days: atLeast(own, "days", 0) ?? DEFAULT_DAYS,
  };
}

function atLeast(fields: Fields | undefined, name: string, least: number): number | undefined {
  const value = fields?.integer(name);
  const node = fields?.node(name);
  if (value === undefined || node === undefined || value >= least) return value;
  fields?.wrong(name, node, `a whole number from ${least}`);
  return undefined;
}
