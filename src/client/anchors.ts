/** Links of headings: a click goes there, as without script, and copies the address too. */

const DONE_MS = 2000;

/** Listens for clicks on links of headings. */
export function bindAnchors(): void {
  if (document.querySelector(".anchor") === null) return;
  const status = document.createElement("span");
  status.className = "sr";
  status.role = "status";
  document.body.append(status);
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("click", (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a.anchor") : null;
    // With a modifier the reader wants a window of its own.
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const done = async (): Promise<void> => {
      if (!(await copy(link.href))) return;
      for (const other of document.querySelectorAll(".anchor.done")) other.classList.remove("done");
      link.classList.add("done");
      status.textContent = "Link copied";
      clearTimeout(timer);
      timer = setTimeout(() => {
        link.classList.remove("done");
        status.textContent = "";
      }, DONE_MS);
    };
    void done();
  });
}

/** Whether the address was copied; browsers allow it on safe connections only. */
async function copy(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}
