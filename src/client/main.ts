/** What script adds to a page that is whole without it, as soon as the page is there. */
import { showCodeButtons } from "./code-buttons.ts";
import { awaitReader } from "./first-act.ts";
import { keepNavigation } from "./nav-keep.ts";
import { bindPrinting } from "./paper.ts";
import { watchPictures } from "./pictures.ts";
import { startTabs } from "./tabs.ts";
import { focusChosenTheme } from "./theme-menu.ts";
import { followReading } from "./toc.ts";
import { placeValues } from "./values-place.ts";

// Where a policy keeps the head's script from running, this one still tells the styles.
document.documentElement.classList.add("js");
startTabs();
showCodeButtons();
placeValues();
bindPrinting();
watchPictures();
keepNavigation();
followReading();
focusChosenTheme();
awaitReader();
