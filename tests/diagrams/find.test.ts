import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDataStore } from "../../src/data/store.ts";
import { findDiagram } from "../../src/diagrams/find.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "diagrams-"));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function find(name: string) {
  return findDiagram(name, createDataStore(root), root);
}

describe("a diagram is found", () => {
  it.each(["a.svg", "a", "/a.svg"])("as a grammar: %s", (name) => {
    write("data/diagrams/a.yml", "title: A\ndiagram: [SHOW, it]\n");
    write("static/a.svg", "<svg><title>Not this</title></svg>");
    const found = find(name);
    expect(found.ok && found.value.alternative).toBe("SHOW it");
  });

  it.each([...["public/b.svg", "static/b.svg", "static/images/b.svg", "public/diagrams/b.svg"]])(
    "as a file: %s",
    (path) => {
      write(
        path,
        '<?xml version="1.0"?>\n<!-- made -->\n<svg viewBox="0 0 1 1"><title>B &amp; C</title></svg>\n',
      );
      expect(find("b.svg")).toEqual({
        ok: true,
        value: {
          svg: '<svg role="img" aria-label="B &amp; C" viewBox="0 0 1 1"><title>B &amp; C</title></svg>',
          alternative: "B & C",
          target: path,
        },
      });
    },
  );

  it("as a file without a title", () => {
    write("static/b.svg", "<svg></svg>");
    expect(find("b.svg")).toEqual({
      ok: true,
      value: {
        svg: '<svg role="img" aria-label="Diagram: b"></svg>',
        alternative: "Diagram: b",
        target: "static/b.svg",
      },
    });
  });

  it("as a file that names itself", () => {
    write("static/b.svg", '<svg aria-label="Mine"></svg>');
    const found = find("b.svg");
    expect(found.ok && found.value.svg).toBe('<svg aria-label="Mine"></svg>');
  });
});

describe("a diagram is not found", () => {
  const message = (name: string): string =>
    `Unexpected diagram "${name}", expected a grammar in data/diagrams/ or an SVG file`;

  it("under a name that is near", () => {
    write("data/diagrams/create-table.yml", "diagram: [CREATE TABLE]\n");
    expect(find("create-tabel.svg")).toEqual({
      ok: false,
      complaint: {
        id: "diagram-missing",
        message: message("create-tabel.svg"),
        suggestion: "create-table",
      },
    });
  });

  it.each(["../a.svg", "", "a\\b", ".."])("under the path %j", (name) => {
    expect(find(name)).toEqual({
      ok: false,
      complaint: { id: "diagram-missing", message: message(name), suggestion: undefined },
    });
  });

  it("outside of the site", () => {
    const other = mkdtempSync(join(tmpdir(), "other-"));
    writeFileSync(join(other, "c.svg"), "<svg></svg>");
    mkdirSync(join(root, "static"));
    symlinkSync(join(other, "c.svg"), join(root, "static/c.svg"));
    expect(find("c.svg")).toMatchObject({ ok: false, complaint: { id: "diagram-missing" } });
    rmSync(other, { recursive: true });
  });

  it("in a file that is no SVG", () => {
    write("static/d.svg", "<html></html>");
    expect(find("d.svg")).toMatchObject({ ok: false, complaint: { id: "diagram-missing" } });
  });
});

it("names the places of faults in a grammar", () => {
  write(
    "data/diagrams/broken.yml",
    "title: Broken\ndiagram:\n  - chioce:\n      - A\n  - repaet: B\n",
  );
  const kinds =
    '"choice", "comment", "nonterminal", "optional", "repeat", "sequence" or "terminal"';
  expect(find("broken")).toMatchObject({
    ok: false,
    complaint: {
      id: "diagram-grammar",
      message:
        `Unexpected "chioce", expected ${kinds}; ` +
        `at 5:5: Unexpected "repaet", expected ${kinds}`,
      suggestion: "choice",
      span: { start: 27, end: 33 },
    },
  });
});
