/**
 * The dialog that shows a picture large (WAI-ARIA: modal dialog; HTML: `showModal`,
 * which keeps the focus inside and closes on Escape). It fits the window first; then
 * the reader makes it larger, and moves it by scrolling, with arrow keys or the pointer.
 */
import type { PictureSize } from "./zoom.ts";

/** How much larger than the window each step is. */
const STEPS = [1, 1.5, 2, 3, 4, 6];

/** A pointer that moved less has clicked. */
const CLICK_PX = 5;

/** Raster images are not blown up to fill a window; drawings stay sharp up to here. */
const MAX_FIT = { image: 1, drawing: 3 };

export interface ZoomOptions {
  readonly name: string;
  readonly size: PictureSize;
  /** Takes the focus when the dialog closes. */
  readonly opener: HTMLElement;
}

/** Shows a copy of a picture of the page. */
export function showLarge(picture: HTMLImageElement | SVGSVGElement, options: ZoomOptions): void {
  const dialog = document.createElement("dialog");
  dialog.className = "zoomed";
  dialog.ariaLabel = capital(options.name);
  const large = copyOf(picture);
  const view = document.createElement("div");
  view.className = "zoomed-view";
  view.tabIndex = 0;
  view.role = "group";
  view.ariaLabel = "Picture, moves with the arrow keys";
  view.append(large);
  const bar = document.createElement("div");
  bar.className = "zoomed-bar";
  dialog.append(bar, view);

  let step = 0;
  const level = document.createElement("output");
  const draw = (): void => {
    const width = fitWidth(view, options.size, picture) * (STEPS[step] ?? 1);
    const middle = middleOf(view);
    large.setAttribute("width", String(Math.floor(width)));
    level.textContent = `${Math.round((width / options.size.width) * 100)} %`;
    smaller.ariaDisabled = String(step === 0);
    larger.ariaDisabled = String(step === STEPS.length - 1);
    keepMiddle(view, middle);
  };
  const go = (by: number): void => {
    step = Math.min(STEPS.length - 1, Math.max(0, step + by));
    draw();
  };
  const smaller = button("−", "Smaller", () => go(-1));
  const larger = button("+", "Larger", () => go(1));
  const close = button("×", "Close", () => dialog.close());
  close.autofocus = true;
  bar.append(smaller, level, larger, close);

  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { "+": 1, "=": 1, "-": -1, "0": -STEPS.length }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(by);
  });
  bindPointer(view, () => dialog.close());
  const onResize = (): void => draw();
  addEventListener("resize", onResize);
  dialog.addEventListener("close", () => {
    removeEventListener("resize", onResize);
    dialog.remove();
    options.opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  draw();
}

/** The picture again, without what ties it to its place; ids of a drawing stay unique. */
function copyOf(picture: HTMLImageElement | SVGSVGElement): HTMLElement | SVGSVGElement {
  if (picture instanceof HTMLImageElement) {
    const image = document.createElement("img");
    image.src = picture.currentSrc || picture.src;
    image.alt = picture.alt;
    return image;
  }
  const copy = picture.cloneNode(true) as SVGSVGElement;
  copy.classList.remove("zooms");
  const { width, height } = picture.getBoundingClientRect();
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  for (const name of ["width", "height"]) copy.removeAttribute(name);
  const ids = new Set([...copy.querySelectorAll("[id]"), copy].map(({ id }) => id));
  for (const element of [copy, ...copy.querySelectorAll("*")]) renameIds(element, ids);
  return copy;
}

function renameIds(element: Element, ids: ReadonlySet<string>): void {
  for (const { name, value } of [...element.attributes]) {
    if (name === "id" && value !== "") element.id = `${value}-large`;
    else if (/^aria-(?:labelledby|describedby)$/.test(name)) {
      const names = value.split(" ").map((id) => (ids.has(id) ? `${id}-large` : id));
      element.setAttribute(name, names.join(" "));
    } else if (value.includes("#")) {
      const renamed = value.replace(/#([\w-]+)/g, (all, id: string) =>
        ids.has(id) ? `${all}-large` : all,
      );
      if (renamed !== value) element.setAttribute(name, renamed);
    }
  }
}

/** The width at which a picture fits the view. */
function fitWidth(view: HTMLElement, { width, height }: PictureSize, picture: Element): number {
  const style = getComputedStyle(view);
  const pad =
    Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.paddingInlineEnd);
  const across = (view.clientWidth - pad) / width;
  const down = (view.clientHeight - pad) / height;
  const isDrawing = picture instanceof SVGElement || /\.svg(?:$|[?#])/.test(sourceOf(picture));
  return width * Math.min(across, down, isDrawing ? MAX_FIT.drawing : MAX_FIT.image);
}

function sourceOf(picture: Element): string {
  return picture instanceof HTMLImageElement ? picture.src : "";
}

/** What is in the middle of the view, as shares of what scrolls. */
function middleOf(view: HTMLElement): { x: number; y: number } {
  return {
    x:
      (view.scrollLeft + Math.sign(view.scrollLeft || 1) * (view.clientWidth / 2)) /
      view.scrollWidth,
    y: (view.scrollTop + view.clientHeight / 2) / view.scrollHeight,
  };
}

function keepMiddle(view: HTMLElement, { x, y }: { x: number; y: number }): void {
  view.scrollLeft = x * view.scrollWidth - Math.sign(x) * (view.clientWidth / 2);
  view.scrollTop = y * view.scrollHeight - view.clientHeight / 2;
}

/** Moves the picture with the mouse; a click closes. Fingers scroll by themselves. */
function bindPointer(view: HTMLElement, close: () => void): void {
  let from: { x: number; y: number; left: number; top: number } | undefined;
  let moved = 0;
  view.addEventListener("pointerdown", (event) => {
    moved = 0;
    if (event.button !== 0 || event.pointerType !== "mouse") return;
    from = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
    view.setPointerCapture(event.pointerId);
  });
  view.addEventListener("pointermove", (event) => {
    if (from === undefined) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    moved = Math.max(moved, Math.abs(x), Math.abs(y));
    view.scrollTo({ left: from.left - x, top: from.top - y, behavior: "instant" });
  });
  for (const name of ["pointerup", "pointercancel"]) {
    view.addEventListener(name, () => {
      from = undefined;
    });
  }
  view.addEventListener("click", () => {
    if (moved < CLICK_PX) close();
  });
}

function button(sign: string, name: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = sign;
  made.ariaLabel = name;
  made.title = name;
  made.addEventListener("click", onClick);
  return made;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
