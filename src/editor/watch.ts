/** Asks the editor to tell of files that something else changes. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from "vscode-languageserver/node";

const PATTERNS = [
  "**/{content,data,layouts,config,static,public}/**",
  "**/{hugo,config}.{toml,yaml,yml,json}",
];

/** Whether the editor can tell of such files. */
export function canWatch(client: InitializeParams | undefined): boolean {
  return client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

/** Registers for changes of files, where the editor can do that. */
export async function watchFiles(connection: Connection, client: InitializeParams): Promise<void> {
  if (!canWatch(client)) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: PATTERNS.map((globPattern) => ({ globPattern })),
  });
}
