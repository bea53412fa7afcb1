/** The questions that an editor can ask about a place, and what answers them. */
import type {
  Connection,
  InitializeParams,
  Position,
  ServerCapabilities,
  TextDocuments,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { completionsAt } from "./completion.ts";
import { definitionOf, documentLinksOf } from "./definition.ts";
import { type Asked, askedOf } from "./document.ts";
import { fixesOf } from "./fixes.ts";
import { hoverAt } from "./hover.ts";
import { referencesOf } from "./references.ts";
import type { Sites } from "./sites.ts";

/** What the server says that it can answer. */
export const ANSWERS: ServerCapabilities = {
  completionProvider: { triggerCharacters: ["<", "%", "/", " ", "=", '"', "(", "#", ":"] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentLinkProvider: {},
  codeActionProvider: { codeActionKinds: ["quickfix"] },
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
  client: () => InitializeParams | undefined,
): void {
  const ask = async <T>(
    { textDocument, position }: Place,
    otherwise: T,
    use: (asked: Asked) => T | Promise<T>,
  ): Promise<T> => {
    const asked = await askedOf(sites, documents.get(textDocument.uri), position);
    return asked === undefined ? otherwise : use(asked);
  };
  const abilities = () => client()?.capabilities.textDocument;

  connection.onCompletion((params) =>
    ask(params, [], (asked) =>
      completionsAt(asked, abilities()?.completion?.completionItem?.snippetSupport === true),
    ),
  );
  connection.onHover((params) => ask(params, null, (asked) => hoverAt(asked) ?? null));
  connection.onDefinition((params) =>
    ask(params, [], (asked) => definitionOf(asked, abilities()?.definition?.linkSupport === true)),
  );
  connection.onReferences((params) =>
    ask(params, [], async (asked) => {
      const session = sites.find(params.textDocument.uri)?.session;
      const open = documents.all().flatMap(({ uri }) => sites.find(uri)?.path ?? []);
      return session === undefined ? [] : referencesOf(asked, await session.uses(open));
    }),
  );
  connection.onDocumentLinks((params) => ask(params, [], documentLinksOf));
  connection.onCodeAction(fixesOf);
}
