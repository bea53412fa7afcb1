/**
 * The language server: tells editors over the protocol (LSP 3.17) what the build knows. It has
 * no checks of its own; each answer comes from a project that reads unsaved texts.
 */
import {
  createConnection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { setUnsaved } from "../text/unsaved.ts";
import { ANSWERS, answer } from "./answers.ts";
import { Publisher } from "./publisher.ts";
import { fileOf, Sites } from "./sites.ts";
import { canWatch, watchFiles } from "./watch.ts";

/** Where the messages come from and go to. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Serves one editor until its messages end. `root`: the site; without it, the site is found by
 * each file.
 */
export function serve({ input, output }: Streams, root: string | undefined): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  const documents = new TextDocuments(TextDocument);
  const sites = new Sites(root);
  let client: InitializeParams | undefined;
  const publisher = new Publisher(connection, documents, sites, () => canWatch(client));

  connection.onInitialize((params): InitializeResult => {
    client = params;
    return { capabilities: CAPABILITIES, serverInfo: { name: "waymark" } };
  });
  connection.onInitialized(() => {
    open(foldersOf(client));
    if (client !== undefined) void watchFiles(connection, client);
    if (client?.capabilities.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed.flatMap(({ uri }) => fileOf(uri) ?? []))
        for (const session of sites.closeFolder(folder)) publisher.forget(session);
      open(added.flatMap(({ uri }) => fileOf(uri) ?? []));
    });
  });
  const open = (folders: readonly string[]): void => {
    for (const session of new Set(folders.flatMap((folder) => sites.openFolder(folder) ?? [])))
      publisher.survey(session);
  };

  documents.onDidChangeContent(({ document }) => {
    const file = fileOf(document.uri);
    if (file !== undefined) setUnsaved(file, document.getText());
    publisher.changed(document.uri);
  });
  documents.onDidClose(({ document }) => {
    const file = fileOf(document.uri);
    if (file !== undefined) setUnsaved(file, undefined);
    publisher.changed(document.uri);
  });
  documents.onDidSave(({ document }) => publisher.saved(document.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      if (documents.get(uri) === undefined) publisher.saved(uri, { isElsewhere: true });
    }
  });

  answer(connection, documents, sites, publisher, () => client);
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => input.once("end", resolve));
}

const CAPABILITIES: InitializeResult["capabilities"] = {
  // Every client knows it (LSP 3.17), and sources count the same units.
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  ...ANSWERS,
};

/** The folders that the editor has open. */
function foldersOf(client: InitializeParams | undefined): string[] {
  const uris = client?.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const root = client?.rootUri ?? undefined;
  const all = uris.length > 0 || root === undefined ? uris : [root];
  return all.flatMap((uri) => fileOf(uri) ?? []);
}
