/** The place for buttons in the head of a code block. */

/** The element for a block's buttons, made when first asked for; undefined without a head. */
export function codeTools(figure: HTMLElement): HTMLElement | undefined {
  const head = figure.querySelector(".code-head");
  const known = head?.querySelector<HTMLElement>(".code-tools");
  if (head === null || known) return known ?? undefined;
  const made = document.createElement("span");
  made.className = "code-tools";
  head.append(made);
  return made;
}
