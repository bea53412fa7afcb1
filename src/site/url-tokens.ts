/** Tokens in front matter's `url`. Hugo: resources/page/permalinks.go. */
import { basename, dirname } from "node:path/posix";
import { contentName } from "./urls.ts";

/** What tokens stand for. */
export interface TokenPage {
  /** Path below content/ with extension. */
  readonly path: string;
  readonly title: string;
  readonly slug: string | undefined;
  readonly date: Date | undefined;
}

/** `url` with its tokens replaced; a token that Hugo does not know, or without a value, stays. */
export function expandTokens(url: string, page: TokenPage): string {
  return url.replace(/:([a-z]+)/g, (token, name: string) => tokenValue(name, page) ?? token);
}

function tokenValue(name: string, { path, title, slug, date }: TokenPage): string | undefined {
  const file = basename(contentName(path));
  switch (name) {
    case "year":
      return date && String(date.getUTCFullYear());
    case "month":
      return date && twoDigits(date.getUTCMonth() + 1);
    case "day":
      return date && twoDigits(date.getUTCDate());
    case "section":
      return path.includes("/") ? path.split("/")[0] : "";
    case "sections":
      return dirname(contentName(path)).replace(/^\.$/, "");
    case "title":
      return asSegment(title);
    case "slug":
      return slug ?? asSegment(title);
    case "filename":
    case "contentbasename":
      return asSegment(file);
    case "slugorfilename":
    case "slugorcontentbasename":
      return slug ?? asSegment(file);
    default:
      return undefined;
  }
}

function asSegment(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(/[^\p{L}\p{M}\p{Nd}._+~@-]/gu, "");
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
