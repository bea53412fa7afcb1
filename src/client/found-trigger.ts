/** Marks what was searched for, once a search has led here; what marks is loaded for it only. */
import { isHandedOver } from "./found-words.ts";

/** Looks now, and whenever the address leads to another place of the page. */
export function bindFound(): void {
  const look = (): void => {
    if (isHandedOver()) void import("./found-mark.ts").then(({ showFound }) => showFound());
  };
  addEventListener("hashchange", look);
  look();
}
