/** Finds a diagram by name: a grammar in data/diagrams/, else an SVG file of the site. */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import type { DataStore } from "../data/store.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { Complaint, Found } from "../messages/found.ts";
import type { NamedDiagram } from "../shortcodes/types.ts";
import { nearest } from "../text/nearest.ts";
import { drawDiagram } from "./railroad.ts";
import { diagramOfSvg } from "./svg-file.ts";

/** Below data/. */
const GRAMMARS = "diagrams/";

/** Where SVG files stand, from the site's root. */
const FOLDERS = ["public", "static"].flatMap((folder) => [
  folder,
  `${folder}/images`,
  `${folder}/diagrams`,
]);

/**
 * The diagram `name` (with or without `.svg`) of the site at `root`. Fails with
 * `diagram-missing`, or with `diagram-grammar`, whose message begins with the
 * place in the grammar.
 */
export function findDiagram(
  name: string,
  data: Pick<DataStore, "file" | "paths">,
  root: string,
): Found<NamedDiagram> {
  const stem = name.replace(/^\/+/, "").replace(/\.svg$/i, "");
  if (stem === "" || stem.split("/").includes("..") || /[\\\0]/.test(stem))
    return missing(name, data, root);
  const grammar = data.file(`${GRAMMARS}${stem}`);
  if (grammar.ok) {
    const drawn = drawDiagram(grammar.value.value, grammar.value.source);
    if (!drawn.ok)
      return { ok: false, complaint: complaintOf(drawn.findings), target: grammar.value.path };
    return { ok: true, value: { ...drawn.value, target: grammar.value.path } };
  }
  if (grammar.complaint.id !== "data-missing") return grammar;
  const target = svgPath(stem, root);
  const text = target && readFileSync(join(root, target), "utf8");
  const diagram = text === undefined ? undefined : diagramOfSvg(text, stem);
  if (target === undefined || diagram === undefined) return missing(name, data, root);
  return { ok: true, value: { ...diagram, target } };
}

/** The first finding, at its own place; the places of the others are in its message. */
function complaintOf([first, ...others]: readonly Finding[]): Complaint {
  const also = others.map(({ message, span }) => {
    const { line, column } = span.source.placeAt(span.start);
    return `; at ${line}:${column}: ${message}`;
  });
  const message = `${first?.message ?? "Unexpected grammar"}${also.join("")}`;
  return { id: "diagram-grammar", message, suggestion: first?.suggestion, span: first?.span };
}

/** The path from the site's root; links out of the site lead nowhere. */
function svgPath(stem: string, root: string): string | undefined {
  const folder = FOLDERS.find((candidate) => existsSync(join(root, candidate, `${stem}.svg`)));
  if (folder === undefined) return undefined;
  const path = `${folder}/${stem}.svg`;
  return realpathSync(join(root, path)).startsWith(realpathSync(root) + sep) ? path : undefined;
}

function missing(name: string, data: Pick<DataStore, "paths">, root: string): Found<never> {
  const message = `Unexpected diagram "${name}", expected a grammar in data/diagrams/ or an SVG file`;
  const known = [
    ...data.paths().filter((path) => path.startsWith(GRAMMARS)),
    ...svgNames(root),
  ].map((path) => path.replace(GRAMMARS, ""));
  const suggestion = nearest(name.replace(/\.svg$/i, ""), known);
  return { ok: false, complaint: { id: "diagram-missing", message, suggestion } };
}

function svgNames(root: string): string[] {
  return FOLDERS.map((folder) => join(root, folder))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder))
    .filter((file) => file.endsWith(".svg"))
    .map((file) => file.slice(0, -".svg".length));
}
