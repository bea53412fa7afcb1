/** An editor for tests: a real client that talks to the language server over standard streams. */
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  PrepareRenameRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RenameRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { withSite } from "../helpers/case.ts";
import { inRepository } from "../helpers/repository.ts";

type Files = Parameters<typeof withSite>[0];

interface Options {
  /** The server is told which site it serves. */
  readonly isNamed?: boolean;
  /** The folders that the editor has open, from that of the files; none for single files. */
  readonly folders?: readonly string[];
  /** What Node runs in place of the server. */
  readonly command?: readonly string[];
}

/** Runs `use` with an editor that has the folder of the files open. */
export function withEditor(
  files: Files,
  use: (editor: Editor) => Promise<void>,
  {
    isNamed = false,
    folders,
    command = [inRepository("src/launch.mjs"), "lsp", "--stdio"],
  }: Options = {},
): Promise<void> {
  return withSite(files, async (folder) => {
    const root = realpathSync(folder);
    const child = spawn(process.execPath, isNamed ? [...command, "--site", root] : command);
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const editor = new Editor(root, connection, ended);
    connection.listen();
    // Whoever waits for a server that is gone is told what it said last.
    const gone = ended.then((code): never => {
      throw new Error(`The server ended with ${code}.\n${errors}`);
    });
    gone.catch(() => {});
    try {
      await Promise.race([editor.start(folders), gone]);
      await Promise.race([use(editor), gone]);
      await editor.stop();
      if (errors !== "") throw new Error(errors);
    } finally {
      connection.dispose();
      child.kill();
    }
  });
}

export class Editor {
  readonly root: string;
  readonly connection: ProtocolConnection;
  readonly ended: Promise<number | null>;
  capabilities: InitializeResult["capabilities"] = {};
  readonly #told = new Map<string, PublishDiagnosticsParams>();
  readonly #versions = new Map<string, number>();
  #wake: () => void = () => {};

