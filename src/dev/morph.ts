/**
 * Makes the open document one that the server made anew, and touches only what differs. What
 * counts is what the server wrote before and what it writes now: all that scripts and the
 * reader added since (chosen tabs, open details, buttons, focus) stays where it is.
 */

/** Scripts have put things into these, or hold on to their parts: they are replaced as a whole. */
const WHOLE = "pre, figure.code, figure.diagram, svg, var.ph, .values, script, style, iframe";

/** The navigation has ways of its own (navigation.ts). */
const OTHERS = "#side";

/** What scripts alone write. */
const OWN_ATTRIBUTES = [
  [".tab", "aria-selected"],
  [".panel", "hidden"],
] as const;

/** More children than these are compared in order only: the comparison takes their product. */
const MAX_COMPARED = 600;

/** The document is not as expected: only loading it anew helps. */
export class Stale extends Error {}

/** What the server wrote, tied to what stands there now. */
export class Mirror {
  readonly #root: Element;
  readonly #live = new WeakMap<Node, Node>();

  /** Of an element that no script has changed in structure so far. */
  constructor(live: Element) {
    this.#root = live.cloneNode(true) as Element;
    this.#tie(this.#root, live);
    withoutOwn(this.#root);
  }

  /** Makes the element what `now` is; whether there was anything to do. Throws `Stale`. */
  update(now: Element): boolean {
    withoutOwn(now);
    if (this.#root.isEqualNode(now)) return false;
    this.#element(this.#root, now);
    return true;
  }

  #tie(copy: Node, live: Node): void {
    this.#live.set(copy, live);
    for (const [index, child] of copy.childNodes.entries()) {
      const other = live.childNodes[index];
      if (other !== undefined) this.#tie(child, other);
    }
  }

  #liveOf(copy: Node): Node {
    const live = this.#live.get(copy);
    if (!live?.isConnected) throw new Stale();
    return live;
  }

  #element(old: Element, now: Element): void {
    this.#attributes(old, now);
    this.#children(old, now);
  }

  #attributes(old: Element, now: Element): void {
    const live = this.#liveOf(old) as Element;
    for (const { name } of [...old.attributes]) {
      if (now.hasAttribute(name)) continue;
      if (name === "class") live.classList.remove(...old.classList);
      else live.removeAttribute(name);
      old.removeAttribute(name);
    }
    for (const { name, value } of now.attributes) {
      if (old.getAttribute(name) === value) continue;
      if (name === "class") {
        live.classList.remove(...old.classList);
        live.classList.add(...now.classList);
      } else {
        live.setAttribute(name, value);
      }
      old.setAttribute(name, value);
    }
  }

  #children(old: Element, now: Element): void {
    const before = [...old.childNodes];
    const after = [...now.childNodes];
    const partners = partnersOf(before, after);
    const kept = new Set(partners.values());
    for (const child of before) if (!kept.has(child)) this.#remove(child, old);
    let next: Node | null = null;
    for (const child of after.toReversed()) {
      const partner = partners.get(child);
      next = partner === undefined ? this.#insert(child, old, next) : partner;
      if (partner !== undefined && !partner.isEqualNode(child))
        next = this.#change(partner, child, old);
    }
  }

  /** Gives the node of the copy that stands there now. */
  #change(old: Node, now: Node, parent: Element): Node {
    if (old instanceof Element && now instanceof Element && !isWhole(old, now)) {
      this.#element(old, now);
      return old;
    }
    if (old instanceof Element || now instanceof Element) {
      const made = this.#insert(now, parent, old);
      this.#remove(old, parent);
      return made;
    }
    this.#liveOf(old).nodeValue = now.nodeValue;
    old.nodeValue = now.nodeValue;
    return old;
  }

  #insert(now: Node, parent: Element, before: Node | null): Node {
    const copy = now.cloneNode(true);
    const live = document.importNode(now, true);
    this.#tie(copy, live);
    const place = before === null ? this.#end(parent) : this.#within(before, parent);
    this.#liveOf(parent).insertBefore(live, place);
    parent.insertBefore(copy, before);
    return copy;
  }

  #remove(old: Node, parent: Element): void {
    this.#liveOf(parent).removeChild(this.#within(old, parent));
    old.parentNode?.removeChild(old);
  }

  /** The child of the live parent that holds a node: scripts put frames around some. */
  #within(old: Node, parent: Element): Node {
    const above = this.#liveOf(parent);
    let node: Node | null = this.#liveOf(old);
    while (node !== null && node.parentNode !== above) node = node.parentNode;
    if (node === null) throw new Stale();
    return node;
  }

  /** What scripts have put after the last child stays there. */
  #end(parent: Element): Node | null {
    const { lastChild } = parent;
    return lastChild === null ? this.#liveOf(parent).firstChild : this.#after(lastChild, parent);
  }

  #after(last: Node, parent: Element): Node | null {
    return this.#within(last, parent).nextSibling;
  }
}

