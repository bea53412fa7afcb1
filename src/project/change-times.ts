/** When the pages of a site were changed last, asked of git once for all of them. */
import type { Used } from "../shortcodes/types.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { type ChangeDates, changeDates, lastChanged } from "./last-changed.ts";

export class ChangeTimes {
  readonly #site: Site;
  #dates: ChangeDates | undefined;

  /** `before`: the same site as it was; git, which takes longer than a page, is not asked again. */
  constructor(site: Site, before?: ChangeTimes) {
    this.#site = site;
    if (before !== undefined) this.#dates = before.#dates;
  }

  /** When a page that uses these was changed last, as far as front matter or git says. */
  of(page: Page, uses: readonly Used[]): Date | undefined {
    this.#dates ??= this.#read();
    return lastChanged(page, uses, this.#dates);
  }

  /** Asks git again, if it was asked. */
  renew(): void {
    if (this.#dates !== undefined) this.#dates = this.#read();
  }

  #read(): ChangeDates {
    const { root, settings } = this.#site;
    return settings.enableGitInfo ? changeDates(root) : new Map();
  }
}
