/**
 * Where the blocks of a page come from: with Alt held, or the toggle on, each included
 * block has an outline with the name of its snippet. A click opens that in the editor.
 */
import { button, element } from "./element.ts";
import { type DevState, editorAddress, openEditor } from "./state.ts";

const MARKED = "[data-waymark-from]";

/** Blocks of one snippet that follow each other. */
interface Group {
  readonly from: string;
  readonly at: string;
  readonly blocks: HTMLElement[];
}

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
    this.layer.replaceChildren(...groups().flatMap((group) => this.#box(group)));
    const again = [...this.layer.querySelectorAll("button")];
    again.find((label) => label.dataset.at === focused)?.focus({ preventScroll: true });
  }

  /** The outline of a group and its label; nothing for what does not show. */
  #box({ from, at, blocks }: Group): HTMLElement[] {
    const rects = blocks.map((block) => block.getBoundingClientRect());
    const seen = rects.filter(({ width, height }) => width > 0 && height > 0);
    if (seen.length === 0) return [];
    const top = Math.min(...seen.map((rect) => rect.top));
    const left = Math.min(...seen.map((rect) => rect.left));
    const bottom = Math.max(...seen.map((rect) => rect.bottom));
    const right = Math.max(...seen.map((rect) => rect.right));
    const label = button(from, () => this.#open(at), {
      "data-at": at,
      "aria-label": `Open ${from} in the editor`,
    });
    const box = element("div", { class: "box" }, label);
    box.style.translate = `${left - 4}px ${top - 4}px`;
    box.style.inlineSize = `${right - left + 8}px`;
    box.style.blockSize = `${bottom - top + 8}px`;
    return [box];
  }
}

/** All marked blocks in order; neighbors of one snippet are one group. */
function groups(): Group[] {
  const found: Group[] = [];
  for (const block of document.querySelectorAll<HTMLElement>(MARKED)) {
    const { waymarkFrom: from = "", waymarkAt: at = "" } = block.dataset;
    const last = found.at(-1);
    const isNext = last?.from === from && last.blocks.at(-1)?.nextElementSibling === block;
    if (isNext) last.blocks.push(block);
    else found.push({ from, at, blocks: [block] });
  }
  return found;
}
