/**
 * Lays a syntax out as a railroad diagram: boxes on a line that a reader follows
 * from the left. A box is entered and left at its baseline.
 */
import { leaf, type Mark } from "./marks.ts";
import type { Syntax } from "./types.ts";

/** Something drawn, with its size around the baseline. */
export interface Box {
  readonly width: number;
  /** Height above the baseline. */
  readonly up: number;
  /** Height below the baseline. */
  readonly down: number;
  /** What it draws when its line begins at `x` and stands at `y`. */
  draw(x: number, y: number): Mark[];
}

/** Radius of the line's turns. */
export const RADIUS = 10;
/** Line between the boxes of a sequence. */
const GAP = 12;
/** Room between lines that stand one below the other. */
export const LEADING = 8;

/** The box of a syntax. */
export function layOut(syntax: Syntax): Box {
  switch (syntax.type) {
    case "sequence":
      return sequence(syntax.items.map(layOut));
    case "choice":
      return choice(syntax.items.map(layOut));
    case "optional": {
      const { item } = syntax;
      const items = item.type === "choice" ? item.items : [item];
      return choice([SKIP, ...items.map(layOut)]);
    }
    case "repeat":
      return repeat(layOut(syntax.item), syntax.separator ? layOut(syntax.separator) : SKIP);
    default:
      return leaf(syntax);
  }
}

/** Nothing: the line goes on. */
const SKIP: Box = { width: 0, up: 0, down: 0, draw: () => [] };

function sequence(items: readonly Box[]): Box {
  const gaps = GAP * Math.max(0, items.length - 1);
  return {
    width: sum(items.map(({ width }) => width)) + gaps,
    up: greatest(items.map(({ up }) => up)),
    down: greatest(items.map(({ down }) => down)),
    draw: (x, y) => {
      const marks: Mark[] = [];
      let at = x;
      items.forEach((item, index) => {
        if (index > 0) {
          marks.push(line(at, y, `h${GAP}`));
          at += GAP;
        }
        marks.push(...item.draw(at, y));
        at += item.width;
      });
      return marks;
    },
  };
}

/** The first item on the baseline, the others below it. */
function choice(items: readonly Box[]): Box {
  const inner = greatest(items.map(({ width }) => width));
  const offsets = offsetsOf(items);
  const side = 2 * RADIUS;
  return {
    width: inner + 2 * side,
    up: items[0]?.up ?? 0,
    down: greatest(items.map(({ down }, index) => (offsets[index] ?? 0) + down)),
    draw: (x, y) =>
      items.flatMap((item, index) => {
        const offset = offsets[index] ?? 0;
        const left = x + side;
        const right = left + inner;
        const rest = inner - item.width;
        const through = [
          ...item.draw(left, y + offset),
          line(left + item.width, y + offset, `h${rest}`),
        ];
        if (offset === 0) return [line(x, y, `h${side}`), ...through, line(right, y, `h${side}`)];
        return [line(x, y, branch(offset)), ...through, line(right, y + offset, merge(offset))];
      }),
  };
}

/** From the baseline down to `offset`. */
function branch(offset: number): string {
  const r = RADIUS;
  return `a${r} ${r} 0 0 1 ${r} ${r}v${offset - 2 * r}a${r} ${r} 0 0 0 ${r} ${r}`;
}

/** From `offset` back up to the baseline. */
function merge(offset: number): string {
  const r = RADIUS;
  return `a${r} ${r} 0 0 0 ${r} ${-r}v${2 * r - offset}a${r} ${r} 0 0 1 ${r} ${-r}`;
}

/** How far below the baseline each item stands. */
function offsetsOf(items: readonly Box[]): number[] {
  const offsets: number[] = [];
  let bottom = 0;
  items.forEach(({ up, down }, index) => {
    const previous = offsets[index - 1] ?? 0;
    const offset = index === 0 ? 0 : Math.max(previous + 2 * RADIUS, bottom + LEADING + up);
    offsets.push(offset);
    bottom = offset + down;
  });
  return offsets;
}

/** The item on the baseline; the way back below it, through the separator. */
function repeat(item: Box, separator: Box): Box {
  const inner = Math.max(item.width, separator.width);
  const offset = Math.max(2 * RADIUS, item.down + LEADING + separator.up);
  const r = RADIUS;
  return {
    width: inner + 2 * r,
    up: item.up,
    down: Math.max(item.down, offset + separator.down),
    draw: (x, y) => {
      const left = x + r;
      const right = left + inner;
      const rise = offset - 2 * r;
      const lead = (inner - separator.width) / 2;
      return [
        line(x, y, `h${r}`),
        ...item.draw(left, y),
        line(left + item.width, y, `h${inner - item.width + r}`),
        line(right, y, `a${r} ${r} 0 0 1 ${r} ${r}v${rise}a${r} ${r} 0 0 1 ${-r} ${r}`),
        line(left, y + offset, `h${lead}`),
        ...separator.draw(left + lead, y + offset),
        line(left + lead + separator.width, y + offset, `h${inner - separator.width - lead}`),
        line(left, y + offset, `a${r} ${r} 0 0 1 ${-r} ${-r}v${-rise}a${r} ${r} 0 0 1 ${r} ${-r}`),
      ];
    },
  };
}

/** A piece of the line. */
export function line(x: number, y: number, path: string): Mark {
  return { type: "line", path: `M${x} ${y}${path}` };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Without a spread, which a long list would overflow. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
