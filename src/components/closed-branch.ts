/**
 * A closed branch of the navigation as HTML. It is the same on every page that shows it
 * closed, and a large site has hundreds: it is written once, not laid out on each page.
 */
import type { NavBranch } from "../site/types.ts";

const known = new WeakMap<NavBranch, string>();

/** The entry of a branch that holds a link into itself until script puts the branch there. */
export function closedBranch(item: NavBranch): string {
  const html = known.get(item) ?? written(item);
  known.set(item, html);
  return html;
}

function written({ key, fragment, name, entry }: NavBranch): string {
  const branch = fragment === undefined ? "" : attribute("data-branch", fragment);
  const link = entry === undefined ? "" : attribute("href", entry);
  return `<li>
      <details${attribute("data-key", key)}${branch}>
          <summary>${text(name)}<svg class="icon icon-chev chev" aria-hidden="true"><use href="#i-chev"></use></svg></summary>
          <ul><li><a${link}>Overview</a></li></ul>
        </details>
    </li>`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
}

function text(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("'", "&#39;")
    .replaceAll('"', "&quot;");
}
