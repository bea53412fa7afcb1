/** What script adds to code blocks and tables: buttons, and focus where there is something to scroll. */
import { addCopyButtons } from "./copy.ts";
import { watchScrollers } from "./scrollers.ts";
import { settleWrapButton } from "./wrap.ts";

export function startCode(): void {
  addCopyButtons();
  watchScrollers((box) => {
    if (box.tagName === "PRE") settleWrapButton(box);
  });
}
