/**
 * What pages have for their authors, in `npm run dev` only: a bar with the state of the
 * site, a panel with what is wrong, the outlines of included blocks. It lives in a shadow
 * root, so that neither the page's styles nor its scripts meet it.
 */
import styles from "./dev.css?inline";
import { button, element } from "./element.ts";
import { followPage } from "./live.ts";
import { counts, messages } from "./messages.ts";
import { isOverview, startOverview } from "./overview.ts";
import pageStyles from "./page.css?inline";
import { Sources } from "./sources.ts";
import { type DevState, readState } from "./state.ts";

/** Kept while the tab is open: the messages that were closed, and whether outlines are on. */
const CLOSED = "waymark-closed";
const OUTLINES = "waymark-outlines";

const sources = new Sources();
let signature = "";
let known: DevState["elsewhere"] | undefined;

const toggle = button("", () => show(Boolean(panel.hidden), true), {
  "aria-controls": "panel",
  "aria-expanded": "false",
  class: "state",
});
const outlines = button("Sources", () => setOutlines(outlines.ariaPressed !== "true"), {
  title: "Outline what comes from snippets (hold Alt)",
});
const overview = element("a", {}, "Overview");
const bar = element(
  "aside",
  { class: "bar", "aria-label": "Waymark for authors" },
  toggle,
  outlines,
  overview,
);
const status = element("p", { class: "sr", role: "status" });
const content = element("div", {});
const close = button("Close", () => show(false, true), { class: "close" });
const panel = element(
  "section",
  { id: "panel", hidden: "", tabindex: "-1", "aria-label": "Messages of Waymark" },
  element("header", {}, element("h2", {}, "Messages"), close),
  content,
);

function start(): void {
  if (!isOverview()) followPage(() => void load());
  const host = element("waymark-dev" as "div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  root.append(sources.layer, panel, bar, status);
  root.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape" && !panel.hidden) {
      event.stopPropagation();
      show(false, true);
    }
  });
  document.body.append(host);
  startOverview();
  const boxes = new CSSStyleSheet();
  boxes.replaceSync(pageStyles);
  document.adoptedStyleSheets.push(boxes);
  setOutlines(sessionStorage.getItem(OUTLINES) === "on");
  void load();
  import.meta.hot?.on("waymark:state", () => void load());
}

async function load(): Promise<void> {
  const found = await readState();
  if (found === undefined) return;
  // Until the other pages are made again, what was known of them counts.
  const state = found.isWhole ? found : { ...found, elsewhere: known ?? found.elsewhere };
  known = state.elsewhere;
  sources.state = state;
  overview.href = state.list;
  const shown = [...state.here, ...state.general];
  const own = countsOf(shown);
  const { elsewhere } = state;
  toggle.textContent = counts({
    errors: own.errors + elsewhere.errors,
    warnings: own.warnings + elsewhere.warnings,
  });
  toggle.dataset.level = level(own.errors + elsewhere.errors, own.warnings + elsewhere.warnings);
  signature = shown.map(({ file, line, message }) => `${file}:${line}:${message}`).join("\n");
  content.replaceChildren(messages(state));
  if (shown.length + elsewhere.errors + elsewhere.warnings === 0) {
    content.replaceChildren(element("p", {}, "Nothing is wrong with this site."));
  }
  status.textContent = own.errors > 0 ? `${counts(own)} on this page` : "";
  if (own.errors === 0) show(false);
  else if (!isOverview() && sessionStorage.getItem(CLOSED) !== signature) show(true);
}

function countsOf(shown: DevState["here"]): DevState["elsewhere"] {
  const of = (wanted: string): number => shown.filter((one) => one.level === wanted).length;
  return { errors: of("error"), warnings: of("warning") };
}

function level(errors: number, warnings: number): string {
  if (errors > 0) return "error";
  return warnings > 0 ? "warning" : "fine";
}

/** Opens or closes the panel; focus moves only where the author asked for it. */
function show(isOpen: boolean, isAsked = false): void {
  panel.hidden = !isOpen;
  toggle.ariaExpanded = String(isOpen);
  if (!isAsked) return;
  if (isOpen) panel.focus();
  else {
    sessionStorage.setItem(CLOSED, signature);
    toggle.focus();
  }
}

function setOutlines(isOn: boolean): void {
  outlines.ariaPressed = String(isOn);
  sources.isOn = isOn;
  sessionStorage.setItem(OUTLINES, isOn ? "on" : "off");
}

start();
