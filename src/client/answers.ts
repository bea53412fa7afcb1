/** What answers the reader's acts: loaded with the first sign of one (first-act.ts). */
import { bindAnchors } from "./anchors.ts";
import { bindCopyButtons } from "./copy.ts";
import { bindCopyPage } from "./copy-page.ts";
import { bindFound } from "./found-trigger.ts";
import { startNavigation } from "./nav.ts";
import { bindParts } from "./parts.ts";
import { offerPictures } from "./pictures.ts";
import { bindSearch } from "./search-trigger.ts";
import { bindTheme } from "./theme.ts";
import { bindToc } from "./toc-sheet.ts";
import { bindValues } from "./values-start.ts";
import { bindWrapButtons } from "./wrap.ts";

// What has been opened meanwhile is caught up with.
bindTheme();
bindCopyButtons();
bindWrapButtons();
bindAnchors();
bindParts();
bindCopyPage();
bindSearch();
bindFound();
startNavigation();
bindToc();
bindValues();
offerPictures();
