/**
 * Where the blocks of a page come from: with Alt held, or the toggle on, each included
 * block has an outline with the name of its snippet. A click opens that in the editor.
 */
import { button, element } from "./element.ts";
import { type Group, MARKED, sourceGroups } from "./source-groups.ts";
import { type DevState, editorAddress, openEditor } from "./state.ts";

/** Space around what is outlined, and more of it for each outline within. */
const AROUND = 4;

export class Sources {
  readonly layer = element("aside", {
    class: "sources",
    hidden: "",
    "aria-label": "Sources of this page",
  });
  #state: DevState | undefined;
  #isHeld = false;
  #isOn = false;
  #frame = 0;

  constructor() {
    addEventListener("keydown", ({ key }) => key === "Alt" && this.#hold(true));
    addEventListener("keyup", ({ key }) => key === "Alt" && this.#hold(false));
    addEventListener("blur", () => this.#hold(false));
    for (const type of ["scroll", "resize", "toggle", "click"])
      addEventListener(type, () => this.#redraw(), { capture: true, passive: true });
    addEventListener("click", (event) => this.#onClick(event), { capture: true });
  }

  /** The page's state, for the addresses of places. */
  set state(state: DevState) {
    this.#state = state;
    this.#redraw();
  }

  /** Whether outlines stay without a key. */
  set isOn(isOn: boolean) {
    this.#isOn = isOn;
    this.#redraw();
  }

  get #isShown(): boolean {
    return this.#isHeld || this.#isOn;
  }

  #hold(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return;
    this.#isHeld = isHeld;
    this.#redraw();
  }

  /** With Alt, a click within a block is for its source. */
  #onClick(event: MouseEvent): void {
    const { target } = event;
    if (!event.altKey || !(target instanceof Element)) return;
    const block = target.closest<HTMLElement>(MARKED);
    if (block === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#open(block.dataset.waymarkAt ?? "");
  }

  #open(at: string): void {
    const [, file = "", line = "1", column = "1"] = /^(.*):(\d+):(\d+)$/.exec(at) ?? [];
    if (this.#state === undefined) return;
    const path = `${this.#state.root}/${file}`;
    const place = { file, path, line: Number(line), column: Number(column) };
    const address = editorAddress(this.#state, place);
    if (address !== undefined) void openEditor(address);
  }

  #redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.layer.hidden = !this.#isShown;
    if (!this.#isShown) {
      this.layer.replaceChildren();
      return;
    }
    const held = this.layer.getRootNode() as ShadowRoot;
    const focused = held.activeElement?.getAttribute("data-at");
    this.layer.replaceChildren(...sourceGroups().flatMap((group) => this.#boxes(group)));
    spread([...this.layer.querySelectorAll<HTMLElement>(".box:not(.words) > button")]);
    const again = [...this.layer.querySelectorAll("button")];
    again.find((label) => label.dataset.at === focused)?.focus({ preventScroll: true });
  }

  /** The outlines of a group, the first with its label; none for what does not show. */
  #boxes({ from, at, blocks, depth }: Group): HTMLElement[] {
    const label = button(from, () => this.#open(at), {
      "data-at": at,
      "data-from": from,
      "aria-label": `Open ${from} in the editor`,
    });
    const areWords = blocks.every((block) => getComputedStyle(block).display === "inline");
    const rects = blocks.flatMap((block) => [...block.getClientRects()]);
    const seen = rects.filter(({ width, height }) => width > 0 && height > 0);
    if (seen.length === 0) return [];
    // Words go from line to line, and others stand before and after them.
    const parts = areWords ? [...Map.groupBy(seen, ({ bottom }) => bottom).values()] : [seen];
    return parts.map((part, index) =>
      outline(part, AROUND * (areWords ? 0 : depth + 1), areWords, index === 0 ? label : ""),
    );
  }
}

/** An outline around all of these; `around`: pixels between. */
function outline(
  rects: readonly DOMRect[],
  around: number,
  areWords: boolean,
  label: HTMLElement | "",
): HTMLElement {
  const top = Math.min(...rects.map((rect) => rect.top)) - around;
  const left = Math.min(...rects.map((rect) => rect.left)) - around;
  const bottom = Math.max(...rects.map((rect) => rect.bottom)) + around;
  const right = Math.max(...rects.map((rect) => rect.right)) + around;
  const box = element("div", { class: areWords ? "box words" : "box" }, label);
  box.style.translate = `${left}px ${top}px`;
  box.style.inlineSize = `${right - left}px`;
  box.style.blockSize = `${bottom - top}px`;
  return box;
}

/** Labels that would cover others stand beside them. */
function spread(labels: readonly HTMLElement[]): void {
  const taken: DOMRect[] = [];
  for (const label of labels) {
    let rect = label.getBoundingClientRect();
    for (const other of taken) {
      if (!meets(rect, other)) continue;
      const shift = other.left - rect.right - AROUND;
      label.style.insetInlineEnd = `${parseFloat(getComputedStyle(label).insetInlineEnd) - shift}px`;
      rect = label.getBoundingClientRect();
    }
    taken.push(rect);
  }
}

function meets(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
