/**
 * How far a long run is: which step, and how many pages of all. Whoever shows it listens;
 * without a listener a step costs one look at a variable.
 */

/** Hears of steps. */
export interface StepListener {
  /** A step begins: what is done (`Rendering`), and for how many pages, if that is known. */
  begin(name: string, pages: number | undefined): void;
  /** A page of the step is done. */
  pageDone(): void;
}

const KEY = Symbol.for("waymark.steps");

/** Astro loads the site's modules a second time; all copies meet at this symbol. */
type Holder = typeof globalThis & { [KEY]?: StepListener | undefined };

const holder = globalThis as Holder;

/** Tells `listener` of steps from now on, and nobody else; undefined: nobody. */
export function listenToSteps(listener: StepListener | undefined): void {
  holder[KEY] = listener;
}

/** A step begins. */
export function beginStep(name: string, pages?: number): void {
  holder[KEY]?.begin(name, pages);
}

/** A page of the step that began last is done. */
export function pageDone(): void {
  holder[KEY]?.pageDone();
}
