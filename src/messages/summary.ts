/** Counts in words. */
import type { Diagnostic } from "./diagnostic.ts";

/** `2 errors, 1 warning`; what there is none of is left out. */
export function summary(diagnostics: readonly Pick<Diagnostic, "level">[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((level) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.level === level).length;
    if (count === 0) return [];
    return [counted(count, level === "info" ? "remark" : level)];
  });
  return parts.length === 0 ? "no errors, no warnings" : parts.join(", ");
}

/** "1 page", "2 pages". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