function withoutOwn(root: Element): void {
  for (const [selector, name] of OWN_ATTRIBUTES)
    for (const element of root.querySelectorAll(selector)) element.removeAttribute(name);
  for (const other of root.querySelectorAll(OTHERS)) other.replaceChildren();
}

/** Whether nothing in the element can be changed for itself. */
function isWhole(old: Element, now: Element): boolean {
  if (old.matches(WHOLE)) return true;
  return old.matches(".tabs") && keysOf(old) !== keysOf(now);
}

/** A group of tabs stays one as long as it offers the same. */
function keysOf(group: Element): string {
  const tabs = [...group.querySelectorAll(".tab")].filter((tab) => tab.closest(".tabs") === group);
  return tabs.map((tab) => `${tab.getAttribute("href")} ${tab.textContent}`).join("\n");
}

/** Which child before belongs to which child now, in one order. */
function partnersOf(before: readonly Node[], after: readonly Node[]): Map<Node, Node> {
  const partners = new Map<Node, Node>();
  const pair = (old: Node | undefined, now: Node | undefined): void => {
    if (old !== undefined && now !== undefined) partners.set(now, old);
  };
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start])) {
    pair(before[start], after[start]);
    start++;
  }
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && isSame(before.at(-1 - end), after.at(-1 - end))) {
    pair(before.at(-1 - end), after.at(-1 - end));
    end++;
  }
  const olds = before.slice(start, before.length - end);
  const news = after.slice(start, after.length - end);
  let [oldAt, newAt] = [0, 0];
  for (const [oldTo, newTo] of [...commonOf(olds, news), [olds.length, news.length] as const]) {
    pairAlike(olds.slice(oldAt, oldTo), news.slice(newAt, newTo), pair);
    pair(olds[oldTo], news[newTo]);
    [oldAt, newAt] = [oldTo + 1, newTo + 1];
  }
  return partners;
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b);
}

/** Nodes between equal ones: each goes with the next of its kind. */
function pairAlike(
  olds: readonly Node[],
  news: readonly Node[],
  pair: (old: Node, now: Node) => void,
): void {
  let from = 0;
  for (const now of news) {
    const at = olds.findIndex((old, index) => index >= from && kindOf(old) === kindOf(now));
    const old = olds[at];
    if (old === undefined) continue;
    pair(old, now);
    from = at + 1;
  }
}

function kindOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName;
  return `${node.nodeName}#${node.id}.${node.classList[0] ?? ""}`;
}

/** The longest common subsequence of equal nodes, as pairs of indexes. */
function commonOf(olds: readonly Node[], news: readonly Node[]): [number, number][] {
  if (olds.length === 0 || news.length === 0) return [];
  if (olds.length * news.length > MAX_COMPARED * MAX_COMPARED) return [];
  const [a, b] = [olds.map(textOf), news.map(textOf)];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const common: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) common.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}

function textOf(node: Node): string {
  return node instanceof Element ? node.outerHTML : `${node.nodeName} ${node.nodeValue}`;
}
