import { admonitionShortcode } from "./shared/admonition.ts";

/** `tip`: an admonition. */
export const tip = admonitionShortcode("tip", "Advice that saves work or time.");
