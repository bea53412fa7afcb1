/** What script adds to a page that is whole without it. */
import { addCopyButtons } from "./copy.ts";
import { loadBranches } from "./nav.ts";
import { bindSearch } from "./search-trigger.ts";
import { startTabs } from "./tabs.ts";
import { bindTheme } from "./theme.ts";
import { followReading } from "./toc.ts";

startTabs();
bindTheme();
addCopyButtons();
bindSearch();
loadBranches();
followReading();
