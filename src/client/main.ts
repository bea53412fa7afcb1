/** What script adds to a page that is whole without it. */
import { bindAnchors } from "./anchors.ts";
import { startCode } from "./code.ts";
import { bindCopyPage } from "./copy-page.ts";
import { bindFound } from "./found-trigger.ts";
import { startNavigation } from "./nav.ts";
import { bindPrinting } from "./paper.ts";
import { bindSearch } from "./search-trigger.ts";
import { bindTheme } from "./theme.ts";
import { followReading } from "./toc.ts";
import { bindValues } from "./values-start.ts";
import { bindZoom } from "./zoom.ts";

// Where a policy keeps the head's script from running, this one still tells the styles.
document.documentElement.classList.add("js");
bindTheme();
startCode();
bindAnchors();
bindCopyPage();
bindSearch();
bindZoom();
bindPrinting();
bindFound();
startNavigation();
followReading();
bindValues();
