/**
 * Writes a tree as HTML, byte for byte as rehype-stringify does without options, in a quarter
 * of its time: how names and values are written is asked of hast-util-to-html once for each
 * name, not for each element.
 */
import type { Element, Nodes, Parents, Properties, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { htmlOfCode } from "./code-text.ts";

type Value = Properties[string];

/** How an attribute is written. */
interface AttributeForm {
  readonly name: string;
  /** Whether its values are texts and lists with blanks; others are left to hast-util-to-html. */
  readonly isPlain: boolean;
}

/** Elements that hast-util-to-html writes by other rules, with all that they hold. */
const APART = new Set(["script", "style", "svg", "template"]);

/** What a page's author may name is without end; so many are remembered. */
const MAX_REMEMBERED = 1_000;

const UNSAFE_IN_TEXT = /[<&]/g;
const NUL = String.fromCharCode(0);
/** The characters that hast-util-to-html does not leave in quoted values. */
const UNSAFE_IN_VALUE = new RegExp(`["&'\`${NUL}]`, "g");

const forms = new Map<string, AttributeForm>();
const voids = new Map<string, boolean>();

/** The HTML of a tree. */
export function writeHtml(tree: Root): string {
  return contentOf(tree);
}

function contentOf({ children }: Parents): string {
  let html = "";
  for (const child of children) html += htmlOf(child);
  return html;
}

function htmlOf(node: Nodes): string {
  if (node.type === "text") return encodeText(node.value);
  if (node.type === "codeText") return htmlOfCode(node, encodeText);
  if (node.type !== "element" || APART.has(node.tagName)) return toHtml(node);
  const { tagName, properties } = node;
  const start = `<${tagName}${attributesOf(properties)}>`;
  const content = contentOf(node);
  return content === "" && isVoid(tagName) ? start : `${start}${content}</${tagName}>`;
}

function attributesOf(properties: Properties): string {
  let html = "";
  for (const key in properties) {
    const value = properties[key];
    if (value === null || value === undefined || value === false) continue;
    const attribute = attributeOf(key, value);
    if (attribute !== "") html += ` ${attribute}`;
  }
  return html;
}

function attributeOf(key: string, value: NonNullable<Value>): string {
  const { name, isPlain } = remembered(forms, key, formOf);
  if (!isPlain || Number.isNaN(value)) return askedFor(key, value);
  if (value === true) return name;
  const text = Array.isArray(value) ? value.join(" ").trim() : String(value);
  return `${name}="${encodeValue(text)}"`;
}

function formOf(key: string): AttributeForm {
  const name = askedFor(key, "x").slice(0, -'="x"'.length);
  // Attributes that are there or not have no empty value; lists with commas have them.
  const isText = askedFor(key, "") === `${name}=""` && askedFor(key, 0) === `${name}="0"`;
  return { name, isPlain: isText && askedFor(key, ["x", "y"]) === `${name}="x y"` };
}

/** An attribute as hast-util-to-html writes it. */
function askedFor(key: string, value: Value): string {
  const html = toHtml(element("i", { [key]: value }));
  return html.slice("<i ".length, -"></i>".length);
}

function isVoid(name: string): boolean {
  return remembered(voids, name, () => toHtml(element(name, {})) === `<${name}>`);
}

function element(tagName: string, properties: Properties): Element {
  return { type: "element", tagName, properties, children: [] };
}

function remembered<T>(map: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  if (map.size >= MAX_REMEMBERED) map.clear();
  map.set(key, made);
  return made;
}

function encodeText(text: string): string {
  return text.search(UNSAFE_IN_TEXT) < 0 ? text : text.replace(UNSAFE_IN_TEXT, reference);
}

function encodeValue(text: string): string {
  return text.search(UNSAFE_IN_VALUE) < 0 ? text : text.replace(UNSAFE_IN_VALUE, reference);
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
