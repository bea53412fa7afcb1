/** Images and diagrams that open large. The dialog is loaded on first use (pictures.ts loads this). */
import stylesheet from "../styles/zoom.css?url";
import { loadStyles } from "./load-styles.ts";

/** What is smaller is an icon or a badge, with nothing more to see. */
const MIN_WIDTH = 120;
const MIN_HEIGHT = 60;

const ICON = '<svg class="icon" aria-hidden="true"><use href="#i-zoom"></use></svg>';

type Picture = HTMLImageElement | SVGSVGElement;

/** What a click does something else with, or what the author wants left alone. */
function isFixed(picture: Picture): boolean {
  return picture.closest("a, button, summary, .no-zoom") !== null;
}

function offer(picture: Picture): void {
  const size = sizeOf(picture);
  if (size === undefined || size.width < MIN_WIDTH || size.height < MIN_HEIGHT) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "zoom-open";
  button.innerHTML = ICON;
  button.ariaLabel = `Enlarge ${nameOf(picture)}`;
  const frame = document.createElement("span");
  frame.className = picture instanceof SVGSVGElement ? "zoom-bar" : "zoom-frame";
  picture.before(frame);
  if (picture instanceof HTMLImageElement) frame.append(picture);
  frame.append(button);
  const open = (): void => void openZoom(picture, size, button);
  button.addEventListener("click", open);
  picture.classList.add("zooms");
  picture.addEventListener("click", () => {
    // Whoever selects words of a diagram wants the words.
    if (getSelection()?.isCollapsed !== false) open();
  });
}

let styles: Promise<void> | undefined;

async function openZoom(
  picture: Picture,
  size: PictureSize,
  opener: HTMLButtonElement,
): Promise<void> {
  styles ??= loadStyles(stylesheet);
  const [{ showLarge }] = await Promise.all([import("./zoom-dialog.ts"), styles]);
  showLarge(picture, { name: nameOf(picture), size, opener });
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size by attributes, which is there before the file is, else that of the file. */
function sizeOf(picture: Picture): PictureSize | undefined {
  const [width, height] = [picture.getAttribute("width"), picture.getAttribute("height")].map(
    Number,
  );
  if (width && height) return { width, height };
  if (picture instanceof HTMLImageElement) {
    const { naturalWidth, naturalHeight } = picture;
    return naturalWidth > 0 ? { width: naturalWidth, height: naturalHeight } : undefined;
  }
  const box = picture.viewBox.baseVal;
  return box?.width ? { width: box.width, height: box.height } : undefined;
}

function nameOf(picture: Picture): string {
  if (picture instanceof HTMLImageElement) {
    const text = picture.alt || picture.closest("figure")?.querySelector("figcaption")?.textContent;
    return text?.trim() ? `image: ${text.trim()}` : "image";
  }
  const label = picture.ariaLabel?.replace(/^(?:syntax )?diagram: /i, "").trim();
  return label ? `diagram: ${label}` : "diagram";
}

/** Each picture of the text gets a button; what is linked, tiny or marked `no-zoom` has none. */
export function offerAll(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>(".prose img:not(.zooms)")) {
    if (isFixed(image)) continue;
    if (sizeOf(image) !== undefined || image.complete) offer(image);
    else image.addEventListener("load", () => offer(image), { once: true });
  }
  for (const svg of document.querySelectorAll<SVGSVGElement>("figure.diagram > svg:not(.zooms)")) {
    if (!isFixed(svg)) offer(svg);
  }
}

offerAll();
