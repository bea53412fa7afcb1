/** What only script can say on paper: where the page was read, and on which day it was printed. */

/** From now on, a page that is printed says so. */
export function bindPrinting(): void {
  addEventListener("beforeprint", () => {
    const address = document.querySelector("[data-paper-address]");
    if (address !== null) fillIn(address);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/"]'))
      link.dataset.address ??= link.href;
  });
}

function fillIn(address: Element): void {
  if (address.textContent?.startsWith("/")) address.textContent = location.href.replace(/#.*/, "");
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  const known = address.parentElement?.querySelector("[data-paper-day]");
  const shown = known ?? document.createElement("span");
  shown.setAttribute("data-paper-day", "");
  shown.textContent = `Printed ${day.format(new Date())}`;
  address.parentElement?.append(shown);
}
