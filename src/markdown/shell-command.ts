/** Whether a shell command goes on in the next line (POSIX: Shell Command Language, 2.2, 2.7.4). */

/** A here-document that is still open: the word that ends it. */
interface HereDocument {
  readonly word: string;
  /** `<<-`: tabs before the word do not count. */
  readonly isIndented: boolean;
}

const HERE_DOCUMENT = /^<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([\w.-]+))/;

/** A command that is read line by line. */
export class ShellCommand {
  /** The prompt for more, where a session shows it. */
  readonly continuation = /^> ?/;
  #quote = "";
  #goesOn = false;
  readonly #documents: HereDocument[] = [];

  /** The command is not complete. */
  get isOpen(): boolean {
    return this.#documents.length > 0 || this.#quote !== "" || this.#goesOn;
  }

  /** What comes is text, in which nothing is a prompt. */
  get isVerbatim(): boolean {
    return this.#documents.length > 0 || this.#quote !== "";
  }

  /** Another command's prompt always starts another command. */
  wantsPrompt(prompt: string): boolean {
    return prompt === "... ";
  }

  /** Reads the next line, without its prompt. */
  add(line: string): void {
    const [document] = this.#documents;
    if (document === undefined) {
      this.#read(line);
      return;
    }
    const end = document.isIndented ? line.replace(/^\t+/, "") : line;
    if (end === document.word) this.#documents.shift();
  }

  #read(line: string): void {
    let at = 0;
    this.#goesOn = false;
    while (at < line.length) at = this.#step(line, at);
    if (this.#quote === "" && /(?:\||&&)[ \t]*$/.test(line)) this.#goesOn = true;
  }

  /** Reads what stands at `at`; gives the place after it. */
  #step(line: string, at: number): number {
    const character = line[at] ?? "";
    if (this.#quote === "'") {
      if (character === "'") this.#quote = "";
      return at + 1;
    }
    if (character === "\\") {
      this.#goesOn = at === line.length - 1;
      return at + 2;
    }
    if (this.#quote === '"') {
      if (character === '"') this.#quote = "";
      return at + 1;
    }
    if (character === "'" || character === '"') this.#quote = character;
    if (character === "#" && /^$|[\s;&|(]/.test(line[at - 1] ?? "")) return line.length;
    return character === "<" ? this.#redirection(line, at) : at + 1;
  }

  #redirection(line: string, at: number): number {
    if (line.startsWith("<<<", at)) return at + 3;
    const found = HERE_DOCUMENT.exec(line.slice(at));
    if (found === null) return at + 1;
    const [whole, dash, single, double, bare] = found;
    const word = single ?? double ?? bare ?? "";
    this.#documents.push({ word, isIndented: dash === "-" });
    return at + whole.length;
  }
}
