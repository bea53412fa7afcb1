/** The questions that an editor can ask about a place, and what answers them. */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
  type SymbolInformation,
  type TextDocuments,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Use } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import { completionsAt } from "./completion.ts";
import { definitionOf, documentLinksOf } from "./definition.ts";
import { type Asked, askedOf } from "./document.ts";
import { ACTION_KINDS, actionsOf } from "./fixes.ts";
import { foldingOf } from "./folding.ts";
import { hoverAt } from "./hover.ts";
import type { Publisher } from "./publisher.ts";
import { referencesOf } from "./references.ts";
import { renamedAt, renameEdits } from "./rename.ts";
import type { Sites } from "./sites.ts";
import { siteSymbols, symbolsOf } from "./symbols.ts";
import { usesOfCall, writtenCalls } from "./written-uses.ts";

/** What the server says that it can answer. */
export const ANSWERS: ServerCapabilities = {
  completionProvider: { triggerCharacters: ["<", "%", "/", " ", "=", '"', "(", "#", ":"] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  codeActionProvider: { codeActionKinds: ACTION_KINDS },
};

interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position?: Position;
}

/** Answers questions about documents. `client`: what the editor said of itself. */
export function answer(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  sites: Sites,
  publisher: Publisher,
  client: () => InitializeParams | undefined,
): void {
  let isDown = false;
  connection.onShutdown(() => {
    isDown = true;
  });
  const ask = <T>(
    { textDocument, position }: Place,
    token: CancellationToken,
    otherwise: T,
    use: (asked: Asked) => T | Promise<T>,
  ): Promise<T> =>
    unlessCanceled(token, async () => {
      if (isDown) throw new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down.");
      const asked = await askedOf(sites, documents.get(textDocument.uri), position);
      return asked === undefined ? otherwise : use(asked);
    });
  const abilities = () => client()?.capabilities.textDocument;

  connection.onCompletion((params, token) =>
    ask(params, token, [], (asked) =>
      completionsAt(asked, abilities()?.completion?.completionItem?.snippetSupport === true),
    ),
  );
  connection.onHover((params, token) =>
    ask(params, token, null, (asked) => hoverAt(asked) ?? null),
  );
  connection.onDefinition((params, token) =>
    ask(params, token, [], (asked) =>
      definitionOf(asked, abilities()?.definition?.linkSupport === true),
    ),
  );
  const usesFor = async ({ project, source }: Asked): Promise<Use[]> => {
    const calls = await writtenCalls(project, source);
    const session = sites.at(project.site.root);
    return [...calls.flatMap((call) => usesOfCall(project, call)), ...(session?.seenUses() ?? [])];
  };
  const pagesFor = async ({ project, source, shownOn }: Asked): Promise<readonly Page[]> =>
    shownOn.length > 0
      ? shownOn
      : ((await sites.at(project.site.root)?.pagesShowing(source.path)) ?? []);
  connection.onReferences((params, token) =>
    ask(params, token, [], async (asked) =>
      referencesOf(asked, {
        uses: () => usesFor(asked),
        pages: () => pagesFor(asked),
        hasDeclaration: params.context.includeDeclaration,
      }),
    ),
  );
  connection.onPrepareRename((params, token) =>
    ask(params, token, null, async (asked) => renamedAt(asked, await pagesFor(asked))),
  );
  connection.onRenameRequest((params, token) =>
    ask(params, token, null, async (asked) =>
      renameEdits(asked, params.newName, await pagesFor(asked), () => usesFor(asked)),
    ),
  );
  connection.onDocumentSymbol((params, token) => ask(params, token, [], symbolsOf));
  connection.onFoldingRanges((params, token) => ask(params, token, [], foldingOf));
  connection.onWorkspaceSymbol(({ query }, token) =>
    unlessCanceled(token, async () => {
      if (isDown) throw new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down.");
      const found: SymbolInformation[] = [];
      for (const session of sites.sessions)
        found.push(...siteSymbols(session.root, await session.project(), query));
      return found;
    }),
  );
  connection.onDocumentLinks((params, token) => ask(params, token, [], documentLinksOf));
  connection.onCodeAction((params, token) =>
    ask(params, token, [], ({ source }) => {
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? [] : actionsOf(params, source, publisher.known(document));
    }),
  );
}

/** Does the work unless the editor takes its question back; then it is refused at once. */
function unlessCanceled<T>(token: CancellationToken, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const refuse = (): void =>
      reject(new ResponseError(LSPErrorCodes.RequestCancelled, "The question was canceled."));
    if (token.isCancellationRequested) return refuse();
    const listening = token.onCancellationRequested(refuse);
    work()
      .then(resolve, reject)
      .finally(() => listening.dispose());
  });
}
