/** The lines of a code block: highlighted code, prompts, what commands printed. */
import { codeLanguage } from "./code-languages.ts";
import { readSession } from "./code-sessions.ts";
import { type Highlighter, type Line, plainLine } from "./highlight.ts";

/** A line and what it is. */
export interface CodeLine {
  readonly content: Line;
  /** It was printed by a command of the session: shown, not copied. */
  readonly isAnswer: boolean;
  /** In the language of patches: a line that is added or taken away. */
  readonly change: "plus" | "minus" | undefined;
}

/** Code as lines; sessions with their prompts. */
export function codeLines(code: string, language: string, highlighter: Highlighter): CodeLine[] {
  const { session: kind, grammar } = codeLanguage(language);
  const session = kind === undefined ? undefined : readSession(code, kind);
  if (session === undefined) {
    const texts = grammar === "diff" ? code.split(LINE_BREAK) : [];
    return highlighter
      .highlight(code, language)
      .map((content, index) => ({ content, isAnswer: false, change: changeOf(texts[index]) }));
  }
  // Answers are no code, but each takes up a line.
  const commands = session.map(({ text, isAnswer }) => (isAnswer ? "" : text)).join("\n");
  const highlighted = highlighter.highlight(commands, language);
  return session.map(({ prompt, text, isAnswer }, index) => {
    const own = isAnswer ? plainLine(text) : (highlighted[index] ?? []);
    const content: Line = prompt === "" ? own : [[prompt, "prompt"], ...own];
    return { content, isAnswer, change: undefined };
  });
}

/** Text as lines without colours. */
export function plainLines(highlighter: Highlighter, text: string): CodeLine[] {
  return highlighter
    .highlight(text, "text")
    .map((content) => ({ content, isAnswer: false, change: undefined }));
}

const LINE_BREAK = /\r\n|\n|\r/;

/** The heads of a file's changes, `+++` and `---`, are no changes. */
function changeOf(text: string | undefined): CodeLine["change"] {
  if (text === undefined || /^(?:\+\+\+|---)(?: |$)/.test(text)) return undefined;
  if (text.startsWith("+")) return "plus";
  return text.startsWith("-") ? "minus" : undefined;
}
