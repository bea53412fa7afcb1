/**
 * From scopes of TextMate grammars to the six token classes of the style sheet. A
 * theme's colours stand for the classes; they never reach the page.
 */
import type { ThemeRegistration } from "shiki/core";

/** Token classes with the scopes that they show. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  tk: [
    "keyword",
    "storage",
    "entity.name.tag",
    "entity.name.section",
    "markup.heading",
    "constant.other.option",
    "support.type.property-name.toml",
  ],
  ts: ["string", "markup.inline.raw", "markup.inserted"],
  tc: ["comment", "punctuation.definition.comment", "meta.diff.header", "markup.deleted"],
  tn: ["constant", "support.constant", "markup.bold"],
  tf: [
    "entity.name.function",
    "entity.name.command",
    "support.function",
    "entity.other.attribute-name",
    "support.type.property-name",
    "entity.name.tag.yaml",
    "variable.other.property.ini",
    "keyword.other.definition.ini",
  ],
  tp: [
    "punctuation",
    "keyword.operator",
    "meta.brace",
    "keyword.operator.assignment",
    "punctuation.separator",
  ],
};

/** Scopes that look like others but are plain text. */
const PLAIN_SCOPES = [
  "string.unquoted.argument.shell",
  "string.unquoted.plain.out.yaml",
  "punctuation.definition.variable",
];
/** Quote marks belong to what they enclose. */
const STRING_MARKS = ["punctuation.definition.string", "string punctuation.definition.variable"];
const KEY_MARKS = ["punctuation.support.type.property-name"];

const PLAIN_COLOUR = "#000000";
const CLASSES = Object.keys(SCOPES);

export const THEME_NAME = "token-classes";

export const THEME: ThemeRegistration = {
  name: THEME_NAME,
  type: "light",
  fg: PLAIN_COLOUR,
  bg: "#ffffff",
  settings: [
    { settings: { foreground: PLAIN_COLOUR } },
    ...Object.entries(SCOPES).map(([name, scope]) => rule([...scope], colourOf(name))),
    rule(PLAIN_SCOPES, PLAIN_COLOUR),
    rule(STRING_MARKS, colourOf("ts")),
    rule(KEY_MARKS, colourOf("tf")),
  ],
};

/** The class that a colour stands for; undefined for plain text. */
export function classOf(colour: string | undefined): string | undefined {
  return colour === undefined ? undefined : CLASSES[Number.parseInt(colour.slice(1), 16) - 1];
}

function colourOf(name: string): string {
  return `#${(CLASSES.indexOf(name) + 1).toString(16).padStart(6, "0")}`;
}

function rule(scope: string[], foreground: string): { scope: string[]; settings: object } {
  return { scope, settings: { foreground } };
}
