/**
 * How far a run is, told while it lasts: one line that is drawn again on a terminal, and a
 * plain line now and then for the log of a build server. A short run says nothing.
 */
import { listenToSteps, type StepListener } from "../timing/steps.ts";

/** Where progress is written to; standard error, or what a test listens to. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What decides how progress looks. */
export interface ProgressOptions {
  /** The variables of the environment: `CI` and `TERM=dumb` want plain lines. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The time in milliseconds. */
  readonly now?: () => number;
}

const BAR_WIDTH = 24;

/** Erases the line and goes back to its start (ECMA-48: EL). */
const CLEAR_LINE = "\r\u001B[2K";

/** A step as far as it is. */
interface Step {
  readonly name: string;
  readonly pages: number | undefined;
  readonly started: number;
  done: number;
}

/** How often progress is told, in milliseconds from the start and from one to the next. */
interface Pace {
  readonly first: number;
  readonly next: number;
}

/** A terminal's line is drawn again while the eye can follow. */
const DRAWN: Pace = { first: 0, next: 100 };

/** Lines that stay: none for a short run, few for a long one. */
const PLAIN: Pace = { first: 10_000, next: 5_000 };

/** Runs `work` and shows how far it is. Nothing of it stays on a terminal. */
export async function withProgress<T>(
  output: ProgressOutput,
  work: () => Promise<T>,
  { environment = process.env, now = () => performance.now() }: ProgressOptions = {},
): Promise<T> {
  const isDrawn = output.isTTY === true && !environment.CI && environment.TERM !== "dumb";
  const show = (text: string): void => {
    if (!isDrawn) output.write(`${text}\n`);
    // A line that wraps could not be drawn over.
    else output.write(`${CLEAR_LINE}${text.slice(0, Math.max(1, (output.columns ?? 80) - 1))}`);
  };
  listenToSteps(
    stepTeller(isDrawn ? DRAWN : PLAIN, now, (step, rate) =>
      show(isDrawn ? `${bar(step)}${told(step, rate)}` : told(step, rate)),
    ),
  );
  try {
    return await work();
  } finally {
    listenToSteps(undefined);
    if (isDrawn) output.write(CLEAR_LINE);
  }
}

/** Counts pages of steps, and tells of them when it is time. */
function stepTeller(
  pace: Pace,
  now: () => number,
  tell: (step: Step, rate: number) => void,
): StepListener {
  let step: Step = { name: "Reading", pages: undefined, started: now(), done: 0 };
  let due = step.started + pace.first;
  const tellIfDue = (): void => {
    const time = now();
    if (time < due) return;
    due = time + pace.next;
    const seconds = (time - step.started) / 1000;
    tell(step, seconds > 0 ? step.done / seconds : 0);
  };
  return {
    begin(name, pages) {
      step = { name, pages, started: now(), done: 0 };
      tellIfDue();
    },
    pageDone() {
      step.done++;
      tellIfDue();
    },
  };
}

function bar({ pages, done }: Step): string {
  if (pages === undefined) return "";
  const filled = Math.round(BAR_WIDTH * (pages === 0 ? 1 : Math.min(1, done / pages)));
  return `[${"=".repeat(filled)}${" ".repeat(BAR_WIDTH - filled)}] `;
}

/** `Rendering pages: 400 of 1,000, 95 a second`. */
function told({ name, pages, done }: Step, rate: number): string {
  if (pages === undefined) return name;
  const count = `${name}: ${grouped(Math.min(done, pages))} of ${grouped(pages)}`;
  return done === 0 ? count : `${count}, ${grouped(Math.max(1, Math.round(rate)))} a second`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
