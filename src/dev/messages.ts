/** Diagnostics as the panel shows them: message, source, ways there, a link to the editor. */
import { element } from "./element.ts";
import {
  type DevState,
  editorAddress,
  openEditor,
  type ShownDiagnostic,
  type ShownPlace,
} from "./state.ts";

/** The list of a page's diagnostics, those of no page after them. */
export function messages(state: DevState): HTMLElement {
  const { here, general, elsewhere, list } = state;
  const groups = [
    ["On this page", here],
    ["In no page", general],
  ] as const;
  const shown = groups
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .flatMap(([title, diagnostics]) => [
      element("h3", {}, title),
      element("ol", {}, ...diagnostics.map((diagnostic) => message(diagnostic, state))),
    ]);
  const others = elsewhere.errors + elsewhere.warnings;
  const rest =
    others === 0
      ? []
      : [element("p", {}, element("a", { href: list }, `${counts(elsewhere)} on other pages`))];
  return element("div", { class: "messages" }, ...shown, ...rest);
}

/** `2 errors, 1 warning`. */
export function counts({ errors, warnings }: DevState["elsewhere"]): string {
  const parts = [
    [errors, "error"],
    [warnings, "warning"],
  ] as const;
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? "" : "s"}`);
  return told.length === 0 ? "No errors" : told.join(", ");
}

function message(diagnostic: ShownDiagnostic, state: DevState): HTMLElement {
  const { level, id, lines, chain, related, pages, suggestion } = diagnostic;
  const head = element(
    "p",
    { class: "head" },
    element("b", { class: level }, level),
    ` ${diagnostic.message}`,
  );
  const near =
    suggestion === undefined
      ? []
      : [element("p", { class: "near" }, "Did you mean ", element("code", {}, suggestion), "?")];
  const others =
    pages.length > 1 ? [element("p", { class: "ways" }, `In ${pages.join(", ")}`)] : [];
  return element(
    "li",
    { class: "message" },
    head,
    ...near,
    element("p", { class: "place" }, placeLink(diagnostic, state), ` [${id}]`),
    ...(lines.length > 0 ? [source(lines)] : []),
    ...chain.map((call) => element("p", { class: "ways" }, "included at ", placeLink(call, state))),
    ...related.map((other) =>
      element("p", { class: "ways" }, `${other.what}: `, placeLink(other, state)),
    ),
    ...others,
  );
}

/** `file:line:column`, which opens the editor there. */
function placeLink(place: ShownPlace, state: DevState): HTMLElement {
  const text = `${place.file}:${place.line}:${place.column}`;
  const href = editorAddress(state, place);
  if (href === undefined) return element("code", {}, text);
  const link = element("a", { href, title: "Open in the editor" }, text);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void openEditor(href);
  });
  return link;
}

function source(lines: ShownDiagnostic["lines"]): HTMLElement {
  const rows = lines.map(({ number, before, marked, after }) => {
    const mark = marked === "" ? [] : [element("mark", {}, marked)];
    const row = element("span", { class: marked === "" ? "row" : "row now" });
    row.append(element("i", {}, String(number)), before, ...mark, after, "\n");
    return row;
  });
  return element("pre", { tabindex: "0" }, element("code", {}, ...rows));
}
