/** The color of the browser's own bars around a page: that of the paper, in both schemes. */
import tokens from "../styles/tokens.css?raw";

/** A color for each scheme that the system may have. */
export const THEME_COLORS = colorsOf(tokens);

/** The pair of `--paper` in the tokens. Throws if they have none: the page's color is no guess. */
function colorsOf(css: string): readonly { readonly scheme: "light" | "dark"; color: string }[] {
  const [, light, dark] =
    /--paper:\s*light-dark\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)/.exec(css) ?? [];
  if (light === undefined || dark === undefined)
    throw new Error("Unexpected tokens.css, expected --paper: light-dark(…, …).");
  return [
    { scheme: "light", color: light },
    { scheme: "dark", color: dark },
  ];
}
