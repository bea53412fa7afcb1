/** Puts a mapped text together from runs of one file. */
import { MappedText, type Piece } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";

/** Collects the pieces of a value; runs that touch each other in the file become one piece. */
export class PieceBuilder {
  readonly #source: Source;
  readonly #pieces: Piece[] = [];
  #start = 0;
  #end = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Characters that stand in the file from `start` to `end`. */
  exact(start: number, end: number): void {
    if (end <= start) return;
    if (start !== this.#end) {
      this.#flush();
      this.#start = start;
    }
    this.#end = end;
  }

  /** Characters that the file writes otherwise, or not at all: their place is `origin`. */
  generated(text: string, origin: number): void {
    this.#flush();
    this.#pieces.push(this.#piece(text, origin, false));
    this.#start = this.#end = origin;
  }

  build(): MappedText {
    this.#flush();
    return new MappedText(this.#pieces);
  }

  #flush(): void {
    if (this.#end > this.#start) {
      const text = this.#source.text.slice(this.#start, this.#end);
      this.#pieces.push(this.#piece(text, this.#start, true));
    }
    this.#start = this.#end;
  }

  #piece(text: string, start: number, exact: boolean): Piece {
    return { text, source: this.#source, start, exact, frame: undefined };
  }
}
