/** Pictures open large: what does it is loaded when one comes near the window. */

/** Watches images and diagrams of the text. */
export function watchPictures(): void {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      void import("./zoom.ts");
    },
    { rootMargin: "50%" },
  );
  for (const picture of document.querySelectorAll(".prose img, figure.diagram > svg"))
    watcher.observe(picture);
}
