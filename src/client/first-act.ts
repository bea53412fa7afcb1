/**
 * What answers the reader's acts is loaded with the first sign of one, before there is a
 * click: a pointer that moves, a key, focus. A page that is only opened does without.
 */
import { isShortcut } from "./shortcut.ts";

const SIGNS = ["pointermove", "pointerdown", "wheel", "keydown", "focusin", "hashchange"];

/** What a click does something with that is not the browser's to do. */
const CLICKED =
  "[data-search], .anchor, .part, button:is(.copy, .copy-page, .wrap), var.ph[data-name]";

/** What a former page, or a former visit, has left to do on this one. */
const KEPT = ["theme", "found-words", "waymark-values"];

/** Waits for the first sign, or for what is kept in storage. */
export function awaitReader(): void {
  const controller = new AbortController();
  const { signal } = controller;
  let loading: Promise<void> | undefined;
  const load = (): Promise<void> => {
    // Without a network, links are still links.
    const stop = (): void => controller.abort();
    loading ??= import("./answers.ts").then(stop, stop);
    return loading;
  };
  const onSign = (event: Event): void => {
    if (!isStill(event)) void load();
  };
  for (const sign of SIGNS)
    addEventListener(sign, onSign, { capture: true, passive: true, signal });
  const loadForKept = (): void => {
    if (KEPT.some(isKept)) void load();
  };
  addEventListener("storage", loadForKept, { signal });
  // A page that comes back as it was left: something may have been kept since.
  addEventListener("pageshow", ({ persisted }) => persisted && loadForKept(), { signal });
  loadForKept();

  // What came before the answers is said again once they are there.
  const hold = (event: Event): void => {
    const { type, target } = event;
    if (!isForAnswers(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const Again = event.constructor as typeof Event;
    void load().then(() => target?.dispatchEvent(new Again(type, event)));
  };
  for (const type of ["click", "change", "keydown"])
    addEventListener(type, hold, { capture: true, signal });
}

/** Browsers tell of a pointer that rests where a page appears as of one that moves. */
function isStill(event: Event): boolean {
  return (
    event.type === "pointermove" &&
    !(event as PointerEvent).movementX &&
    !(event as PointerEvent).movementY
  );
}

/** Choosing a theme, a click that is not only the browser's, the keys of the search. */
function isForAnswers(event: Event): boolean {
  if (event instanceof KeyboardEvent) return isShortcut(event);
  if (!(event instanceof MouseEvent)) return true;
  const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
  const hasModifier = ctrlKey || metaKey || shiftKey || altKey;
  return !hasModifier && target instanceof Element && target.closest(CLICKED) !== null;
}

function isKept(key: string): boolean {
  try {
    return key in sessionStorage || key in localStorage;
  } catch {
    return false;
  }
}