  constructor(root: string, connection: ProtocolConnection, ended: Promise<number | null>) {
    this.root = root;
    this.connection = connection;
    this.ended = ended;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#told.set(params.uri, params);
      this.#wake();
    });
  }

  async start(folders: readonly string[] = [""]): Promise<void> {
    const uris = folders.map((folder) => pathToFileURL(join(this.root, folder)).href);
    const { capabilities } = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uris[0] ?? null,
      workspaceFolders: uris.length === 0 ? null : uris.map((uri) => ({ uri, name: uri })),
      capabilities: { workspace: { workspaceFolders: true } },
    });
    this.capabilities = capabilities;
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Ends the server as the protocol says; its exit code has to be 0. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await this.ended;
    if (code !== 0) throw new Error(`The server ended with ${code}.`);
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  path(uri: string): string {
    return fileURLToPath(uri).slice(this.root.length + 1);
  }

  async open(path: string, text: string, languageId = "markdown"): Promise<void> {
    const textDocument = { uri: this.uri(path), languageId, version: 1, text };
    this.#versions.set(path, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces the text, or with `range` a part of it. */
  async change(path: string, text: string, range?: Range): Promise<void> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
  }

  async save(path: string): Promise<void> {
    const textDocument = { uri: this.uri(path) };
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument });
  }

  async close(path: string): Promise<void> {
    const textDocument = { uri: this.uri(path) };
    this.#versions.delete(path);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  /** What the server told of a file last. */
  told(path: string): PublishDiagnosticsParams | undefined {
    return this.#told.get(this.uri(path));
  }

  /** The diagnostics of a file, as soon as they are what is waited for. */
  async diagnostics(
    path: string,
    isExpected: (found: readonly Diagnostic[]) => boolean,
  ): Promise<Diagnostic[]> {
    for (;;) {
      const told = this.told(path);
      const version = this.#versions.get(path);
      const isNewest = version === undefined || told?.version === version;
      if (told !== undefined && isNewest && isExpected(told.diagnostics)) return told.diagnostics;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** The diagnostics of a version of a file. */
  async diagnosticsOfVersion(path: string, version: number): Promise<Diagnostic[]> {
    this.#versions.set(path, version);
    return this.diagnostics(path, () => true);
  }

  /** The same as lines: `line:character-line:character id`. */
  async lines(path: string, isExpected: (lines: readonly string[]) => boolean): Promise<string[]> {
    const found = await this.diagnostics(path, (all) => isExpected(all.map(lineOf)));
    return found.map(lineOf);
  }

  /** Opens a text with a `|` where the cursor stands, and completes there. */
  async complete(path: string, marked: string, languageId?: string): Promise<CompletionItem[]> {
    const { text, position } = cursorIn(marked);
    await this.open(path, text, languageId);
    const textDocument = { uri: this.uri(path) };
    const list = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position,
    });
    await this.close(path);
    return Array.isArray(list) ? list : (list?.items ?? []);
  }

  /** The edits of another name, as `path line:character-line:character text`. */
  async rename(path: string, marked: string, newName: string): Promise<string[]> {
    const { text, position } = cursorIn(marked);
    await this.open(path, text);
    const params = { textDocument: { uri: this.uri(path) }, position, newName };
    try {
      const edit = await this.connection.sendRequest(RenameRequest.type, params);
      return Object.entries(edit?.changes ?? {})
        .flatMap(([uri, edits]) =>
          edits.map(({ range, newText }) => `${this.path(uri)} ${shownRange(range)} ${newText}`),
        )
        .sort();
    } finally {
      await this.close(path);
    }
  }

  /** What would be renamed, with its name. */
  async prepareRename(path: string, marked: string): Promise<string> {
    const { text, position } = cursorIn(marked);
    await this.open(path, text);
    const params = { textDocument: { uri: this.uri(path) }, position };
    try {
      const found = await this.connection.sendRequest(PrepareRenameRequest.type, params);
      if (found === null || !("placeholder" in found)) return "";
      return `${shownRange(found.range)} ${found.placeholder}`;
    } finally {
      await this.close(path);
    }
  }

  /** The text that is shown for the name at the cursor; empty for none. */
  async hover(path: string, marked: string): Promise<string> {
    const { text, position } = cursorIn(marked);
    await this.open(path, text);
    const textDocument = { uri: this.uri(path) };
    const found = await this.connection.sendRequest(HoverRequest.type, { textDocument, position });
    await this.close(path);
    const contents = found?.contents;
    return typeof contents === "object" && "value" in contents ? contents.value : "";
  }

  /** Where the name at the cursor leads, as `path line:character-line:character`; empty for nowhere. */
  async definition(path: string, marked: string): Promise<string> {
    const { text, position } = cursorIn(marked);
    await this.open(path, text);
    const textDocument = { uri: this.uri(path) };
    const params = { textDocument, position };
    const found = await this.connection.sendRequest(DefinitionRequest.type, params);
    await this.close(path);
    const [first] = Array.isArray(found) ? found : found === null ? [] : [found];
    if (first === undefined || !("uri" in first)) return "";
    return `${this.path(first.uri)} ${shownRange(first.range)}`;
  }
}

function lineOf({ range, code }: Diagnostic): string {
  return `${shownRange(range)} ${code}`;
}

/** `line:character-line:character`, counted from 0. */
export function shownRange({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** A text without its `|`, or `‸` where YAML has that, and where it stood. */
export function cursorIn(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf(marked.includes("‸") ? "‸" : "|");
  const before = marked.slice(0, offset).split(/\r\n|\r|\n/);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: `${marked.slice(0, offset)}${marked.slice(offset + 1)}`, position };
}

/** What accepting an item makes of the text. */
export function accepted(marked: string, { textEdit }: CompletionItem): string {
  if (textEdit === undefined || !("range" in textEdit)) throw new Error("No edit.");
  return applied(cursorIn(marked).text, [textEdit]);
}

/** A text with edits that do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("file:///a", "", 0, text), [...edits]);
}
