/**
 * Sessions in code blocks: prompts, the commands after them, and what was printed.
 * A prompt is shown but is no part of the command; readers copy commands only.
 */
import { ShellCommand } from "./shell-command.ts";

/** One line of a session. */
export interface SessionLine {
  /** The prompt that it starts with; empty without one. */
  readonly prompt: string;
  readonly text: string;
  /** Printed by a command. */
  readonly isAnswer: boolean;
}

/** How the languages of sessions prompt for commands. */
export type SessionKind = "shell" | "terminal" | "sql" | "python" | "powershell";

/** `$ `, `user@host:~$ `. A number sign alone starts a comment in scripts. */
const SHELL = String.raw`\$ |[\w.-]+@[\w.-]+(?::[^\s$#%]*)?[$#%] `;
/** psql: `shop=# `, `shop-> `; mysql and SQLite: `mysql> `, `    -> `. */
const SQL = String.raw`[\w.~-]+[=('"*!^$-][#>] |(?:mysql|sqlite|MariaDB \[[^\]]*\])> | {2,7}-> `;
const PYTHON = String.raw`>>> |\.\.\.(?: |$)`;
const POWERSHELL = String.raw`PS(?: [^>\n]*)?> `;

const PROMPTS: Readonly<Record<SessionKind, RegExp>> = {
  shell: prompts(SHELL),
  terminal: prompts(SHELL, "% ", SQL, PYTHON, POWERSHELL),
  sql: prompts(SQL),
  python: prompts(PYTHON),
  powershell: prompts(POWERSHELL),
};
/** Prompts for more of a statement. */
const MORE = /^(?:[\w.~-]*[^\w\s=][#>]| +->) /;
/** Terminals of the superuser, if no other prompt is in the block. */
const ROOT_PROMPT = /^# (?=\S)/;

function prompts(...patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join("|")})`);
}

/** The lines of a session; undefined for code without prompts. */
export function readSession(code: string, kind: SessionKind): SessionLine[] | undefined {
  const texts = code.split(/\r\n|\n|\r/);
  const prompt = promptOf(texts, kind);
  if (prompt === undefined) return undefined;
  let command: ShellCommand | SqlCommand | undefined;
  return texts.map((whole): SessionLine => {
    const found = prompt.exec(whole)?.[0] ?? "";
    const isInside = command?.isOpen === true;
    if (found !== "" && !(isInside && command?.isVerbatim === true)) {
      const text = whole.slice(found.length);
      // A prompt that asks for more belongs to the command before it.
      command = isInside && command?.wantsPrompt(found) ? command : newCommand(found);
      command.add(text);
      return { prompt: found, text, isAnswer: false };
    }
    if (command === undefined || !isInside) return { prompt: "", text: whole, isAnswer: true };
    const more = command.continuation.exec(whole)?.[0] ?? "";
    const text = whole.slice(more.length);
    command.add(text);
    return { prompt: more, text, isAnswer: false };
  });
}

function promptOf(texts: readonly string[], kind: SessionKind): RegExp | undefined {
  const usual = PROMPTS[kind];
  // SQL has operators that look like prompts: a session starts with one.
  const starts = kind === "sql" ? texts.filter((text) => text.trim() !== "").slice(0, 1) : texts;
  if (starts.some((text) => usual.test(text) && !MORE.test(text))) return usual;
  const isRoot = kind === "terminal" && texts.some((text) => ROOT_PROMPT.test(text));
  return isRoot ? ROOT_PROMPT : undefined;
}

function newCommand(prompt: string): ShellCommand | SqlCommand {
  return new RegExp(`^(?:${SQL})$`).test(prompt) ? new SqlCommand() : new ShellCommand();
}

/** A statement goes on to its semicolon; psql's own commands are one line. */
class SqlCommand {
  readonly continuation = /^(?!)/;
  readonly isVerbatim = false;
  isOpen = false;

  wantsPrompt(): boolean {
    return true;
  }

  add(text: string): void {
    this.isOpen = !/;\s*$|^\s*\\|^\s*$/.test(text);
  }
}
