/** Where readers can edit a page. */
import { PATH_TOKEN } from "./settings-head.ts";
import type { Page, Settings } from "./types.ts";

/**
 * The address that front matter names, or that of the setting `edit` with the path of the
 * page's file; undefined for pages that nobody wrote, and where neither is set.
 */
export function editLink(
  { path, source, frontMatter }: Page,
  { edit }: Pick<Settings, "edit">,
): string | undefined {
  const { editURL } = frontMatter;
  if (editURL !== undefined) return editURL === false ? undefined : editURL;
  if (source === undefined || edit === undefined) return undefined;
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  return edit.replaceAll(PATH_TOKEN, () => escaped);
}
