/** Line breaks and blanks as YAML counts them (YAML 1.2.2, 5.4 and 5.5). */

/** Whether the character at `at` is LF or CR. */
export function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

/** Whether the character at `at` is a space or a tab. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

/** The offset after the line break at `at`; CRLF is one. */
export function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}
