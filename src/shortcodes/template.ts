/**
 * Templates of partials: Markdown with a few of Hugo's template actions. Other
 * actions are faults with a place, since nothing here could run them.
 */
import type { Range, Source } from "../text/source.ts";
import { type BranchWord, type Expression, readAction } from "./template-expression.ts";
import { type Chunk, scanTemplate, type TemplateFault } from "./template-scan.ts";

/** A part of a partial's text. */
export type Part =
  | { readonly type: "text"; readonly range: Range }
  | { readonly type: "output"; readonly expression: Expression; readonly range: Range }
  | Branch;

/** `if` and `with`. */
interface Branch {
  readonly type: "if" | "with";
  readonly test: Expression;
  readonly range: Range;
  readonly whenTrue: Part[];
  readonly whenFalse: Part[];
}

/** A partial's text, read. */
export interface PartialTemplate {
  readonly source: Source;
  readonly parts: readonly Part[];
  readonly faults: readonly TemplateFault[];
  /** Hugo: a template that mentions `.Inner` needs a body. */
  readonly usesInner: boolean;
  /** How many positional parameters it reads: the highest number and one. */
  readonly positional: number;
  /** The named parameters that it reads, in the order of their first use. */
  readonly named: readonly string[];
}

/** Reads a partial's text from `start` on. Faults are in the result; what is faulty shows nothing. */
export function parseTemplate(source: Source, start: number): PartialTemplate {
  return new TemplateParser(source).parse(start);
}

/** Blocks within each other, at most: rendering goes as deep as they do. */
const MAX_DEPTH = 64;

/** A parameter by its number or by its name, wherever it stands in an action. */
const READ = /\.Get\s+(?:(\d{1,3})\b|("[^"\\]*"|`[^`]*`))/g;

interface OpenBranch {
  readonly branch: Branch;
  /** It stands in the `else` of the block before it, and ends with that. */
  readonly isChained: boolean;
  isElse: boolean;
}

class TemplateParser {
  readonly #source: Source;
  readonly #faults: TemplateFault[] = [];
  readonly #parts: Part[] = [];
  readonly #open: OpenBranch[] = [];
  readonly #named = new Set<string>();
  #positional = 0;
  #usesInner = false;

  constructor(source: Source) {
    this.#source = source;
  }

  parse(start: number): PartialTemplate {
    const fault = (found: TemplateFault): unknown => this.#faults.push(found);
    for (const chunk of scanTemplate(this.#source.text, start, fault)) this.#take(chunk);
    for (const { branch } of this.#open) {
      const message = `Unexpected end of the partial, expected {{ end }} for this ${branch.type}`;
      this.#fault(branch.range, message);
    }
    return {
      source: this.#source,
      parts: this.#parts,
      faults: this.#faults.sort((a, b) => a.range.start - b.range.start),
      usesInner: this.#usesInner,
      positional: this.#positional,
      named: [...this.#named],
    };
  }

  #take(chunk: Chunk): void {
    if (chunk.type === "comment") return;
    if (chunk.type === "text") {
      this.#add({ type: "text", range: { start: chunk.start, end: chunk.end } });
      return;
    }
    const action = readAction(this.#source.text, chunk, (fault) => this.#faults.push(fault));
    if (action === undefined) {
      this.#noteReadsOf(chunk);
      this.#skipBlockOf(chunk);
    } else if (action.type === "end") {
      this.#turn("end", chunk.outer);
    } else if (action.type === "else") {
      const isTurned = this.#turn("else", chunk.outer);
      if (isTurned && action.branch !== undefined) this.#startBranch(action.branch, chunk, true);
    } else if (action.type === "output") {
      this.#note(action.expression);
      this.#add({ type: "output", expression: action.expression, range: chunk.outer });
    } else {
      this.#startBranch(action, chunk, false);
    }
  }

  #startBranch({ type, expression }: BranchWord, { outer }: Chunk, isChained: boolean): void {
    this.#note(expression);
    this.#openBranch(type, expression, outer, isChained);
  }

  /** The parameters that a faulty action reads are no faults of the calls that give them. */
  #noteReadsOf({ start, end }: Chunk): void {
    for (const [, position, quoted] of this.#source.text.slice(start, end).matchAll(READ)) {
      if (position !== undefined) this.#positional = Math.max(this.#positional, +position + 1);
      else if (quoted !== undefined) this.#named.add(quoted.slice(1, -1));
    }
  }

  /** The `{{ end }}` of a block that does not exist here is no second fault. */
  #skipBlockOf(chunk: Chunk): void {
    const word = /^(?:if|with|range|block|define)\b/.exec(
      this.#source.text.slice(chunk.start, Math.min(chunk.end, chunk.start + 8)),
    )?.[0];
    if (word === undefined) return;
    const nothing: Expression = { type: "literal", value: "", range: chunk.outer };
    this.#openBranch("if", nothing, chunk.outer);
  }

  #openBranch(type: Branch["type"], test: Expression, range: Range, isChained = false): void {
    const branch: Branch = { type, test, range, whenTrue: [], whenFalse: [] };
    if (this.#open.length < MAX_DEPTH) this.#add(branch);
    else this.#fault(range, `Unexpected ${type}, expected at most ${MAX_DEPTH} within each other`);
    this.#open.push({ branch, isChained, isElse: false });
  }

  /** Whether the word has a block to turn or end; the end of a block ends those chained to it. */
  #turn(word: "else" | "end", range: Range): boolean {
    const open = this.#open.at(-1);
    if (open === undefined || (word === "else" && open.isElse)) {
      const expected = open === undefined ? "an if or with before it" : "{{ end }}";
      this.#fault(range, `Unexpected {{ ${word} }}, expected ${expected}`);
      return false;
    }
    if (word === "else") open.isElse = true;
    else while (this.#open.pop()?.isChained === true);
    return true;
  }

  #add(part: Part): void {
    const open = this.#open.at(-1);
    const list =
      open === undefined ? this.#parts : open.isElse ? open.branch.whenFalse : open.branch.whenTrue;
    list.push(part);
  }

  /** Takes note of what an expression reads. */
  #note(expression: Expression): void {
    switch (expression.type) {
      case "inner":
        this.#usesInner = true;
        break;
      case "parameter":
        if (!expression.isPositional) this.#named.add(expression.key);
        else this.#positional = Math.max(this.#positional, Number(expression.key) + 1);
        break;
      case "default":
        this.#note(expression.value);
        this.#note(expression.otherwise);
        break;
      case "equal":
        this.#note(expression.left);
        this.#note(expression.right);
        break;
      default:
    }
  }

  #fault(range: Range, message: string): void {
    this.#faults.push({ range, message });
  }
}
