/**
 * The menu of a block that comes from a file of its own: a link to the block, and the place
 * where it is written. Without script the sign itself leads to that place.
 */

const HEADING = "h1, h2, h3, h4, h5, h6";

/** Makes buttons of the links, which open one menu for all. */
export function bindParts(): void {
  const parts = document.querySelectorAll<HTMLAnchorElement>("a.part");
  if (parts.length === 0) return;
  for (const part of parts) {
    part.role = "button";
    part.ariaHasPopup = "dialog";
  }
  const menu = createMenu();
  document.body.append(menu.element);
  document.addEventListener("click", (event) => {
    const part = partAt(event.target);
    const hasModifier = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (part === null || hasModifier) return;
    event.preventDefault();
    menu.open(part);
  });
  document.addEventListener("keydown", (event) => {
    const part = event.key === " " ? partAt(event.target) : null;
    if (part === null) return;
    event.preventDefault();
    menu.open(part);
  });
}

function partAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a.part") : null;
}

interface Menu {
  readonly element: HTMLElement;
  open(part: HTMLAnchorElement): void;
}

function createMenu(): Menu {
  const element = document.createElement("div");
  const from = document.createElement("p");
  const copy = document.createElement("button");
  const edit = document.createElement("a");
  element.className = "part-menu";
  element.popover = "auto";
  element.role = "dialog";
  element.ariaLabel = "This part";
  copy.type = "button";
  edit.textContent = "Edit this part";
  element.append(from, copy, edit);
  let address = "";
  copy.addEventListener("click", async () => {
    copy.textContent = (await isCopied(address)) ? "Link copied" : address;
  });
  const open = (part: HTMLAnchorElement): void => {
    address = new URL(`#${encodeURIComponent(idFor(part))}`, location.href).href;
    from.textContent = part.title.replace(/^[^:]*: /, "");
    copy.textContent = "Copy link";
    edit.href = part.href;
    element.showPopover();
    const { left, bottom } = part.getBoundingClientRect();
    const most = document.documentElement.clientWidth - element.offsetWidth - 8;
    element.style.left = `${Math.max(8, Math.min(left, most)) + scrollX}px`;
    element.style.top = `${bottom + scrollY}px`;
    copy.focus();
  };
  return { element, open };
}

/** The id of the block, or of the heading or tab that it stands below. */
function idFor(part: Element): string {
  let id = "";
  const article = part.closest(".prose");
  for (const place of article?.querySelectorAll(`:is(${HEADING}, .panel)[id], a.part`) ?? []) {
    if (place === part) break;
    if (place.matches(HEADING) || place.contains(part)) id = place.id || id;
  }
  return part.closest<HTMLElement>(`:is(${HEADING})[id]`)?.id ?? id;
}

/** Whether the address was copied; browsers allow it on safe connections only. */
async function isCopied(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}
