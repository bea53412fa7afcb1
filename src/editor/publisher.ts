/** Sends diagnostics: soon after each change those of open files, after saving those of the site. */
import type { Connection, TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { toLsp } from "./diagnostics.ts";
import { uriOf } from "./places.ts";
import type { SiteSession } from "./site-session.ts";
import type { Sites } from "./sites.ts";

/** The pause in typing after which open files are checked. */
const TYPING_MS = 120;

/** The pause after a change of files after which the whole site is looked at. */
const SAVING_MS = 400;

interface Timers {
  check?: NodeJS.Timeout;
  survey?: NodeJS.Timeout;
  /** What was sent last, by address. */
  readonly told: Map<string, string>;
}

export class Publisher {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #sites: Sites;
  readonly #timers = new Map<SiteSession, Timers>();

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, sites: Sites) {
    this.#connection = connection;
    this.#documents = documents;
    this.#sites = sites;
  }

  /** A document's text is another one. */
  changed(uri: string): void {
    const file = this.#sites.find(uri);
    if (file === undefined) return;
    file.session.changed(file.path);
    this.#checkSoon(file.session);
    if (!file.session.isSurveyed) this.#surveySoon(file.session);
  }

  /** A file was saved; `isElsewhere`: by something else than the editor. */
  saved(uri: string, { isElsewhere = false } = {}): void {
    const file = this.#sites.find(uri);
    if (file === undefined) return;
    const { session, path } = file;
    if (isElsewhere) session.changed(path);
    this.#checkSoon(session);
    this.#guard(async () => {
      if (!(await session.isLocal(path))) this.#surveySoon(session);
    });
  }

  /** Looks at a whole site, then tells. */
  survey(session: SiteSession): void {
    this.#guard(async () => {
      await session.survey();
      await this.#publish(session);
    });
  }

  #checkSoon(session: SiteSession): void {
    const timers = this.#timersOf(session);
    clearTimeout(timers.check);
    timers.check = setTimeout(() => this.#guard(() => this.#publish(session)), TYPING_MS);
  }

  #surveySoon(session: SiteSession): void {
    const timers = this.#timersOf(session);
    clearTimeout(timers.survey);
    timers.survey = setTimeout(() => this.survey(session), SAVING_MS);
  }

  async #publish(session: SiteSession): Promise<void> {
    const open = new Map<string, TextDocument>();
    for (const document of this.#documents.all()) {
      const file = this.#sites.find(document.uri);
      if (file?.session === session) open.set(file.path, document);
    }
    const versions = new Map([...open.values()].map(({ uri, version }) => [uri, version]));
    const found = await session.diagnostics([...open.keys()]);
    const byUri = new Map<string, Diagnostic[]>([...open.values()].map(({ uri }) => [uri, []]));
    for (const diagnostic of found) {
      const { path } = diagnostic.span.source;
      const uri = open.get(path)?.uri ?? uriOf(session.root, path);
      byUri.set(uri, [...(byUri.get(uri) ?? []), diagnostic]);
    }
    const { told } = this.#timersOf(session);
    for (const uri of told.keys()) if (!byUri.has(uri)) byUri.set(uri, []);
    for (const [uri, list] of byUri) {
      const version = versions.get(uri);
      const diagnostics = list.map((diagnostic) => toLsp(session.root, diagnostic));
      const message = { uri, ...(version === undefined ? {} : { version }), diagnostics };
      const text = JSON.stringify(message);
      if (told.get(uri) === text) continue;
      void this.#connection.sendDiagnostics(message);
      if (version === undefined && list.length === 0) told.delete(uri);
      else told.set(uri, text);
    }
  }

  #timersOf(session: SiteSession): Timers {
    const timers = this.#timers.get(session) ?? { told: new Map<string, string>() };
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
