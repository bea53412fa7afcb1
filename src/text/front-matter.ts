import type { Source } from "./source.ts";
export function splitFrontMatter(source: Source): { bodyStart: number } {
  const found = /^\ufeff?(?:[ \t]*\r?\n)*---[ \t]*\r?\n[\s\S]*?\r?\n---[^\n]*(?:\n|$)/.exec(
    source.text,
  );
  return { bodyStart: found?.[0].length ?? 0 };
}
