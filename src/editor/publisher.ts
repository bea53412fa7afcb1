/**
 * Sends diagnostics: at once those of the page that is typed in, after a pause those of all open
 * files, after saving those of the site. Each step is given up for the next keystroke.
 */
import type { Connection, TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { toLsp } from "./diagnostics.ts";
import { uriOf } from "./places.ts";
import type { SiteSession } from "./site-session.ts";
import type { SiteFile, Sites } from "./sites.ts";

/** Keystrokes that come together are answered together. */
const KEYSTROKE_MS = 15;

/** The pause in typing after which all open files are checked. */
const TYPING_MS = 40;

/** The same where the file that is typed in has its answer, and others wait for theirs. */
const TYPED_MS = 300;

/** The same where no other file is open. */
const ALONE_MS = 1500;

/** The pause after a change of files after which the whole site is looked at. */
const SAVING_MS = 400;

interface Timers {
  keystroke?: NodeJS.Timeout;
  check?: NodeJS.Timeout;
  survey?: NodeJS.Timeout;
  /** What was sent last, by address. */
  readonly told: Map<string, string>;
  /** The same for documents that are open, with their versions. */
  readonly known: Map<string, Known>;
}

/** What was told of a document. */
interface Known {
  readonly version: number;
  readonly list: readonly Diagnostic[];
}

export class Publisher {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #sites: Sites;
  readonly #isWatching: () => boolean;
  readonly #timers = new Map<SiteSession, Timers>();

  /** `isWatching`: whether the editor tells of files that something else changes. */
  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    sites: Sites,
    isWatching: () => boolean,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#sites = sites;
    this.#isWatching = isWatching;
  }

  /** A document's text is another one. */
  changed(uri: string): void {
    const file = this.#sites.find(uri);
    if (file === undefined) return;
    file.session.changed(file.path);
    const timers = this.#timersOf(file.session);
    timers.known.delete(uri);
    clearTimeout(timers.check);
    clearTimeout(timers.keystroke);
    timers.keystroke = setTimeout(() => {
      this.#guard(async () => {
        let isAnswered = false;
        try {
          isAnswered = this.#publishText(uri, file);
        } finally {
          const isAlone = this.#documents.keys().length === 1;
          const pause = isAlone ? ALONE_MS : TYPED_MS;
          this.#checkSoon(file.session, isAnswered ? pause : TYPING_MS);
        }
      });
    }, KEYSTROKE_MS);
    if (!file.session.isSurveyed) this.#surveySoon(file.session);
  }

  /** A file was saved; `isElsewhere`: by something else than the editor. */
  saved(uri: string, { isElsewhere = false } = {}): void {
    const file = isElsewhere ? this.#sites.findOpen(uri) : this.#sites.find(uri);
    if (file === undefined) return;
    const { session, path } = file;
    if (isElsewhere) session.changed(path);
    else if (!this.#isWatching()) session.changedElsewhere();
    this.#checkSoon(session);
    this.#guard(async () => {
      if (!(await session.isLocal(path))) this.#surveySoon(session);
    });
  }

  /** What the editor was told of a document as it is now; nothing if it has changed since. */
  known({ uri, version }: TextDocument): readonly Diagnostic[] {
    const session = this.#sites.find(uri)?.session;
    const found = session && this.#timersOf(session).known.get(uri);
    return found?.version === version ? found.list : [];
  }

  /** Looks at a whole site, then tells. */
  survey(session: SiteSession): void {
    this.#guard(async () => {
      await session.survey();
      await this.#publish(session);
    });
  }

  /** A site is closed: its messages go away. */
  forget(session: SiteSession): void {
    const { told, check, keystroke, survey } = this.#timersOf(session);
    for (const timer of [check, keystroke, survey]) clearTimeout(timer);
    session.close();
    for (const uri of told.keys()) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#timers.delete(session);
  }

  #checkSoon(session: SiteSession, pause = TYPING_MS): void {
    const timers = this.#timersOf(session);
    clearTimeout(timers.check);
    timers.check = setTimeout(() => this.#guard(() => this.#publish(session)), pause);
  }

  #surveySoon(session: SiteSession): void {
    const timers = this.#timersOf(session);
    clearTimeout(timers.survey);
    timers.survey = setTimeout(() => this.survey(session), SAVING_MS);
  }

  /** Tells of the document that is typed in alone, if that can be; gives whether. */
  #publishText(uri: string, { session, path }: SiteFile): boolean {
    const document = this.#documents.get(uri);
    const found = document && session.diagnosticsOf(path, document.getText());
    if (found === undefined) return false;
    this.#send(session, uri, document?.version, found);
    return true;
  }

  async #publish(session: SiteSession): Promise<void> {
    if (session.isClosed) return;
    const open = new Map<string, TextDocument>();
    for (const document of this.#documents.all()) {
      const file = this.#sites.find(document.uri);
      if (file?.session === session) open.set(file.path, document);
    }
    const versions = new Map([...open.values()].map(({ uri, version }) => [uri, version]));
    const found = await session.diagnostics([...open.keys()]);
    // What has changed meanwhile is checked anew soon.
    if (found === undefined || session.isClosed) return;
    const byUri = new Map<string, Diagnostic[]>([...open.values()].map(({ uri }) => [uri, []]));
    for (const diagnostic of found) {
      const { path } = diagnostic.span.source;
      const uri = open.get(path)?.uri ?? uriOf(session.root, path);
      byUri.set(uri, [...(byUri.get(uri) ?? []), diagnostic]);
    }
    const { told } = this.#timersOf(session);
    for (const uri of told.keys()) if (!byUri.has(uri)) byUri.set(uri, []);
    for (const [uri, list] of byUri) this.#send(session, uri, versions.get(uri), list);
  }

  /** Sends what is not known to the editor yet. */
  #send(
    session: SiteSession,
    uri: string,
    version: number | undefined,
    list: readonly Diagnostic[],
  ): void {
    const { told, known } = this.#timersOf(session);
    if (version === undefined) known.delete(uri);
    else known.set(uri, { version, list });
    const manual = session.manual.replace(/\/$/, "");
    const diagnostics = list.map((diagnostic) => toLsp(session.root, manual, diagnostic));
    const message = { uri, ...(version === undefined ? {} : { version }), diagnostics };
    const text = JSON.stringify(message);
    if (told.get(uri) === text) return;
    void this.#connection.sendDiagnostics(message);
    if (version === undefined && list.length === 0) told.delete(uri);
    else told.set(uri, text);
  }

  #timersOf(session: SiteSession): Timers {
    const timers = this.#timers.get(session) ?? {
      told: new Map<string, string>(),
      known: new Map<string, Known>(),
    };
    this.#timers.set(session, timers);
    return timers;
  }

  /** A file that goes away while it is read must not end the server. */
  #guard(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.#connection.console.error(error instanceof Error ? String(error.stack) : String(error));
    });
  }
}
