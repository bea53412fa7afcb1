/** What script adds to tabs and details; pages without them do not load it. */
import { startTabs } from "./tabs.ts";

startTabs();
