/** What a page's HTML needs of a content security policy: its inline code, and files of other hosts. */
import { type Tag, tagsOf } from "./tags.ts";

/** Directives whose sources pages may add to. */
export type Directive =
  | "font-src"
  | "form-action"
  | "frame-src"
  | "img-src"
  | "manifest-src"
  | "media-src"
  | "object-src"
  | "script-src"
  | "style-src";

/** One need: a source as it is written, or code that is named by its hash. */
export type Need =
  | { readonly kind: "source"; readonly directive: Directive; readonly source: string }
  | {
      readonly kind: "code";
      readonly directive: "script-src" | "style-src";
      readonly text: string;
      /** It stands in an attribute: `style`, `onclick`. */
      readonly isAttribute: boolean;
    };

/** Attributes that name a file which the browser loads, by element. */
const LOADED: Readonly<Record<string, Readonly<Record<string, Directive>>>> = {
  audio: { src: "media-src" },
  button: { formaction: "form-action" },
  embed: { src: "object-src" },
  feimage: { href: "img-src", "xlink:href": "img-src" },
  form: { action: "form-action" },
  frame: { src: "frame-src" },
  iframe: { src: "frame-src" },
  image: { href: "img-src", "xlink:href": "img-src" },
  img: { src: "img-src", srcset: "img-src" },
  input: { src: "img-src", formaction: "form-action" },
  object: { data: "object-src" },
  script: { src: "script-src" },
  source: { src: "media-src", srcset: "img-src" },
  track: { src: "media-src" },
  video: { src: "media-src", poster: "img-src" },
};

const LINKED: Readonly<Record<string, Directive>> = {
  "apple-touch-icon": "img-src",
  icon: "img-src",
  manifest: "manifest-src",
  modulepreload: "script-src",
  stylesheet: "style-src",
};

/** Types of script elements that run or steer loading; all others are data, which no policy stops. */
const RUN =
  /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma|j)script)$/i;

/** Tags that may need something, by their text. */
const NEEDY = new RegExp(
  `^<(?:link|script|style|${Object.keys(LOADED).join("|")})\\b|\\s(?:style|on[a-z]+)[\\s=/>]`,
  "i",
);

/** The needs of a page. */
export function* needsOfHtml(html: string): Generator<Need> {
  for (const tag of tagsOf(html, (text) => NEEDY.test(text))) {
    yield* needsOfAttributes(tag);
    yield* needsOfCode(tag);
  }
}

/** The needs of a style sheet: other sheets, pictures and fonts. */
export function* needsOfCss(css: string): Generator<Need> {
  for (const [, address] of css.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi))
    yield* sourceNeed("style-src", address);
  const isFonts = /@font-face/i.test(css);
  for (const [, quoted, plain] of css.matchAll(/url\(\s*(?:["']([^"']*)["']|([^"')\s]+))\s*\)/gi)) {
    yield* sourceNeed("img-src", quoted ?? plain);
    if (isFonts) yield* sourceNeed("font-src", quoted ?? plain);
  }
}

function* needsOfAttributes({ name: tag, attributes }: Tag): Generator<Need> {
  for (const [name, value] of attributes) {
    const directive = loadedBy(tag, name);
    if (name === "style") {
      yield { kind: "code", directive: "style-src", text: value, isAttribute: true };
      yield* needsOfCss(value);
    } else if (/^on[a-z]/.test(name)) {
      yield { kind: "code", directive: "script-src", text: value, isAttribute: true };
    } else if (directive !== undefined) yield* needsOfFile(directive, name, value);
  }
  if (tag === "link") yield* needsOfLink(attributes);
}

/** Names of authors may be those of any object's properties. */
function loadedBy(tag: string, name: string): Directive | undefined {
  const names = Object.hasOwn(LOADED, tag) ? LOADED[tag] : undefined;
  return names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
}

function* needsOfFile(directive: Directive, name: string, value: string): Generator<Need> {
  const addresses = name === "srcset" ? value.split(/\s+(?:[^,\s]+\s*)?,?\s*|,\s+/) : [value];
  for (const address of addresses) yield* sourceNeed(directive, address);
  // Frames of the site itself are allowed where there is a frame.
  if (directive === "frame-src" || directive === "object-src")
    yield { kind: "source", directive, source: "'self'" };
}

function* needsOfLink(attributes: ReadonlyMap<string, string>): Generator<Need> {
  for (const rel of (attributes.get("rel") ?? "").toLowerCase().split(/\s+/)) {
    const directive = Object.hasOwn(LINKED, rel) ? LINKED[rel] : undefined;
    if (directive !== undefined) yield* sourceNeed(directive, attributes.get("href"));
  }
}

function* needsOfCode({ name, attributes, text }: Tag): Generator<Need> {
  if (name === "style") {
    yield { kind: "code", directive: "style-src", text, isAttribute: false };
    yield* needsOfCss(text);
  } else if (name === "script" && !attributes.has("src")) {
    const isRun = RUN.test((attributes.get("type") ?? "").trim());
    if (isRun) yield { kind: "code", directive: "script-src", text, isAttribute: false };
  }
}

/** The host of an address; nothing for addresses of the site itself. */
function* sourceNeed(directive: Directive, address: string | undefined): Generator<Need> {
  const text = address?.trim() ?? "";
  if (/^data:/i.test(text)) yield { kind: "source", directive, source: "data:" };
  const url = URL.parse(text.startsWith("//") ? `https:${text}` : text);
  if (url === null || !/^https?:$/.test(url.protocol)) return;
  yield { kind: "source", directive, source: url.origin };
}
