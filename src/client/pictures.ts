/** Pictures open large: what does it is loaded when one comes near the window. */

const PICTURES = ".prose img, figure.diagram > svg";

/** Watches images and diagrams of the text. */
export function watchPictures(): void {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      offerPictures();
    },
    { rootMargin: "50%" },
  );
  for (const picture of document.querySelectorAll(PICTURES)) watcher.observe(picture);
}

/** Gives the page's pictures their buttons, wherever they are: the next key may lead to one far off. */
export function offerPictures(): void {
  if (document.querySelector(PICTURES) !== null) void import("./zoom.ts");
}
