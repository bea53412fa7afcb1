/** The table of contents as a sheet on narrow screens: it goes when a place was chosen. */

export function bindToc(): void {
  const toc = document.getElementById("toc");
  toc?.addEventListener("click", ({ target }) => {
    const isLink = target instanceof Element && target.closest("a") !== null;
    if (isLink && toc.matches(":popover-open")) toc.hidePopover();
  });
}
