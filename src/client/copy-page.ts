/** The button that copies a page as Markdown. Where that fails, the Markdown is shown. */

const DONE_MS = 1600;

/** Brings the page's button to life, if it has one. */
export function bindCopyPage(): void {
  const button = document.querySelector<HTMLButtonElement>("button.copy-page");
  const label = button?.querySelector("span");
  const status = button?.nextElementSibling;
  // In a copy for files the link's address is another one than on a server.
  const link = button?.previousElementSibling;
  if (!button || !label || !status || !(link instanceof HTMLAnchorElement)) return;
  const { textContent: name } = label;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    button.classList.toggle("done", text !== "");
    label.textContent = text || name;
    status.textContent = text;
  };
  button.addEventListener("click", async () => {
    if (!(await copy(link.href))) return location.assign(link.href);
    say("Copied");
    clearTimeout(timer);
    timer = setTimeout(say, DONE_MS, "");
  });
}

/** Whether the text at `url` was copied. */
async function copy(url: string): Promise<boolean> {
  const text = fetch(url).then((response) => {
    if (!response.ok) throw new Error(String(response.status));
    return response.text();
  });
  try {
    // Safari lets a page write only at once after the click, so what is written may come later.
    const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return text
      .then((value) => navigator.clipboard.writeText(value))
      .then(
        () => true,
        () => false,
      );
  }
}
