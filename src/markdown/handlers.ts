/** The nodes that stock remark-rehype renders otherwise than this dialect. */
import type { Handlers } from "mdast-util-to-hast";
import { codeHandler } from "./code-handler.ts";
import { definitionListHandlers } from "./definition-list-handlers.ts";
import type { Highlighter } from "./highlight.ts";
import { linkHandler } from "./link-handler.ts";
import { tabHandler, tabsHandler } from "./rehype-tabs.ts";
import { listItemHandler } from "./task-handler.ts";

/** Handlers for remark-rehype's option of that name. */
export function createHandlers(highlighter: Highlighter): Handlers {
  return {
    ...definitionListHandlers,
    link: linkHandler,
    listItem: listItemHandler,
    code: codeHandler(highlighter),
    tabs: tabsHandler,
    tab: tabHandler,
  };
}
