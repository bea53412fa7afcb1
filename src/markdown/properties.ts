/** From attributes as authors write them to the properties of an element. */
import type { Element, Properties } from "hast";
import type { Attributes, AttributeValue } from "./attributes.ts";

/** Properties for an element; event handlers are dropped (Hugo: `on*` attributes). */
export function propertiesOf(attributes: Attributes): Properties {
  const properties: Properties = {};
  for (const [name, value] of attributes) {
    if (/^on/i.test(name)) continue;
    if (name === "class") properties.className = textOf(value).split(/\s+/).filter(Boolean);
    else properties[name] = textOf(value);
  }
  return properties;
}

/** The classes of an element, in order. */
export function classesOf({ properties: { className } }: Pick<Element, "properties">): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

function textOf(value: AttributeValue): string {
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  return typeof value === "object" ? "" : String(value);
}
