/** The one registry of built-in shortcodes: a new one is a file beside this one, and a line here. */
import type { ShortcodeDefinition } from "../types.ts";
import { annotation } from "./annotation.ts";
import { callout } from "./callout.ts";
import { cards } from "./cards.ts";
import { createSourceIntro } from "./create-source-intro.ts";
import { debeziumJson } from "./debezium-json.ts";
import { details } from "./details.ts";
import { diagnosticReference } from "./diagnostic-reference.ts";
import { diagram } from "./diagram.ts";
import { example } from "./example.ts";
import { figure } from "./figure.ts";
import { guidedTourBlurb } from "./guided-tour-blurb.ts";
import { highlight } from "./highlight.ts";
import { important } from "./important.ts";
import { includeExample } from "./include-example.ts";
import { includeFromYaml } from "./include-from-yaml.ts";
import { includeHeadless } from "./include-headless.ts";
import { includeMd } from "./include-md.ts";
import { includeSyntax } from "./include-syntax.ts";
import { note } from "./note.ts";
import { param } from "./param.ts";
import { privatePreview } from "./private-preview.ts";
import { publicPreview } from "./public-preview.ts";
import { ref } from "./ref.ts";
import { relref } from "./relref.ts";
import { shortcodeList } from "./shortcode-list.ts";
import { shortcodeReference } from "./shortcode-reference.ts";
import { tab } from "./tab.ts";
import { tabs } from "./tabs.ts";
import { tip } from "./tip.ts";
import { versionAdded } from "./version-added.ts";
import { warning } from "./warning.ts";
import { yamlList } from "./yaml-list.ts";
import { yamlTable } from "./yaml-table.ts";

const DEFINITIONS: readonly ShortcodeDefinition[] = [
  tabs,
  tab,
  note,
  tip,
  important,
  warning,
  callout,
  annotation,
  details,
  includeExample,
  includeFromYaml,
  includeSyntax,
  includeMd,
  includeHeadless,
  yamlTable,
  yamlList,
  cards,
  diagram,
  figure,
  highlight,
  ref,
  relref,
  param,
  privatePreview,
  publicPreview,
  versionAdded,
  guidedTourBlurb,
  debeziumJson,
  createSourceIntro,
  example,
  shortcodeList,
  shortcodeReference,
  diagnosticReference,
];

/** Every built-in shortcode by its name, which is in lower case, in the manual's order. */
export const BUILT_IN: ReadonlyMap<string, ShortcodeDefinition> = new Map(
  DEFINITIONS.map((definition) => [definition.name, definition]),
);
