import { admonitionShortcode } from "./shared/admonition.ts";

/** `important`: an admonition. */
export const important = admonitionShortcode("important", "What a reader must know to succeed.");
