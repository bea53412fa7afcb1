/** One placeholder's field, with its label and what is said of it. */
import type { PlacedName } from "./values-text.ts";

export interface Field {
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  /** Gives the field a value and shows it in the text. */
  show(value: string): void;
  /** Tells of a quote mark that the code around the value has as well; undefined: of none. */
  hint(quote: string | undefined): void;
}

/** A field; `shown` is called with each new value, `typed` with those that the reader types. */
export function createField(
  placed: PlacedName,
  index: number,
  shown: (value: string) => void,
  typed: (value: string) => void,
): Field {
  const { name, description, initial, isSecret } = placed;
  const example = placed.example ?? initial;
  const id = `your-value-${index + 1}`;
  const control = isSecret ? secretControl() : textControl();
  control.id = id;
  control.className = "field";
  control.spellcheck = false;
  control.enterKeyHint = "done";
  if (example !== undefined) control.placeholder = example;

  const label = document.createElement("label");
  const shownName = document.createElement("var");
  shownName.className = "ph";
  shownName.textContent = `<${name}>`;
  label.htmlFor = id;
  label.append(shownName);

  const about = small(`${id}-about`, [description, isSecret ? "Never stored." : undefined]);
  const warning = small(`${id}-hint`, []);
  warning.role = "status";
  control.setAttribute("aria-describedby", `${about.id} ${warning.id}`);

  const element = document.createElement("div");
  element.className = "value";
  element.append(label, row(control, name), about, warning);

  control.addEventListener("input", () => {
    typed(control.value);
    shown(control.value);
  });
  return {
    element,
    control,
    show(value) {
      control.value = value;
      shown(value);
    },
    hint(quote) {
      const text =
        quote === undefined
          ? ""
          : `It has a ${quote} and stands within ${quote}…${quote} in the code. Check the quotes there.`;
      if (warning.textContent !== text) warning.textContent = text;
    },
  };
}

/** Text of any kind, also of several lines, such as a certificate. */
function textControl(): HTMLTextAreaElement {
  const control = document.createElement("textarea");
  control.rows = 1;
  control.autocomplete = "off";
  control.autocapitalize = "off";
  return control;
}

function secretControl(): HTMLInputElement {
  const control = document.createElement("input");
  control.type = "password";
  // Browsers do as they like with "off" here; with this they fill in nothing that they know.
  control.autocomplete = "new-password";
  return control;
}

/** The control; beside a secret, a button that shows what is typed. */
function row(control: HTMLInputElement | HTMLTextAreaElement, name: string): HTMLElement {
  if (control instanceof HTMLTextAreaElement) return control;
  const box = document.createElement("span");
  const show = document.createElement("button");
  box.className = "value-secret";
  show.type = "button";
  show.className = "small-btn";
  show.textContent = "Show";
  show.ariaLabel = `Show <${name}>`;
  show.ariaPressed = "false";
  show.addEventListener("click", () => {
    const isShown = control.type === "password";
    control.type = isShown ? "text" : "password";
    show.ariaPressed = String(isShown);
  });
  box.append(control, show);
  return box;
}

function small(id: string, texts: readonly (string | undefined)[]): HTMLElement {
  const made = document.createElement("small");
  made.id = id;
  made.textContent = texts.filter((text) => text !== undefined).join(" ");
  return made;
}
