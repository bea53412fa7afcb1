/** Settings for the end of pages and for what machines read: the edit link, the picture of links. */
import type { Fields } from "./fields.ts";
import { isWebAddress } from "./urls.ts";

type Params = Readonly<Record<string, unknown>>;

/** What stands for the path of a page's file. */
export const PATH_TOKEN = "{path}";

/** What stands for a line in that file. */
export const LINE_TOKEN = "{line}";

/**
 * `edit`: the address at which a page's file is edited, with `{path}` in it, and `{line}` if the
 * host has a way of its own to name a line; anything else is told. Without it, Docsy's parameters of a repository on GitHub say the same.
 */
export function readEdit(fields: Fields, params: Params): string | undefined {
  const text = fields.text("edit");
  const node = fields.node("edit");
  if (text === undefined || node === undefined) return docsyEdit(params);
  const tokens: readonly string[] = text.match(/\{[^{}]*\}/g) ?? [];
  const isPattern =
    tokens.includes(PATH_TOKEN) &&
    tokens.every((token) => token === PATH_TOKEN || token === LINE_TOKEN);
  const sample = text.replaceAll(PATH_TOKEN, "path").replaceAll(LINE_TOKEN, "1");
  if (isPattern && isWebAddress(sample)) return text;
  fields.wrong("edit", node, `an absolute address with ${PATH_TOKEN} in it`);
  return undefined;
}

/** `image`: a picture for links; without it the first of Hugo's `params.images`. */
export function readImage(fields: Fields, params: Params): string | undefined {
  const images = params.images;
  const first: unknown = Array.isArray(images) ? images[0] : images;
  return fields.text("image") ?? (typeof first === "string" ? first : undefined);
}

/** Docsy: `github_repo`, `github_branch` and `github_subdir`, the site's folder in it. */
function docsyEdit({ github_repo, github_branch, github_subdir }: Params): string | undefined {
  if (typeof github_repo !== "string" || !isWebAddress(github_repo)) return undefined;
  const branch = typeof github_branch === "string" ? github_branch : "main";
  const folder = typeof github_subdir === "string" ? github_subdir : "";
  const parts = [github_repo, "edit", branch, folder, PATH_TOKEN];
  return parts
    .map((part) => part.replace(/^\/+|\/+$/g, ""))
    .filter(Boolean)
    .join("/");
}
