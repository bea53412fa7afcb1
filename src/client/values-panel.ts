/** The panel around the fields: a summary that counts, a note, and what resets them all. */

export interface Panel {
  readonly details: HTMLDetailsElement;
  /** Where the fields go. */
  readonly grid: HTMLElement;
  readonly reset: HTMLButtonElement;
  /** Leads back to the text; hidden unless the reader came from there. */
  readonly back: HTMLButtonElement;
  /** Says how many of the fields are filled in. */
  count(filled: number, all: number): void;
}

const NOTE =
  "Fill these in once, and all commands on this page use them. They stay in this tab until you close it, and are sent nowhere.";

/** Fills the closed panel that the page already shows. */
export function createPanel(details: HTMLDetailsElement): Panel {
  const counter = details.querySelector("output");
  const body = document.createElement("div");
  const note = document.createElement("p");
  const grid = document.createElement("div");
  const foot = document.createElement("p");
  const reset = button("Reset all");
  const back = button("Back to the text");
  note.className = "quiet";
  note.textContent = NOTE;
  grid.className = "value-grid";
  foot.className = "value-foot";
  back.hidden = true;
  foot.append(reset, back);
  body.append(note, grid, foot);
  details.append(body);
  const count = (filled: number, all: number): void => {
    const text = `${filled} of ${all} filled in`;
    if (counter !== null && counter.textContent !== text) counter.textContent = text;
    reset.disabled = filled === 0;
  };
  return { details, grid, reset, back, count };
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "small-btn";
  made.textContent = text;
  return made;
}
